# Checks each line against the old stock: two lines together may take more than there is.
# Hint: looks like checks that each look at the start alone: several changes to the same thing must be checked one on top of the other.
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
            lines = list(lines)
            for article, pieces in lines:
                if article not in self._pieces:
                    raise UnknownArticleError(article)
                if self._pieces[article] + pieces < 0:
                    raise TooFewError(article)
            for article, pieces in lines:
                self._pieces[article] += pieces
            return len(lines)

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
