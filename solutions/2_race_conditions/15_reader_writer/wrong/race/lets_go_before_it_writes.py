# A writer waits until nobody reads, lets go of the lock, and then writes.
# Hint: looks as if a writer finds the room empty and doesn't close it: until the work is done, nobody else may get in.
import threading


class ReadWriteLock:
    def __init__(self):
        self._readers = 0
        self._nobody_reads = threading.Condition()

    def read(self, work):
        with self._nobody_reads:
            self._readers += 1
        try:
            return work()
        finally:
            with self._nobody_reads:
                self._readers -= 1
                if self._readers == 0:
                    self._nobody_reads.notify_all()

    def write(self, work):
        with self._nobody_reads:
            self._nobody_reads.wait_for(lambda: self._readers == 0)
        return work()
