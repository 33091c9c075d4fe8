"""Takes the first lock, tries the second; if that is taken, lets go of both and tries again."""

import threading
import time
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
    while True:
        with source.lock:
            if target.lock.acquire(blocking=False):
                try:
                    if source.stock < pieces:
                        return False
                    drive()
                    source.stock -= pieces
                    target.stock += pieces
                    return True
                finally:
                    target.lock.release()
        time.sleep(0.001)
