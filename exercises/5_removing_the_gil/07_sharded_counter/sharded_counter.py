"""How many bytes a video server has sent: the counter on the operations screen.

Every connection has a thread, and each of them calls `add()` after every packet. Once a second
another thread reads `total()`.

An amount is an int, or a number of the accounting department: a subclass of int that writes a
line into a log whenever something is added to it, which may take a while. Its sums are such
numbers again.

What is wrong today
    The lock makes it right. With the GIL nobody noticed what it costs. On a free-threaded Python
    eight threads should send eight times as much, and they send hardly more than one: all day
    long they queue up for the same lock.

What must hold
    - Nothing is lost: when no thread is adding, `total()` is exactly the sum of all amounts, also
      of those that were added by threads which have ended since.
    - Adding waits for nobody: no thread waits until another one's addition is done. A lock that a
      thread takes the first time it adds, without adding under it, is fine.
    - While others add, `total()` may leave out what is just being added. But it has all that was
      added before it was called, it never goes back, and reading disturbs nobody's adding.
    - Two counters have nothing to do with each other.

What may not change
    The class `ByteCounter`, made without arguments; its methods `add(amount)` and `total()`.
"""

import threading


class ByteCounter:
    """Counts bytes, from many threads."""

    def __init__(self) -> None:
        self._total = 0
        self._lock = threading.Lock()

    def add(self, amount: int) -> None:
        """Count some more.

        Args:
            amount: how many bytes, at least 0.
        """
        with self._lock:
            self._total += amount

    def total(self) -> int:
        """How many bytes have been counted so far."""
        with self._lock:
            return self._total
