# The lock is gone and with it the waiting, and some of the bytes.
# Hint: looks as if several threads `+=` the same number without a lock: that is a read and a write, and some of them are lost.
class ByteCounter:
    def __init__(self):
        self._total = 0

    def add(self, amount):
        self._total += amount

    def total(self):
        return self._total
