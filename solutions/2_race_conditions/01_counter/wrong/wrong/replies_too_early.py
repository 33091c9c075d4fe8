# The owner thread counts later: value doesn't wait for the clicks that are still in the queue.
# Hint: looks as if the count is told while clicks still wait in the queue: whoever asks must see all that came before.
import queue
import threading


class Counter:
    def __init__(self):
        self._clicks = queue.Queue()
        self._value = 0
        threading.Thread(target=self._own, daemon=True).start()

    def _own(self):
        while True:
            self._clicks.get()
            self._value += 1

    def increment(self):
        self._clicks.put(1)

    @property
    def value(self):
        return self._value
