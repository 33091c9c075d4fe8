# If the action raises, nobody notes that the thread has left: the next update waits for ever.
# Hint: an exception jumps over the lines that follow; what must happen on every way out belongs into `finally`.
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
        result = action()
        with self._condition:
            self._readers -= 1
            self._condition.notify_all()
        return result

    def write(self, action):
        with self._condition:
            ticket = object()
            self._queue.append(ticket)
            self._condition.wait_for(
                lambda: self._queue[0] is ticket and not self._writing and self._readers == 0
            )
            self._queue.popleft()
            self._writing = True
        result = action()
        with self._condition:
            self._writing = False
            self._condition.notify_all()
        return result
