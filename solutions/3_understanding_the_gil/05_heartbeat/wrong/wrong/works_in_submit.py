# submit() does the work itself: whoever asks has to wait, and nobody serves.
# Hint: looks like work done by whoever asks for it: asking should come back at once, serving is another's task.

import threading

SLICE = 4


class Node:
    def __init__(self, crunch):
        self._crunch = crunch
        self._stopping = threading.Event()

    def submit(self, items, done):
        done(sum(self._crunch(item) for item in items))

    def ping(self, pong):
        pong()

    def stop(self):
        self._stopping.set()

    def serve(self):
        self._stopping.wait()
