"""The stock of a shop: `with` gives the lock back; a booking works on a copy until it is whole."""

import threading
from collections.abc import Iterable


class UnknownArticleError(Exception):
    """The shop doesn't sell this."""


class TooFewError(Exception):
    """There would be less than nothing of an article."""


class Stock:
    """How many pieces of each article there are.

    Args:
        pieces: the articles that the shop sells, and how many there are at the start.
    """

    def __init__(self, pieces: dict[str, int]) -> None:
        self._pieces = dict(pieces)
        self._lock = threading.Lock()

    def book(self, lines: Iterable[tuple[str, int]]) -> int:
        """Book a delivery or an order, all of it or nothing.

        Args:
            lines: article and pieces, more than 0 if they come in and less if they go out. The
                same article may come several times. They can be read only once.

        Returns:
            How many lines were booked.

        Raises:
            UnknownArticleError: a line names an article that the shop doesn't sell.
            TooFewError: at one of the lines there would be less than nothing of an article.
        """
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

    def pieces(self) -> dict[str, int]:
        """How many there are of each article, in a dictionary of the caller's own."""
        with self._lock:
            return dict(self._pieces)
