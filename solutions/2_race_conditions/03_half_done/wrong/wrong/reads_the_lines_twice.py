# Goes through the lines once to check and once to book: the second time there are none left.
# Hint: looks like an iterator that is gone through twice: the second round finds nothing. Keep what you read in a list.
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
            after = dict(self._pieces)
            for article, pieces in lines:
                if article not in after:
                    raise UnknownArticleError(article)
                if after[article] + pieces < 0:
                    raise TooFewError(article)
                after[article] += pieces
            booked = 0
            for article, pieces in lines:
                self._pieces[article] += pieces
                booked += 1
            return booked

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
