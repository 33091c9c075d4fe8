"""Fork-lifts in a warehouse.

Each fork-lift has a thread. For one job it reserves two shelves, takes pieces off the first,
drives, and puts them on the second. A shelf is served by one fork-lift at a time.

What is wrong today
    About once a week the whole warehouse stands still: no error, no load, everybody waits.
    It starts with two fork-lifts and spreads to all that need one of their shelves.

What must hold
    - Moves always come to an end, also opposite ones and ones in a circle.
    - No piece is lost or made up. `move()` is False only if the source held too few pieces.
    - Both shelves are reserved, for this move alone, from the first look until the pieces are
      down, so also while `drive()` runs.
    - A move from a shelf to itself is fine and leaves it as it was.
    - Moves between other shelves go on meanwhile: nobody waits for a shelf that is not theirs.
    - If `drive()` raises, nothing has moved, the error comes out, and both shelves are free again.

What may not change
    The names and arguments of `Shelf` and `move`.
"""

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
    with source.lock, target.lock:
        if source.stock < pieces:
            return False
        drive()
        source.stock -= pieces
        target.stock += pieces
        return True
