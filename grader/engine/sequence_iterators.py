"""Iterators of Python's own sequences: where they stand, and how they are put elsewhere.

Without the GIL the next item of one is no step: it reads where the iterator stands, and
writes that it stands one further. Two threads may both read before either writes, and get
the same item.
"""

from __future__ import annotations

from collections.abc import Iterable
from sys import getrefcount
from typing import Any

# A range's does not say where it stands since 3.12, a dictionary's and a set's never.
_SEQUENCES: tuple[Iterable[object], ...] = ([], (), "a", "é", b"", bytearray())
SEQUENCE_ITERATORS = frozenset(id(type(iter(sequence))) for sequence in _SEQUENCES)


def peek_next(iterator: Any) -> tuple[Any, int]:
    """Returns the next item and the position after it, and leaves the iterator where it stands.

    Args:
        iterator: whose type is one of `SEQUENCE_ITERATORS`.

    Raises:
        StopIteration: there is none; the iterator is at its end for good.
    """
    state = iterator.__reduce__()
    item = next(iterator)
    position = state[2]
    iterator.__setstate__(position)
    return item, position + 1


def put(iterator: Any, position: int, item: Any) -> Any:
    """Has an iterator stand at a position and returns `item`; at its end for good it stays."""
    iterator.__setstate__(position)
    return item


def _references_of_one_alone() -> int:
    iterator: object = iter([])
    return getrefcount(iterator)


# What `getrefcount` tells of a local variable's object that nothing else refers to.
ALONE = _references_of_one_alone()
