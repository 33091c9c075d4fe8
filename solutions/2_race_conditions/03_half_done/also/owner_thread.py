"""One thread owns the stock; each call hands it the work and waits for a Future."""

import queue
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future


class UnknownArticleError(Exception):
    """The shop doesn't sell this."""


class TooFewError(Exception):
    """There would be less than nothing of an article."""


class Stock:
    """How many pieces of each article there are."""

    def __init__(self, pieces: dict[str, int]) -> None:
        self._pieces = dict(pieces)
        self._work: queue.SimpleQueue = queue.SimpleQueue()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            work, answer = self._work.get()
            try:
                answer.set_result(work())
            except Exception as error:
                answer.set_exception(error)

    def _ask(self, work: Callable[[], object]) -> object:
        answer: Future = Future()
        self._work.put((work, answer))
        return answer.result()

    def book(self, lines: Iterable[tuple[str, int]]) -> int:
        """Book a delivery or an order, all of it or nothing."""
        return self._ask(lambda: self._book(lines))

    def _book(self, lines: Iterable[tuple[str, int]]) -> int:
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
        """How many there are of each article."""
        return self._ask(lambda: dict(self._pieces))
