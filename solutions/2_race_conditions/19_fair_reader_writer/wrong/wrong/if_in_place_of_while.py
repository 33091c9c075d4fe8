# Looks once, sleeps once and goes in, whoever's turn it is when it wakes.
# Hint: looks like an `if` around `wait()`: after waking, the condition may be false again, so it must be asked again.
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
            if self._queue[0] is not ticket or self._writing:
                self._condition.wait()
            self._queue.remove(ticket)
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
            if self._queue[0] is not ticket or self._writing or self._readers:
                self._condition.wait()
            self._queue.remove(ticket)
            self._writing = True
        try:
            return action()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
