# Adds up the threads that are alive: what the others have added is gone.
# Hint: looks as if the bytes of a thread go with the thread: what it has added must still count when it has ended.
import threading


class ByteCounter:
    def __init__(self):
        self._cells = {}

    def add(self, amount):
        me = threading.current_thread()
        self._cells[me] = self._cells.get(me, 0) + amount

    def total(self):
        return sum(self._cells.get(thread, 0) for thread in threading.enumerate())
