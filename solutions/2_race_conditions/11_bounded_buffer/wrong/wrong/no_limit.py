# A queue without a size: put() never waits, and memory fills up.
# Hint: looks as if `put()` never waits: with slow readers the buffer grows without end. It may hold only `capacity` items.
import queue


class Buffer:
    def __init__(self, capacity):
        self._queue = queue.Queue()

    def put(self, item):
        self._queue.put(item)

    def get(self):
        return self._queue.get()
