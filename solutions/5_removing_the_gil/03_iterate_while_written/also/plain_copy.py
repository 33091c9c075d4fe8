"""No lock: `dict.copy()` is one step, as are a single assignment and a single `del`."""

from collections.abc import Callable


class PriceBoard:
    """The latest price of each symbol."""

    def __init__(self) -> None:
        self._prices: dict[str, int] = {}

    def put(self, symbol: str, price: int) -> None:
        self._prices[symbol] = price

    def drop(self, symbol: str) -> None:
        del self._prices[symbol]

    def export(self, write: Callable[[str], None]) -> None:
        for symbol, price in self._prices.copy().items():
            write(f"{symbol} {price}")
