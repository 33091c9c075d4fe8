# Takes lines that can't be read for no lines: the booking is dropped, and nobody hears of it.
# Hint: looks like an `except` that makes an error look like an empty answer: the caller goes on as if all were well.
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
        try:
            lines = list(lines)
        except Exception:
            lines = []
        with self._lock:
            after = dict(self._pieces)
            for article, pieces in lines:
                if article not in after:
                    raise UnknownArticleError(article)
                if after[article] + pieces < 0:
                    raise TooFewError(article)
                after[article] += pieces
            self._pieces = after
            return len(lines)

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
