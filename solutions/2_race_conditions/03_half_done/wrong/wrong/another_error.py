# Turns every error into a RuntimeError of its own: callers can't tell them apart any more.
# Hint: looks like an error that is caught and replaced by another one: callers wait for the one that was raised.
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
            booked = 0
            try:
                for article, pieces in lines:
                    if article not in after:
                        raise UnknownArticleError(article)
                    if after[article] + pieces < 0:
                        raise TooFewError(article)
                    after[article] += pieces
                    booked += 1
            except Exception as error:
                raise RuntimeError("booking broke off") from error
            self._pieces = after
            return booked

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
