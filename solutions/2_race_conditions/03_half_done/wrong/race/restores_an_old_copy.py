# After an error it puts back a copy from before the lock: what others booked since is gone.
# Hint: looks like an undo that puts back an old copy of everything: it takes away what others have changed since.
import threading


class UnknownArticleError(Exception):
    pass


class TooFewError(Exception):
    pass


class Stock:
    def __init__(self, pieces):
        self._pieces = dict(pieces)
        self._lock = threading.Lock()

    def book(self, lines):
        before = dict(self._pieces)
        with self._lock:
            booked = 0
            try:
                for article, pieces in lines:
                    if article not in self._pieces:
                        raise UnknownArticleError(article)
                    if self._pieces[article] + pieces < 0:
                        raise TooFewError(article)
                    self._pieces[article] += pieces
                    booked += 1
            except Exception:
                self._pieces = before
                raise
            return booked

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
