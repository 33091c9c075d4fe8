# total() walks the dictionary itself: a thread that adds for the first time makes it raise.
# Hint: looks like walking a dictionary to which other threads add keys meanwhile: that raises. Walk a copy.
import threading


class ByteCounter:
    def __init__(self):
        self._by_thread = {}

    def add(self, amount):
        me = threading.get_ident()
        self._by_thread[me] = self._by_thread.get(me, 0) + amount

    def total(self):
        total = 0
        for me in self._by_thread:
            total += self._by_thread[me]
        return total
