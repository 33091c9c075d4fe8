"""Whoever books replaces the whole dictionary in one step; who looks needs no lock for it."""

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
        self._booking = threading.Lock()

    def book(self, lines: Iterable[tuple[str, int]]) -> int:
        """Book a delivery or an order, all of it or nothing."""
        with self._booking:
            after = dict(self._pieces)
            number = 0
            for number, (article, pieces) in enumerate(lines, 1):
                if article not in after:
                    raise UnknownArticleError(article)
                after[article] += pieces
                if after[article] < 0:
                    raise TooFewError(article)
            self._pieces = after
        return number

    def pieces(self) -> dict[str, int]:
        """How many there are of each article."""
        return dict(self._pieces)
