# If `render` raises, nobody sets the event: whoever asks for this photo waits for ever.
# Hint: the note "somebody is at work on it" stays when `render` raises, and all who come later wait for a picture that nobody makes.
import threading


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}
        self._under_way = {}
        self._lock = threading.Lock()

    def get(self, photo):
        with self._lock:
            over = self._under_way.get(photo)
            mine = over is None
            if mine:
                over = self._under_way[photo] = threading.Event()
        if mine:
            self._pictures[photo] = self._render(photo)
            over.set()
        else:
            over.wait()
        return self._pictures[photo]
