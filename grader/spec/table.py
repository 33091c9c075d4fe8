"""A history as a small table: a column for each thread, time from top to bottom."""

from __future__ import annotations

from grader.engine.recorded import Recorded
from grader.spec.history import RETURNED, Call, History

WIDTH = 74
_GAP = 3
_NARROWEST = 6


def history_table(history: History, width: int = WIDTH) -> list[str]:
    """Returns the lines of the table.

    A call that no other overlaps is one line. Of calls that overlap, the lines show where they
    begin and where they come back; what stands in one line could come in either order.

    Args:
        history: the calls.
        width: columns; what does not fit into a thread's column is cut in its middle.
    """
    calls = _leveled(history)
    threads = sorted({call.thread for call in calls}, key=_column)
    rows: list[dict[str, str]] = []
    for level in sorted({call.begin for call in calls}):
        begun = [call for call in calls if call.begin == level]
        open_calls = [call for call in calls if call.begin <= level < _end(call)]
        alone = begun[0] if len(open_calls) == 1 else None
        if alone is not None and alone.end == level + 1:
            rows.append({alone.thread: str(alone)})
            continue
        rows.append(
            {call.thread: "│" for call in open_calls} | {c.thread: _asked(c) for c in begun}
        )
        back = [call for call in open_calls if call.end == level + 1]
        if back:
            answers = {call.thread: _answered(call) for call in back}
            rows.append({call.thread: "│" for call in open_calls} | answers)
    table = [{thread: thread for thread in threads}, *rows]
    needed = {t: max(len(row.get(t, "")) for row in table) for t in threads}
    widths = _shared_out(needed, width - _GAP * (len(threads) - 1))
    return [
        (" " * _GAP)
        .join(_cut(row.get(t, ""), widths[t]).ljust(widths[t]) for t in threads)
        .rstrip()
        for row in table
    ]


def _shared_out(needed: dict[str, int], width: int) -> dict[str, int]:
    """Returns how wide each column is: what one doesn't need goes to the others."""
    widths: dict[str, int] = {}
    for left, thread in zip(
        range(len(needed), 0, -1), sorted(needed, key=needed.__getitem__), strict=True
    ):
        share = max(_NARROWEST, (width - sum(widths.values())) // left)
        widths[thread] = min(needed[thread], share)
    return widths


def _leveled(history: History) -> list[Call]:
    """The calls with events that say no more than which came back before which began."""
    rows = []
    never = 2 * len(history.calls) + max((call.begin for call in history.calls), default=0)
    ends = [c.end if c.end is not None else never + n for n, c in enumerate(history.calls)]
    for number, (call, end) in enumerate(zip(history.calls, ends, strict=True)):
        rows.append((number, "", (), "", None, call.begin, end))
    return [
        Call(c.thread, c.name, c.args, c.kind, c.result, row[5], row[6] if c.kind else None)
        for c, row in zip(history.calls, Recorded.of(rows).rows, strict=True)
    ]


def _end(call: Call) -> float:
    return float("inf") if call.end is None else call.end


def _column(thread: str) -> tuple[bool, int, str]:
    """Where a thread's column is: T2 before T10, what comes after them last."""
    number = thread.removeprefix("T")
    return not number.isdigit(), int(number) if number.isdigit() else 0, thread


def _asked(call: Call) -> str:
    return f"{call.name}({', '.join(map(repr, call.args))})"


def _answered(call: Call) -> str:
    return f"→ {call.result!r}" if call.kind == RETURNED else f"✗ {call.result}"


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    head = length // 2
    return f"{text[:head]}…{text[len(text) - (length - head - 1) :]}"
