# Searches stand back for every update that waits: during a large import none gets in.
# Hint: starvation the other way round: while one update after another comes, no search ever gets in. Neither kind may go first always.
import threading


class IndexLock:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False
        self._waiting = 0

    def read(self, action):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and self._waiting == 0)
            self._readers += 1
        try:
            return action()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, action):
        with self._condition:
            self._waiting += 1
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._waiting -= 1
            self._writing = True
        try:
            return action()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
