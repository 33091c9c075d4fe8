"""Locks are taken in the order of id(): any order will do that stays as long as the shelves do."""

import threading
from collections.abc import Callable


def straight() -> None:
    """Drive the usual way: nothing to do on the road."""


class Shelf:
    """A place for pieces of one kind."""

    def __init__(self, name: str, stock: int) -> None:
        self.name = name
        self.stock = stock
        self.lock = threading.RLock()


def move(source: Shelf, target: Shelf, pieces: int, drive: Callable[[], None] = straight) -> bool:
    """Carry pieces from one shelf to another."""
    first, second = sorted((source, target), key=id)
    with first.lock, second.lock:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True
