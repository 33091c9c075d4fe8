# Takes the lock for each line and gives it back: the booking as a whole isn't protected.
# Hint: looks like a lock that is given back between the steps of one change: others see, and change, what is half done.
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
            for article, pieces in lines:
                with self._lock:
                    if article not in self._pieces:
                        raise UnknownArticleError(article)
                    if self._pieces[article] + pieces < 0:
                        raise TooFewError(article)
                    self._pieces[article] += pieces
                booked.append((article, pieces))
        except Exception:
            with self._lock:
                for article, pieces in booked:
                    self._pieces[article] -= pieces
            raise
        return len(booked)

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
