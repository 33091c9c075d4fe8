"""Reads all the lines before it takes the lock, then checks running sums, then adds them."""

import threading
from collections import Counter
from collections.abc import Iterable


class UnknownArticleError(Exception):
    """The shop doesn't sell this."""


class TooFewError(Exception):
    """There would be less than nothing of an article."""


class Stock:
    """How many pieces of each article there are."""

    def __init__(self, pieces: dict[str, int]) -> None:
        self._pieces = dict(pieces)
        self._lock = threading.Condition()

    def book(self, lines: Iterable[tuple[str, int]]) -> int:
        """Book a delivery or an order, all of it or nothing."""
        lines = list(lines)
        sums: Counter[str] = Counter()
        with self._lock:
            for article, pieces in lines:
                if article not in self._pieces:
                    raise UnknownArticleError(article)
                sums[article] += pieces
                if self._pieces[article] + sums[article] < 0:
                    raise TooFewError(article)
            for article, pieces in sums.items():
                self._pieces[article] += pieces
        return len(lines)

    def pieces(self) -> dict[str, int]:
        """How many there are of each article."""
        with self._lock:
            return dict(self._pieces)
