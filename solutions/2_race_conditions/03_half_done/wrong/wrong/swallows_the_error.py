# Catches everything and says that no line was booked: nobody hears of the mistake.
# Hint: looks like an `except` that hides the error: the caller goes on as if all were well. Tidy up, then let it out.
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
            except Exception:
                return 0
            self._pieces = after
            return booked

    def pieces(self):
        with self._lock:
            return dict(self._pieces)
