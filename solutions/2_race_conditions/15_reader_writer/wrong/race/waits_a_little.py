# A writer waits a little, so that the readers will surely have left; nothing makes that sure.
# Hint: looks like a `sleep` in place of waiting for the readers: it makes the bad moment rarer and takes nothing away.
import threading
import time


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
            if self._readers:
                time.sleep(0.1)
            return work()
