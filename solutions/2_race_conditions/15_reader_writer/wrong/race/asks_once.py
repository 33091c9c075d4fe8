# A writer asks once whether somebody reads, and after waking it doesn't ask again.
# Hint: looks like an `if` around `wait()`: by the time a writer holds the lock again, the next reader may be inside. Ask again.
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
            if self._readers:
                self._nobody_reads.wait()
            return work()
