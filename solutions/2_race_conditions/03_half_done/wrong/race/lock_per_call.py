# A new lock in each call: nobody else can hold it, so nobody ever waits.
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.
import threading


class UnknownArticleError(Exception):
    pass


class TooFewError(Exception):
    pass


class Stock:
    def __init__(self, pieces):
        self._pieces = dict(pieces)

    def book(self, lines):
        with threading.Lock():
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
        with threading.Lock():
            return dict(self._pieces)
