"""nothing will come"""

import threading


class Door:
    def __init__(self):
        self.is_open = False

    def open(self):
        condition = threading.Condition()
        with condition:
            self.is_open = True
            condition.notify_all()

    def pass_through(self):
        condition = threading.Condition()
        with condition:
            while not self.is_open:
                condition.wait()


def program():
    door = Door()
    threads = [threading.Thread(target=door.pass_through), threading.Thread(target=door.open)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return door.is_open


RIGHT = {True}
