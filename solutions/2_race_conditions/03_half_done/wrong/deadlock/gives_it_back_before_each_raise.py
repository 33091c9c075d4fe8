# Gives the lock back before each `raise` of its own; when reading a line fails, nobody does.
# Hint: looks like a `release()` before each `raise` that you can see: other lines can raise too. `with` or `finally` catch them all.
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
                self._lock.release()
                raise UnknownArticleError(article)
            if after[article] + pieces < 0:
                self._lock.release()
                raise TooFewError(article)
            after[article] += pieces
            booked += 1
        self._pieces = after
        self._lock.release()
        return booked

    def pieces(self):
        return dict(self._pieces)
