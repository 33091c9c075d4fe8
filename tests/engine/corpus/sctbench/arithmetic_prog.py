"""SCTBench CS.arithmetic_prog: 0 + 1 + ... summed up by a consumer, one item at a time."""

from threading import Condition, Lock, Thread

ITEMS = 3


class Sum:
    def __init__(self):
        lock = Lock()
        self.emptied, self.filled = Condition(lock), Condition(lock)
        self.waiting = self.total = 0

    def produce(self):
        for _ in range(ITEMS):
            with self.emptied:
                while self.waiting > 0:
                    self.emptied.wait()
                self.waiting += 1
            with self.filled:
                self.filled.notify()

    def consume(self):
        for number in range(ITEMS):
            with self.filled:
                while self.waiting == 0:
                    self.filled.wait()
                self.total += number
                self.waiting -= 1
            with self.emptied:
                self.emptied.notify()
        self.total += ITEMS


def arithmetic_prog():
    """The assertion denies the very sum that every interleaving comes to."""
    shared = Sum()
    threads = [Thread(target=shared.produce), Thread(target=shared.consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shared.total != ITEMS * (ITEMS + 1) // 2
