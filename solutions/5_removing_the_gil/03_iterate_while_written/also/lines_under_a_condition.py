"""The lines are made under the lock of a Condition, and written when it is free again."""

import threading
from collections.abc import Callable


class PriceBoard:
    """The latest price of each symbol."""

    def __init__(self) -> None:
        self._prices: dict[str, int] = {}
        self._access = threading.Condition()

    def put(self, symbol: str, price: int) -> None:
        with self._access:
            self._prices[symbol] = price

    def drop(self, symbol: str) -> None:
        with self._access:
            if symbol not in self._prices:
                raise KeyError(symbol)
            self._prices.pop(symbol)

    def export(self, write: Callable[[str], None]) -> None:
        with self._access:
            lines = [f"{symbol} {price}" for symbol, price in sorted(self._prices.items())]
        for line in lines:
            write(line)
