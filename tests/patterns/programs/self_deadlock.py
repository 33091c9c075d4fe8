"""self-deadlock"""

import threading


class Ledger:
    def __init__(self):
        self.lock = threading.Lock()
        self.entries = []

    def total(self):
        with self.lock:
            return sum(self.entries)

    def close(self):
        with self.lock:
            self.entries.append(-self.total())


def program():
    ledger = Ledger()
    clerk = threading.Thread(target=ledger.close)
    clerk.start()
    clerk.join()


RIGHT = {None}
