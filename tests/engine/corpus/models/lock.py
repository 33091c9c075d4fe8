"""Lock: two threads count."""

from threading import Lock, Thread


class Counter:
    def __init__(self):
        self.lock = Lock()
        self.value = 0

    def add(self):
        self.value += 1

    def add_locked(self):
        with self.lock:
            self.value += 1


def count(counter, add):
    threads = [Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter.value


def right():
    """Each increment is made under the lock."""
    counter = Counter()
    return count(counter, counter.add_locked)


def wrong():
    """There is a lock, and nobody takes it."""
    counter = Counter()
    return count(counter, counter.add)
