# Asks whether there are cells at all without the lock: two threads both begin the list.
# Hint: looks like "if it isn't there yet, make it" without a lock: two threads may both make it, and one of them is thrown away.
import threading


class ByteCounter:
    def __init__(self):
        self._cells = None
        self._joining = threading.Lock()

    def add(self, amount):
        if self._cells is None:
            self._cells = {}
        me = threading.get_ident()
        self._cells[me] = self._cells.get(me, 0) + amount

    def total(self):
        return sum(self._cells.copy().values()) if self._cells else 0
