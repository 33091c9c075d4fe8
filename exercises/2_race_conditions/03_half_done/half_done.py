"""The stock of a shop.

Deliveries come in and orders go out. Each of them is a list of lines, article and pieces, that is
read from a file while it is booked. It is booked whole or not at all. Several threads book, and
the web page asks for the stock all the time.

What is wrong today
    As long as all goes well, all goes well. Last week somebody mistyped an article. The booking
    was refused, as it should be; but the lines above the mistake had been booked, and from that
    moment on the shop stood still: every booking and the web page hung without any error.

What must hold
    - A booking that breaks off, for whatever reason, changes nothing.
    - Afterwards the stock can be used as before.
    - The error comes out of `book()`, the very one that was raised. Reading the lines may raise
      anything at any line.
    - Nobody ever sees a part of a booking, whether it succeeds or breaks off.
    - What others book at the same time is kept, also when a booking beside theirs breaks off.
      What a caller does to the dictionary that `pieces()` gave it does nothing to the stock.

What may not change
    The names and arguments of `Stock`, its methods and the two errors, and what is refused with
    which error.
"""

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
        self._lock.acquire()
        booked = 0
        for article, pieces in lines:
            if article not in self._pieces:
                raise UnknownArticleError(article)
            if self._pieces[article] + pieces < 0:
                raise TooFewError(article)
            self._pieces[article] += pieces
            booked += 1
        self._lock.release()
        return booked

    def pieces(self) -> dict[str, int]:
        """How many there are of each article, in a dictionary of the caller's own."""
        self._lock.acquire()
        pieces = dict(self._pieces)
        self._lock.release()
        return pieces
