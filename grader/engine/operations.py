"""Operations: what a step reads and writes, and which of them conflict.

An operation is a tuple of accesses (place, part, writes): two operations conflict if
they meet in a place and part (None is every part), and one of them writes. None in
place of the tuple is an operation that is not understood: it conflicts with all.
Erring on the side of conflicts only costs executions; a missing one would make an
exhaustive search a lie.
"""

from __future__ import annotations

from typing import Any

Access = tuple[Any, Any, bool]
Operation = tuple[Access, ...] | None

NOTHING: Operation = ()
CLOCK: Operation = (("clock", None, True),)

# Calls whose places in time are recorded: see `call_log`.
_CALLS = "calls"
BEGIN: tuple[Access, ...] = ((_CALLS, None, False),)


def end(thread: int) -> tuple[Access, ...]:
    """What the last step of a recorded call touches besides."""
    return ((_CALLS, thread, True),)


def conflict(one: Operation, other: Operation) -> bool:
    """Tells whether the order of two operations can matter."""
    if one is None or other is None:
        return True
    for place, part, writes in one:
        for place2, part2, writes2 in other:
            meet = place == place2 and (part is None or part2 is None or part == part2)
            if meet and (writes or writes2):
                return True
    return False
