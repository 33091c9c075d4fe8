# Undoes after the two errors that it raises itself, not when reading a line fails.
# Hint: looks like an `except` that names the errors you thought of: any other one leaves half of the work behind.
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
            except (UnknownArticleError, TooFewError):
                for article, pieces in booked:
                    self._pieces[article] -= pieces
                raise
            return len(booked)

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
