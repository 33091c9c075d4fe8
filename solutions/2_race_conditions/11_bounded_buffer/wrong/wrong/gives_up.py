# Raises when the buffer is full or empty instead of waiting.
# Hint: looks as if a full or empty buffer raises an error or gives up: `put()` and `get()` have to wait until it is their turn.
import queue


class Buffer:
    def __init__(self, capacity):
        self._queue = queue.Queue(maxsize=capacity)

    def put(self, item):
        self._queue.put(item, block=False)

    def get(self):
        return self._queue.get(block=False)
