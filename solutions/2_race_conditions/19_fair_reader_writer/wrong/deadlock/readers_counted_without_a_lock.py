# Searches count themselves out without the lock: if one gets lost, no update gets in any more.
# Hint: `-= 1` is a read and a write; only a lock that all hold who touch the number makes it one step.
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
            self._condition.notify_all()
        try:
            return action()
        finally:
            self._readers -= 1
            with self._condition:
                self._condition.notify_all()

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
                self._condition.notify_all()
