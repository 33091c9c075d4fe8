"""The lock is made anew in each call, so it keeps nobody out. TOY-SECRET"""

import threading


class Tally:
    def __init__(self):
        self.total = 0

    def add(self):
        with threading.Lock():
            self.total += 1
