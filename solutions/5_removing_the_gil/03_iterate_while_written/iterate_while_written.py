"""An export copies the board under the lock, and writes the copy when nobody waits for it.

The lock makes it right for any class of dictionary. For a plain `dict`, `copy()` alone would do.
"""

import threading
from collections.abc import Callable


class PriceBoard:
    """The latest price of each symbol."""

    def __init__(self) -> None:
        self._prices: dict[str, int] = {}
        self._lock = threading.Lock()

    def put(self, symbol: str, price: int) -> None:
        """Set the price of a symbol, which may be new on the board."""
        with self._lock:
            self._prices[symbol] = price

    def drop(self, symbol: str) -> None:
        """Take a symbol off the board."""
        with self._lock:
            del self._prices[symbol]

    def export(self, write: Callable[[str], None]) -> None:
        """Write the board, a line for each symbol."""
        with self._lock:
            prices = self._prices.copy()
        for symbol, price in prices.items():
            write(f"{symbol} {price}")
