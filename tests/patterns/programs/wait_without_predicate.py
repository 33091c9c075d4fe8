"""wait without predicate"""

import threading


class Bell:
    def __init__(self):
        self.condition = threading.Condition()

    def ring(self):
        with self.condition:
            self.condition.notify_all()

    def listen(self):
        with self.condition:
            self.condition.wait()


def program():
    bell = Bell()
    listener = threading.Thread(target=bell.listen)
    listener.start()
    bell.ring()
    listener.join()


RIGHT = {None}
