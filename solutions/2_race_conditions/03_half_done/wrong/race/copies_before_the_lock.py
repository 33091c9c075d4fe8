# Copies and changes before it takes the lock: what others booked meanwhile is overwritten.
# Hint: looks like a copy made before the lock is taken: when you put it in place, it is old, and what others did is lost.
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
        after = dict(self._pieces)
        booked = 0
        for article, pieces in lines:
            if article not in after:
                raise UnknownArticleError(article)
            if after[article] + pieces < 0:
                raise TooFewError(article)
            after[article] += pieces
            booked += 1
        with self._lock:
            self._pieces = after
        return booked

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
