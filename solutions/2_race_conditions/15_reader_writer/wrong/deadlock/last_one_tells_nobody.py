# The last reader leaves and doesn't wake the writer.
# Hint: looks as if leaving wakes nobody: a writer who sleeps until the last reader has left never hears of it.
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

    def write(self, work):
        with self._nobody_reads:
            self._nobody_reads.wait_for(lambda: self._readers == 0)
            return work()
