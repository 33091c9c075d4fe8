# Each call makes a Condition of its own: nobody is ever excluded.
# Hint: a lock that is made in the call is known to that call alone, so it never makes anybody wait.
import threading


class IndexLock:
    def __init__(self):
        self._readers = 0
        self._writing = False

    def read(self, action):
        condition = threading.Condition()
        with condition:
            condition.wait_for(lambda: not self._writing)
            self._readers += 1
        try:
            return action()
        finally:
            with condition:
                self._readers -= 1
                condition.notify_all()

    def write(self, action):
        condition = threading.Condition()
        with condition:
            condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._writing = True
        try:
            return action()
        finally:
            with condition:
                self._writing = False
                condition.notify_all()
