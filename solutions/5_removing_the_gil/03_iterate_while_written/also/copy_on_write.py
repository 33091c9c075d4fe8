"""A dictionary that is on show never changes: writers make a new one, one writer at a time."""

import threading
from collections.abc import Callable


class PriceBoard:
    """The latest price of each symbol."""

    def __init__(self) -> None:
        self._prices: dict[str, int] = {}
        self._writing = threading.Lock()

    def put(self, symbol: str, price: int) -> None:
        with self._writing:
            self._prices = {**self._prices, symbol: price}

    def drop(self, symbol: str) -> None:
        with self._writing:
            prices = dict(self._prices)
            del prices[symbol]
            self._prices = prices

    def export(self, write: Callable[[str], None]) -> None:
        for symbol, price in self._prices.items():
            write(f"{symbol} {price}")
