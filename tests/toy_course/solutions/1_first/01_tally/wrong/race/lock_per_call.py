"""The lock is made anew in each call, so it keeps nobody out. TOY-SECRET"""
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.

import threading


class Tally:
    def __init__(self):
        self.total = 0

    def add(self):
        with threading.Lock():
            self.total += 1
