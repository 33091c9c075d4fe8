"""What a user's own test shows when it fails on an exploration."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from grader.engine.errors import DojoError
from grader.engine.outcome import CounterexampleError, Exploration, Outcome, Values
from grader.engine.recorded import Recorded
from grader.judge import defect
from grader.patterns import pattern_of
from grader.report.look import NORM, count
from grader.report.terminal import pattern_text
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
            held = held.exploration
        if isinstance(held, Exploration) and held.wrong:
            return held
    return None


def cut_traceback(excinfo: pytest.ExceptionInfo[BaseException]) -> None:
    """Ends a traceback before the first frame of this package: those tell a user nothing."""
    error = excinfo.value
    if defect.is_ours(error):
        error.__cause__ = error.__context__ = None
    entry = error.__traceback__
    while entry is not None and entry.tb_next is not None:
        if _OWN in Path(entry.tb_next.tb_frame.f_code.co_filename).resolve().parents:
            entry.tb_next = None
        entry = entry.tb_next
    excinfo.traceback = type(excinfo.traceback)(excinfo.tb)


def refused(excinfo: pytest.ExceptionInfo[BaseException]) -> bool:
    """Whether `explore` itself ended a test: it could not be done, or it is broken."""
    return isinstance(excinfo.value, Exception) and defect.is_ours(excinfo.value)


def add_apology(report: pytest.TestReport, error: BaseException) -> None:
    """Says of an exception that no user's code brings about that it is a mistake of ours."""
    if not isinstance(error, DojoError):
        _add_section(report, "gil-dojo", defect.sentence(error))


def add_timeline(report: pytest.TestReport, exploration: Exploration) -> None:
    """Adds the timeline of the first wrong outcome to a failed test's report."""
    try:
        _add_section(report, HEADING, _story(exploration))
    except DojoError as error:
        _add_section(report, HEADING, str(error))
    except Exception as error:
        _add_section(report, HEADING, defect.told(error))


def _story(exploration: Exploration) -> str:
    outcome = first_wrong(exploration)
    if outcome is None:
        return ""
    preemptions = count(outcome.preemptions, "preemption")
    timeline = outcome.timeline
    pattern = pattern_of(outcome, timeline)
    lines = [
        f"{_described(outcome)}, after {preemptions} ({exploration.seen()})",
        *(textwrap.wrap(pattern_text(pattern), NORM) if pattern else []),
        "",
        timeline_text(timeline, telling=pattern.steps if pattern else ()),
        "",
        f"schedule: {outcome.schedule}",
    ]
    return "\n".join(lines)


def _described(outcome: Outcome) -> str:
    """How an execution ended; a history stands above already, as a table."""
    if isinstance(outcome.value, Recorded):
        return f"returned a history of {count(len(outcome.value.rows), 'call')}"
    return outcome.describe()


def _add_section(report: pytest.TestReport, heading: str, content: str) -> None:
    add_section = getattr(report.longrepr, "addsection", None)
    if not content:
        return
    if add_section is not None:
        add_section(heading, content, "-")
    else:
        report.sections.append((heading, content))


def first_wrong(exploration: Exploration) -> Outcome | None:
    """Returns the wrong outcome that is easiest to follow."""
    return min(exploration.wrong, key=lambda o: (o.preemptions, o.steps, o.schedule), default=None)


def compared(op: str, left: Values, right: object) -> list[str]:
    """Returns what pytest writes for a failed comparison of an exploration's values."""
    lines = [f"{left!r} {op} {right!r}"]
    if left.exploration.wrong:
        wrong = ", ".join(outcome.describe() for outcome in left.exploration.wrong)
        lines.append(f"wrong: {wrong}")
    if isinstance(right, (set, frozenset)) and op == "==":
        missing = sorted(repr(value) for value in right if value not in left)
        if missing:
            lines.append(f"never seen: {', '.join(missing)}")
    return lines
