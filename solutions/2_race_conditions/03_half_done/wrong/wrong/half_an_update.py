# Gives the lock back, but the lines before the mistake stay booked.
# Hint: looks like a change that is made step by step: when a later step fails, the earlier ones stay. Change a copy, or undo.
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
            booked = 0
            for article, pieces in lines:
                if article not in self._pieces:
                    raise UnknownArticleError(article)
                if self._pieces[article] + pieces < 0:
                    raise TooFewError(article)
                self._pieces[article] += pieces
                booked += 1
            return booked

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
