# Waits a moment so that the others are through, and does without the lock.
# Hint: looks like a sleep in place of a lock: it makes the bad moment rarer and prevents nothing.
import time


class UnknownArticleError(Exception):
    pass


class TooFewError(Exception):
    pass


class Stock:
    def __init__(self, pieces):
        self._pieces = dict(pieces)

    def book(self, lines):
        time.sleep(0.01)
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
        return dict(self._pieces)
