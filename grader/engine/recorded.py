"""What threads called on one object: plain data that tells which call ended before which began."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Row = tuple[int, str, tuple[Any, ...], str, Any, int, int]
"""Thread, operation, arguments, "returned" or "raised", result, begin, end.

The thread is a number from 1, or 0 for calls made when all the others had come back.
"""


_KINDS = (int, str, tuple, str, object, int, int)


@dataclass(frozen=True, slots=True)
class Recorded:
    """The calls of one execution, in the order of their threads.

    Attributes:
        rows: a row for each call. One call came back before another began if its end is less
            than the other's begin; numbers tell nothing else, so that two executions whose
            calls overlap in the same way have equal rows.

    Raises:
        ValueError: a row is none.
    """

    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            kinds = tuple(map(type, row))
            if kinds[:4] != _KINDS[:4] or kinds[5:] != _KINDS[5:]:
                raise ValueError(f"{row!r:.60} tells of no call")

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Recorded:
        """Returns what was recorded with events of any numbers, no two of which are equal.

        That one call ended before another began is an interval order: the sets of calls that
        came before one are nested (P. C. Fishburn, "Intransitive indifference with unequal
        indifference intervals", 1970). So a call's begin is the rank of its set, and its end
        the rank of the first set that it is in.
        """
        calls = sorted(rows, key=lambda row: (row[0], row[5]))
        before = [sum(other[6] < call[5] for other in calls) for call in calls]
        rank = {size: number for number, size in enumerate(sorted(set(before)))}
        numbered: list[Row] = []
        for call, size in zip(calls, before, strict=True):
            later = [rank[n] for n, o in zip(before, calls, strict=True) if call[6] < o[5]]
            end = 2 * min(later, default=len(rank)) - 1
            numbered.append((*call[:5], 2 * rank[size], end))
        return cls(tuple(numbered))

    def __repr__(self) -> str:
        calls = [call_text(*row[:5]) for row in sorted(self.rows, key=_by_time)]
        return "; ".join(calls) or "no calls"


def _by_time(row: Row) -> tuple[int, int, int]:
    return row[5], row[6], row[0]


def call_text(thread: int, name: str, args: tuple[Any, ...], kind: str, result: Any) -> str:
    """Returns a call in words: "T1 get('a') → 1"."""
    who = f"T{thread}" if thread else "main"
    answer = f"→ {result!r}" if kind == "returned" else f"✗ {result}"
    return f"{who} {name}({', '.join(map(repr, args))}) {answer}"
