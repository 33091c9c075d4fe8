# Makes a new lock in each call: nobody waits, since it keeps nobody out.
# Hint: looks like a lock that is made anew in each call: nobody else has it, so it keeps nobody out.
import threading


class ByteCounter:
    def __init__(self):
        self._total = 0

    def add(self, amount):
        with threading.Lock():
            self._total += amount

    def total(self):
        return self._total
