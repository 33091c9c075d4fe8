# An error of the work is caught and forgotten, and None returned in its place.
# Hint: looks as if an error of the work is swallowed: whoever called `read()` or `write()` must get to know of it.
import threading


class ReadWriteLock:
    def __init__(self):
        self._readers = 0
        self._writing = False
        self._changed = threading.Condition()

    def read(self, work):
        with self._changed:
            while self._writing:
                self._changed.wait()
            self._readers += 1
        try:
            return work()
        except Exception:
            return None
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    def write(self, work):
        with self._changed:
            while self._writing or self._readers:
                self._changed.wait()
            self._writing = True
        try:
            return work()
        except Exception:
            return None
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()
