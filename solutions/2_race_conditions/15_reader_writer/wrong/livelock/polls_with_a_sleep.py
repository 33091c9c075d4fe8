# A writer asks every 10 ms whether the readers have left.
# Hint: looks like asking again after a short sleep: that is polling. Sleep on a condition, and let those who leave wake you.
import threading
import time


class ReadWriteLock:
    def __init__(self):
        self._readers = 0
        self._lock = threading.Lock()

    def read(self, work):
        with self._lock:
            self._readers += 1
        try:
            return work()
        finally:
            with self._lock:
                self._readers -= 1

    def write(self, work):
        while True:
            with self._lock:
                if self._readers == 0:
                    return work()
            time.sleep(0.01)
