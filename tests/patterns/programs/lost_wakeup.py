"""lost wakeup"""

import threading


class Gate:
    def __init__(self):
        self.condition = threading.Condition()
        self.open = False

    def unlock(self):
        with self.condition:
            self.open = True
            self.condition.notify_all()

    def pass_through(self):
        if not self.open:
            with self.condition:
                self.condition.wait()


def program():
    gate = Gate()
    porter = threading.Thread(target=gate.unlock)
    guest = threading.Thread(target=gate.pass_through)
    guest.start()
    porter.start()
    guest.join()
    porter.join()


RIGHT = {None}
