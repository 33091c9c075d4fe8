# Checks all the lines before it takes the lock: by then somebody may have taken the pieces.
# Hint: looks like a check before the lock is taken: what you saw may no longer be true when you act on it.
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
        lines = list(lines)
        after = dict(self._pieces)
        for article, pieces in lines:
            if article not in after:
                raise UnknownArticleError(article)
            if after[article] + pieces < 0:
                raise TooFewError(article)
            after[article] += pieces
        with self._lock:
            for article, pieces in lines:
                self._pieces[article] += pieces
        return len(lines)

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
