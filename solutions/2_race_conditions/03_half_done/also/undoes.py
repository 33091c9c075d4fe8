"""Changes in place, notes each change, and undoes them before the lock is given back."""

import threading
from collections.abc import Iterable


class UnknownArticleError(Exception):
    """The shop doesn't sell this."""


class TooFewError(Exception):
    """There would be less than nothing of an article."""


class Stock:
    """How many pieces of each article there are."""

    def __init__(self, pieces: dict[str, int]) -> None:
        self._pieces = dict(pieces)
        self._lock = threading.RLock()

    def book(self, lines: Iterable[tuple[str, int]]) -> int:
        """Book a delivery or an order, all of it or nothing."""
        with self._lock:
            done = []
            try:
                for article, pieces in lines:
                    if article not in self._pieces:
                        raise UnknownArticleError(article)
                    if self._pieces[article] + pieces < 0:
                        raise TooFewError(article)
                    self._pieces[article] += pieces
                    done.append((article, pieces))
            except BaseException:
                for article, pieces in done:
                    self._pieces[article] -= pieces
                raise
            return len(done)

    def pieces(self) -> dict[str, int]:
        """How many there are of each article."""
        with self._lock:
            return dict(self._pieces)
