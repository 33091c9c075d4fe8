# pieces() gives the stock's own dictionary: whoever changes what they got changes the stock.
# Hint: looks as if the caller gets the very dictionary that the stock works with: what they change in it is changed for all.
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
            for article, pieces in lines:
                if article not in after:
                    raise UnknownArticleError(article)
                if after[article] + pieces < 0:
                    raise TooFewError(article)
                after[article] += pieces
                booked += 1
            self._pieces = after
            return booked

    def pieces(self):
        with self._lock:
            return self._pieces
