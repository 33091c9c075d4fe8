"""Fork-lifts in a warehouse: every move takes its two locks in the order of the shelves' names."""

import threading
from collections.abc import Callable


def straight() -> None:
    """Drive the usual way: nothing to do on the road."""


class Shelf:
    """A place for pieces of one kind.

    Args:
        name: what the sign says; no two shelves bear the same name.
        stock: how many pieces lie here.
    """

    def __init__(self, name: str, stock: int) -> None:
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source: Shelf, target: Shelf, pieces: int, drive: Callable[[], None] = straight) -> bool:
    """Carry pieces from one shelf to another.

    Args:
        source: where they lie.
        target: where they shall lie.
        pieces: how many, at least 1.
        drive: what the fork-lift does on the way; both shelves stay reserved meanwhile.

    Returns:
        False, and nothing has moved, if the source held fewer pieces.
    """
    first, second = sorted((source, target), key=lambda shelf: shelf.name)
    with first.lock, second.lock:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True
