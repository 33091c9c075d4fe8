"""Histories: which calls were made, by whom, what they gave, and which came before which."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from grader.engine.encoding import canonical
from grader.engine.recorded import Recorded

RETURNED, RAISED = "returned", "raised"


@dataclass(frozen=True)
class Call:
    """One call of an operation.

    Attributes:
        thread: who called; a thread makes one call after the other.
        name: of the operation.
        args: its arguments, plain data.
        kind: "returned" or "raised"; None for a call that has not come back.
        result: what it returned, or the name of the exception's type.
        begin: the number of the event at which it began.
        end: the number of the event at which it came back; None if it has not.
    """

    thread: str
    name: str
    args: tuple[Any, ...] = ()
    kind: str | None = RETURNED
    result: Any = None
    begin: int = 0
    end: int | None = None

    @property
    def answer(self) -> tuple[str | None, str]:
        """What it gave, to be compared: equal if type and value are."""
        return self.kind, canonical(self.result)

    def __str__(self) -> str:
        call = f"{self.name}({', '.join(map(repr, self.args))})"
        if self.kind is None:
            return f"{call} (not back)"
        return f"{call} → {self.result!r}" if self.kind == RETURNED else f"{call} ✗ {self.result}"


@dataclass(frozen=True)
class History:
    """Calls with the order of their beginnings and ends.

    Attributes:
        calls: in the order in which they began.
    """

    calls: tuple[Call, ...]

    @classmethod
    def of(cls, calls: Iterable[Call]) -> History:
        """Returns the history of some calls.

        Raises:
            ValueError: a call ends before it begins, two share an event, or a thread makes two
                calls at once.
        """
        ordered = tuple(sorted(calls, key=lambda call: call.begin))
        events = [call.begin for call in ordered]
        events += [call.end for call in ordered if call.end is not None]
        if len(set(events)) < len(events):
            raise ValueError("two events of a history have the same number")
        last: dict[str, Call] = {}
        for call in ordered:
            if call.end is not None and call.end < call.begin:
                raise ValueError(f"{call} ends before it begins")
            if (call.end is None) != (call.kind is None):
                raise ValueError(f"{call} has an end or an answer, but not both")
            before = last.get(call.thread)
            if before is not None and (before.end is None or before.end > call.begin):
                raise ValueError(f"{call.thread} makes two calls at once: {before} and {call}")
            last[call.thread] = call
        return cls(ordered)

    @classmethod
    def recorded(cls, value: object) -> History:
        """Returns the history that `record` has recorded.

        Raises:
            ValueError: it is none; a worker may have said anything.
        """
        if not isinstance(value, Recorded):
            raise ValueError(f"no history was recorded, but {value!r:.60}")
        events = [
            event for n, row in enumerate(value.rows) for event in ((row[5], 0, n), (row[6], 1, n))
        ]
        number = {event: place for place, event in enumerate(sorted(events))}
        return cls.of(
            Call(
                f"T{thread}" if thread else "then",
                name, args, kind, result,
                number[begin, 0, n], number[end, 1, n],
            )
            for n, (thread, name, args, kind, result, begin, end) in enumerate(value.rows)
        )  # fmt: skip

    def split(self, key: Callable[[Call], Hashable]) -> dict[Hashable, History]:
        """Returns the calls on each key, as histories of their own, in the order of first use."""
        parts: dict[Hashable, list[Call]] = {}
        for call in self.calls:
            parts.setdefault(key(call), []).append(call)
        return {which: History(tuple(calls)) for which, calls in parts.items()}

    def __str__(self) -> str:
        return "\n".join(f"{call.thread}: {call}" for call in self.calls)
