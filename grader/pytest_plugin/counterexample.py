"""What a user's own test shows when it fails on an exploration."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.engine.outcome import CounterexampleError, Exploration, Outcome, Values
from grader.report.look import count
from grader.report.timeline import timeline_text

HEADING = "how it comes about"
_OWN = Path(__file__).resolve().parent.parent


def exploration_of(excinfo: pytest.ExceptionInfo[BaseException]) -> Exploration | None:
    """Returns the exploration that an assertion failed on, if there is one.

    A CounterexampleError names it. For a plain `assert`, it is the one that
    the failing frame holds and whose last comparison found something wrong.
    """
    error = excinfo.value
    if isinstance(error, CounterexampleError):
        return error.exploration
    if not isinstance(error, AssertionError):
        return None
    for held in excinfo.traceback[-1].frame.f_locals.values():
        if isinstance(held, Values):
            held = held._exploration
        if isinstance(held, Exploration) and held.wrong:
            return held
    return None


def cut_traceback(excinfo: pytest.ExceptionInfo[BaseException]) -> None:
    """Drops the frames of this package at the end of a traceback: they tell a user nothing."""
    last = None
    entry = excinfo.value.__traceback__
    while entry is not None:
        if _OWN not in Path(entry.tb_frame.f_code.co_filename).resolve().parents:
            last = entry
        entry = entry.tb_next
    if last is not None:
        last.tb_next = None
        excinfo.traceback = type(excinfo.traceback)(excinfo.tb)


def add_timeline(report: pytest.TestReport, exploration: Exploration) -> None:
    """Adds the timeline of the first wrong outcome to a failed test's report."""
    outcome = first_wrong(exploration)
    if outcome is None:
        return
    preemptions = count(outcome.preemptions, "preemption")
    lines = [
        f"{outcome.describe()}, after {preemptions} ({exploration.seen()})",
        "",
        timeline_text(outcome.timeline),
        "",
        f"schedule: {outcome.schedule}",
    ]
    content = "\n".join(lines)
    add_section = getattr(report.longrepr, "addsection", None)
    if add_section is not None:
        add_section(HEADING, content, "-")
    else:
        report.sections.append((HEADING, content))


def first_wrong(exploration: Exploration) -> Outcome | None:
    """Returns the wrong outcome that is easiest to follow."""
    return min(exploration.wrong, key=lambda o: (o.preemptions, o.steps, o.schedule), default=None)


def compared(op: str, left: Values, right: object) -> list[str]:
    """Returns what pytest writes for a failed comparison of an exploration's values."""
    lines = [f"{left!r} {op} {right!r}"]
    wrong = left._exploration.wrong
    if wrong:
        lines.append(f"wrong: {', '.join(outcome.describe() for outcome in wrong)}")
    if isinstance(right, (set, frozenset)) and op == "==":
        missing = sorted(repr(value) for value in right if value not in left)
        if missing:
            lines.append(f"never seen: {', '.join(missing)}")
    return lines
