# A pause of random length makes a collision rarer; it orders nothing.
# Hint: looks like a sleep in place of a lock: it makes the bad moment rarer and prevents nothing.
import threading
import time


class Counter:
    def __init__(self):
        self._value = 0

    def increment(self):
        time.sleep(threading.get_ident() % 10 / 10_000)
        self._value += 1

    @property
    def value(self):
        return self._value
