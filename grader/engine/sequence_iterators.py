"""Iterators of Python's own sequences: where they stand, and how they are put elsewhere.

Without the GIL the next item of one is no step: it reads where the iterator stands, and
writes that it stands one further. Two threads may both read before either writes, and get
the same item. The next pair of an `enumerate` is two such steps: the item of its source first,
then the number.
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


def is_split(iterator: Any) -> bool:
    """Tells whether the next item of an iterator can be taken in a read and a write."""
    if type(iterator) is enumerate:
        iterator = parts(iterator)[0]
    return id(type(iterator)) in SEQUENCE_ITERATORS


def parts(pairs: enumerate[Any]) -> tuple[Any, int]:
    """Returns the source of an `enumerate` and the number that it gives next."""
    state: Any = pairs.__reduce__()
    source, number = state[1]
    return source, number


def put_number(pairs: enumerate[Any], number: int, item: Any) -> tuple[int, Any]:
    """Has an `enumerate` go on after a number, and returns the pair of that number and `item`.

    It cannot be set back: where another thread has taken numbers meanwhile, it stays.
    """
    source, standing = parts(pairs)
    state = source.__reduce__()
    if standing == number and len(state) == 3:  # the source is not at its end for good
        # The number goes up only together with the source, which must stay where it stands.
        source.__setstate__(state[2] - 1)
        next(pairs, None)
    return number, item


def _references_of_one_alone() -> int:
    iterator: object = iter([])
    return getrefcount(iterator)


# What `getrefcount` tells of a local variable's object that nothing else refers to.
ALONE = _references_of_one_alone()
