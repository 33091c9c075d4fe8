# Stands in the queue and asks every 10 ms whether it is at the head.
# Hint: asking again after a sleep is polling: it wakes the machine for nothing. Sleep on a Condition that whoever leaves notifies.
import threading
import time
from collections import deque


class IndexLock:
    def __init__(self):
        self._lock = threading.Lock()
        self._queue = deque()
        self._readers = 0
        self._writing = False

    def _may_go_in(self, ticket, update):
        with self._lock:
            if self._queue[0] is not ticket or self._writing or (update and self._readers):
                return False
            self._queue.popleft()
            if update:
                self._writing = True
            else:
                self._readers += 1
            return True

    def _come(self, update):
        ticket = object()
        with self._lock:
            self._queue.append(ticket)
        while not self._may_go_in(ticket, update):
            time.sleep(0.01)

    def read(self, action):
        self._come(False)
        try:
            return action()
        finally:
            with self._lock:
                self._readers -= 1

    def write(self, action):
        self._come(True)
        try:
            return action()
        finally:
            with self._lock:
                self._writing = False
