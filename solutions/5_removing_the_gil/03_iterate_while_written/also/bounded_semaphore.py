"""A BoundedSemaphore(1) is a lock too; the copy is a list of pairs."""

import threading
from collections.abc import Callable


class PriceBoard:
    """The latest price of each symbol."""

    def __init__(self) -> None:
        self._prices: dict[str, int] = {}
        self._access = threading.BoundedSemaphore(1)

    def put(self, symbol: str, price: int) -> None:
        with self._access:
            self._prices[symbol] = price

    def drop(self, symbol: str) -> None:
        with self._access:
            del self._prices[symbol]

    def export(self, write: Callable[[str], None]) -> None:
        with self._access:
            pairs = list(self._prices.items())
        for symbol, price in pairs:
            write(f"{symbol} {price}")
