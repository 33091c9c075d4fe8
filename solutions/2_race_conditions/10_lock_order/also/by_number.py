"""Every shelf gets a number when it is built; locks are taken from the smaller to the greater."""

import threading
from collections.abc import Callable


def straight() -> None:
    """Drive the usual way: nothing to do on the road."""


class Shelf:
    """A place for pieces of one kind."""

    _built = 0
    _building = threading.Lock()

    def __init__(self, name: str, stock: int) -> None:
        self.name = name
        self.stock = stock
        self.lock = threading.Lock()
        with Shelf._building:
            Shelf._built += 1
            self.number = Shelf._built


def move(source: Shelf, target: Shelf, pieces: int, drive: Callable[[], None] = straight) -> bool:
    """Carry pieces from one shelf to another."""
    if source is target:
        with source.lock:
            if source.stock < pieces:
                return False
            drive()
            return True
    if source.number < target.number:
        first, second = source, target
    else:
        first, second = target, source
    with first.lock, second.lock:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True
