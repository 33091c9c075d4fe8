"""A BoundedSemaphore(1) taken by hand, given back in `finally`; the copy replaces the stock."""

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
        self._turn = threading.BoundedSemaphore(1)

    def book(self, lines: Iterable[tuple[str, int]]) -> int:
        """Book a delivery or an order, all of it or nothing."""
        self._turn.acquire()
        try:
            before = dict(self._pieces)
            try:
                return self._book_each(lines)
            except Exception:
                self._pieces = before
                raise
        finally:
            self._turn.release()

    def _book_each(self, lines: Iterable[tuple[str, int]]) -> int:
        booked = 0
        for article, pieces in lines:
            if article not in self._pieces:
                raise UnknownArticleError(article)
            if self._pieces[article] + pieces < 0:
                raise TooFewError(article)
            self._pieces[article] += pieces
            booked += 1
        return booked

    def pieces(self) -> dict[str, int]:
        """How many there are of each article."""
        with self._turn:
            return dict(self._pieces)
