# The stock stays as it was, but the lock isn't given back: the next one waits for ever.
# Hint: looks like `acquire()` … `release()` without `finally`: an exception in between keeps the lock for ever.
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
        self._lock.acquire()
        after = dict(self._pieces)
        booked = 0
        for article, pieces in lines:
            if article not in after:
                raise UnknownArticleError(article)
            if after[article] + pieces < 0:
                raise TooFewError(article)
            after[article] += pieces
            booked += 1
        self._pieces = after
        self._lock.release()
        return booked

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
