# An update that leaves calls in all searches that wait, and new searches pass by an update.
# Hint: cares for searches that wait, but a search that comes never looks whether an update waits, so an update may wait for ever.
import threading


class IndexLock:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._waiting_readers = 0
        self._updates = 0
        self._writing = False

    def read(self, action):
        with self._condition:
            if self._writing:
                self._waiting_readers += 1
                now = self._updates
                self._condition.wait_for(lambda: self._updates != now)
            else:
                self._readers += 1
        try:
            return action()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, action):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._writing = True
        try:
            return action()
        finally:
            with self._condition:
                self._writing = False
                self._updates += 1
                self._readers += self._waiting_readers
                self._waiting_readers = 0
                self._condition.notify_all()
