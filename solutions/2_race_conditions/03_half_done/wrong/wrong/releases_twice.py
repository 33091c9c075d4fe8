# Gives the lock back in `except` and again in `finally`: a RuntimeError hides the real error.
# Hint: looks like a lock that is given back twice: the second `release()` raises, and that error hides the real one.
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
        self._lock.acquire()
        try:
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
        except Exception:
            self._lock.release()
            raise
        finally:
            self._lock.release()

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
