"""One Condition guards the list of reserved shelves; a move waits until neither of its is on it."""

import threading
from collections.abc import Callable

reserved: set[str] = set()
changed = threading.Condition()


def straight() -> None:
    """Drive the usual way: nothing to do on the road."""


class Shelf:
    """A place for pieces of one kind."""

    def __init__(self, name: str, stock: int) -> None:
        self.name = name
        self.stock = stock


def move(source: Shelf, target: Shelf, pieces: int, drive: Callable[[], None] = straight) -> bool:
    """Carry pieces from one shelf to another."""
    wanted = {source.name, target.name}
    with changed:
        changed.wait_for(lambda: not wanted & reserved)
        reserved.update(wanted)
    try:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True
    finally:
        with changed:
            reserved.difference_update(wanted)
            changed.notify_all()
