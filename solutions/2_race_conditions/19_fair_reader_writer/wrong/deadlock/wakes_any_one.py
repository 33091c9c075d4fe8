# notify() wakes just any sleeper, and the one at the head of the queue sleeps on.
# Hint: `notify()` wakes one sleeper, and that need not be the one whose turn it is; that one then sleeps on for ever.
import threading
from collections import deque


class IndexLock:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False
        self._queue = deque()

    def read(self, action):
        with self._condition:
            ticket = object()
            self._queue.append(ticket)
            self._condition.wait_for(lambda: self._queue[0] is ticket and not self._writing)
            self._queue.popleft()
            self._readers += 1
            self._condition.notify()
        try:
            return action()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify()

    def write(self, action):
        with self._condition:
            ticket = object()
            self._queue.append(ticket)
            self._condition.wait_for(
                lambda: self._queue[0] is ticket and not self._writing and self._readers == 0
            )
            self._queue.popleft()
            self._writing = True
        try:
            return action()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify()
