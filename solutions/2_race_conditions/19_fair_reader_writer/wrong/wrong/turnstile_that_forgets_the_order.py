# A plain Lock as turnstile: whoever comes back is quicker at it than one who sleeps there.
# Hint: a `Lock` or `Semaphore` remembers no order: a thread that comes back may take it before one that has been asleep there for long.
import threading


class IndexLock:
    def __init__(self):
        self._turnstile = threading.Lock()
        self._room = threading.Condition()
        self._readers = 0

    def read(self, action):
        with self._turnstile, self._room:
            self._readers += 1
        try:
            return action()
        finally:
            with self._room:
                self._readers -= 1
                self._room.notify_all()

    def write(self, action):
        with self._turnstile:
            with self._room:
                self._room.wait_for(lambda: self._readers == 0)
            return action()
