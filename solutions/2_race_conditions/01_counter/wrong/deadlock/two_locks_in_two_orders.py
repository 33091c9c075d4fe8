# increment() takes the write lock first, value the read lock: they deadlock if they cross.
# Hint: looks like two locks that are taken in one order here and in the other there: each thread may wait for the other.
import threading


class Counter:
    def __init__(self):
        self._writing = threading.Lock()
        self._reading = threading.Lock()
        self._value = 0

    def increment(self):
        with self._writing, self._reading:
            self._value += 1

    @property
    def value(self):
        with self._reading, self._writing:
            return self._value
