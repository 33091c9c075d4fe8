# Leaves the queue first and looks whether the room is free outside of the lock.
# Hint: the question whether the room is free was answered when the lock was already given back; by the time it goes in somebody else may be inside.
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
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, action):
        with self._condition:
            ticket = object()
            self._queue.append(ticket)
            self._condition.wait_for(lambda: self._queue[0] is ticket)
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._queue.popleft()
        self._writing = True
        try:
            return action()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
