# Books under the lock, in place, but looks without it: the web page shows half a booking.
# Hint: looks like only the writers take the lock: a reader without it looks in the middle of a change.
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
        with self._lock:
            booked = []
            try:
                for article, pieces in lines:
                    if article not in self._pieces:
                        raise UnknownArticleError(article)
                    if self._pieces[article] + pieces < 0:
                        raise TooFewError(article)
                    self._pieces[article] += pieces
                    booked.append((article, pieces))
            except Exception:
                for article, pieces in booked:
                    self._pieces[article] -= pieces
                raise
            return len(booked)

    def pieces(self):
        return dict(self._pieces)
