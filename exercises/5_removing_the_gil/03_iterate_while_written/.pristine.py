"""A board of prices.

The threads of a trading service put prices on a board and take symbols off it, all day long. Once
a second another thread exports the board: line by line, to a file, or over a slow network.

What is wrong today
    Several times a day an export breaks off with "RuntimeError: dictionary changed size during
    iteration". Others come to their end and are wrong all the same: they have a price of this
    second beside a price of the last one, so that sums over the board don't add up. It happened
    now and then with the GIL. Without it, it happens all the time.

What must hold
    - An export never fails because prices come and go meanwhile.
    - It shows the board as it was at one moment while `export()` ran: no symbol of an earlier
      moment beside one of a later moment, each symbol once, and every change that was over before.
    - A slow `write()` keeps nobody waiting: meanwhile the others put, drop and export.
    - Errors come out: that of `write()` from `export()`, and the KeyError of `drop()`. The board
      works on after them.

What may not change
    The class `PriceBoard` and its methods. The order of the lines is up to you.
"""

from collections.abc import Callable


class PriceBoard:
    """The latest price of each symbol."""

    def __init__(self) -> None:
        self._prices: dict[str, int] = {}

    def put(self, symbol: str, price: int) -> None:
        """Set the price of a symbol, which may be new on the board."""
        self._prices[symbol] = price

    def drop(self, symbol: str) -> None:
        """Take a symbol off the board.

        Raises:
            KeyError: it isn't there.
        """
        del self._prices[symbol]

    def export(self, write: Callable[[str], None]) -> None:
        """Write the board, a line such as "ABC 105" for each symbol.

        Args:
            write: takes a line, possibly slowly.
        """
        for symbol, price in self._prices.items():
            write(f"{symbol} {price}")
