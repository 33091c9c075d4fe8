# Undoes when the lock is already given back: in between everybody sees half a booking.
# Hint: looks like tidying up after the lock is given back: others see the mess, and change it at the same time as you.
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
        booked = []
        try:
            with self._lock:
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
        with self._lock:
            return dict(self._pieces)
