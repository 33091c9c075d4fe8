# Updates stand in a queue among themselves, but searches pass by it.
# Hint: a queue is fair only among those who stand in it; whoever goes in without looking at the queue passes over all of them.
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
            self._condition.wait_for(lambda: not self._writing)
            self._readers += 1
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
