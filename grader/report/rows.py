"""What of an execution a person needs to see: its steps gathered into rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from grader.engine.outcome import Step, Timeline
from grader.report.look import Signs, printable, shorten

MAIN = "0"
VALUE_LENGTH = 32
TARGET_LENGTH = 32
ROWS = 40
EVENTS = 12  # of a row
ENDLESS = 16  # rows of an execution that goes on for ever

_SYNCHRONISES = {"acquire", "release"}
_ACCESSES = {"read", "write"}
_ALWAYS_SHOWN = {"wait", "raise", "print"}
_VERBS = {"acquire", "release", "enter", "start", "end", "return", "raise"}
_SWITCHES = {"preempted": "preempted", "yields": "lets others run"}


@dataclass(frozen=True)
class Event:
    """One thing that happened on a line; `kind` is the step's action or "switch"."""

    kind: str
    text: str
    note: str = ""
    fatal: bool = False


@dataclass(frozen=True)
class Row:
    """Consecutive steps of one thread on one line."""

    thread: str
    name: str
    file: str
    line: int
    source: str
    events: tuple[Event, ...]

    @property
    def fatal(self) -> bool:
        return any(event.fatal for event in self.events)


@dataclass(frozen=True)
class Gap:
    """Steps that are left out; `thread` is "" where they belong to several."""

    thread: str
    name: str
    steps: int


@dataclass(frozen=True)
class Again:
    """The rows before it, `rows` of them, come so many times more."""

    thread: str
    name: str
    rows: int
    times: int


Line = Row | Gap | Again
_LONGEST_LOOP = 6  # rows


def rows_of(
    timeline: Timeline, signs: Signs, limit: int = ROWS, telling: Sequence[int] = ()
) -> list[Line]:
    """Returns the rows that tell the story of an execution, the rest as gaps.

    Args:
        timeline: the execution.
        signs: the characters to write with.
        limit: how many rows at most; a longer story loses its middle.
        telling: the numbers of the steps that show the mistake; the last one is the fatal one.
    """
    told = _with_permits(_with_fatal_step(timeline.steps, telling))
    shown = _shown_steps(told) | set(telling)
    rows: list[Line] = []
    numbered = list(enumerate(told))
    for (thread, name), turn in groupby(numbered, key=lambda pair: _thread(pair[1])):
        steps = list(turn)
        for _, line in groupby(steps, key=lambda pair: (pair[1].file, pair[1].line)):
            group = list(line)
            kept = [step for index, step in group if index in shown]
            if kept:
                rows.append(_row(kept, signs))
            else:
                _add_gap(rows, Gap(thread, name, len(group)))
        following = steps[-1][0] + 1
        if following < len(told):
            _note_switch(rows, told[following].switch)
    endless = bool(told) and told[-1].action == "loop"
    return _without_middle(_without_repeats(rows), min(limit, ENDLESS) if endless else limit)


def _thread(step: Step) -> tuple[str, str]:
    return step.thread, step.name


def _with_fatal_step(steps: list[Step], telling: Sequence[int]) -> list[Step]:
    """Returns the steps with one marked where none is: the last telling one, or an endless wait."""
    if not steps or any(step.fatal for step in steps):
        return steps
    fatal = telling[-1] if telling else len(steps) - 1
    if not telling and steps[fatal].action != "wait":
        return steps
    return [*steps[:fatal], replace(steps[fatal], fatal=True), *steps[fatal + 1 :]]


def _with_permits(steps: list[Step]) -> list[Step]:
    """Returns the steps with a semaphore acquired where a `with` begins that need not wait.

    As it begins, nobody knows yet whether it will, so the record says no more than "enter".
    """
    return [
        replace(step, action="acquire")
        if step.method.endswith("Semaphore.__enter__") and not _begins_wait(steps, index)
        else step
        for index, step in enumerate(steps)
    ]


def _shown_steps(steps: list[Step]) -> set[int]:
    """Returns the numbers of the steps that matter.

    These are what threads do to each other: reads and writes of what another
    thread changes, locks, waiting, errors, the places where a thread was
    stopped, and the fatal step. Of a single thread everything matters.
    """
    alive = _while_threads_live(steps)
    if len({steps[index].thread for index in alive}) < 2:
        return {index for index, step in enumerate(steps) if step.action not in ("start", "end")}
    shared = _shared(steps, alive)
    return {
        index
        for index, step in enumerate(steps)
        if step.fatal
        or (step.action in _ALWAYS_SHOWN and not _only_joins(step))
        or (step.action in _SYNCHRONISES and index in alive)
        or (index in alive and _is_access(step) and (not shared or _field(step) in shared))
        or (index in alive and _receiver(step) in shared and not _begins_wait(steps, index))
        or (index + 1 in alive and steps[index + 1].switch == "preempted" and step.thread != MAIN)
    }


def _shared(steps: list[Step], alive: range) -> set[str]:
    """Returns the fields that several threads use and one of them changes, or may by a call."""
    users: dict[str, set[str]] = defaultdict(set)
    changed: set[str] = set()
    for index in alive:
        step = steps[index]
        if _is_access(step):
            users[_field(step)].add(step.thread)
            if step.action == "write":
                changed.add(_field(step))
        elif receiver := _receiver(step):
            users[receiver].add(step.thread)
            changed.add(receiver)
    return {field for field in changed if len(users[field]) > 1}


def _is_access(step: Step) -> bool:
    """Whether a step reads or writes something that has a name; not the result of a call."""
    return step.action in _ACCESSES and bool(step.target) and "(" not in step.target


def _field(step: Step) -> str:
    """Returns what an access is about, whatever its owner is called: "value", "accounts"."""
    return step.target.rpartition(".")[2].partition("[")[0]


def _receiver(step: Step) -> str:
    """Returns what a method is called on, whatever its owner is called: "jobs"; "" if nothing."""
    if step.action not in ("call", "wait"):
        return ""
    return step.target.partition("(")[0].rpartition(".")[0].rpartition(".")[2]


def _begins_wait(steps: list[Step], index: int) -> bool:
    """Whether a call, or the beginning of a `with`, waits, which the step after it tells."""
    following = steps[index + 1] if index + 1 < len(steps) else steps[index]
    return (
        steps[index].action in ("call", "enter")
        and following.action == "wait"
        and ((following.thread, following.line) == (steps[index].thread, steps[index].line))
    )


def _only_joins(step: Step) -> bool:
    return step.action == "wait" and step.note.endswith("to end")


def _while_threads_live(steps: list[Step]) -> range:
    """Returns the steps from the first to the last one of a thread that is not main."""
    others = [index for index, step in enumerate(steps) if step.thread != MAIN]
    return range(others[0], others[-1] + 1) if others else range(len(steps))


def _row(steps: list[Step], signs: Signs) -> Row:
    first = steps[0]
    source = printable(first.source.strip())
    events = _counted(Event(s.action, phrase(s, signs), _note(s), s.fatal) for s in steps)
    return Row(first.thread, first.name, first.file, first.line, source, _few(events, signs))


def _few(events: tuple[Event, ...], signs: Signs) -> tuple[Event, ...]:
    """Returns events without the middle of what goes on and on within a line."""
    if len(events) <= EVENTS:
        return events
    half = EVENTS // 2
    left = events[half:-half]
    fatal = tuple(event for event in left if event.fatal)
    gap = Event("gap", f"{signs.dots} {len(left) - len(fatal)} more steps")
    return (*events[:half], gap, *fatal, *events[-half:])


def _counted(events: Iterable[Event]) -> tuple[Event, ...]:
    """Returns events with the same one several times in a row written once."""
    found: list[Event] = []
    for event, same in groupby(events):
        times = len(list(same))
        text = event.text if times == 1 else f"{event.text} ({times} times)"
        found.append(replace(event, text=text))
    return tuple(found)


def _without_repeats(rows: list[Line]) -> list[Line]:
    """Returns rows with what a thread does over and over written once."""
    kept: list[Line] = []
    position = 0
    while position < len(rows):
        length, times = _repeats_at(rows, position)
        kept += rows[position : position + length]
        if times > 1:
            first = rows[position]
            kept.append(Again(first.thread, first.name, length, times - 1))
        position += length * times
    return kept


def _repeats_at(rows: list[Line], start: int) -> tuple[int, int]:
    """Returns (how many rows, how often) of the loop that begins at `start`."""
    for length in range(1, _LONGEST_LOOP + 1):
        loop = rows[start : start + length]
        times = 1
        while rows[start + times * length : start + (times + 1) * length] == loop:
            times += 1
        if times > 2:
            return length, times
    return 1, 1


def _add_gap(rows: list[Line], gap: Gap) -> None:
    last = rows[-1] if rows else None
    if isinstance(last, Gap) and last.thread == gap.thread:
        rows[-1] = Gap(gap.thread, gap.name, last.steps + gap.steps)
    else:
        rows.append(gap)


def _note_switch(rows: list[Line], switch: str) -> None:
    """Writes why a thread stopped under the last of its rows that is shown."""
    last = rows[-1]
    if not isinstance(last, Row) or switch not in _SWITCHES:
        return
    event = Event("switch", _SWITCHES[switch])
    rows[-1] = Row(last.thread, last.name, last.file, last.line, last.source, (*last.events, event))


def _without_middle(rows: list[Line], limit: int) -> list[Line]:
    if len(rows) <= limit:
        return rows
    head = limit // 3
    tail = len(rows) - (limit - head - 1)
    dropped = sum(map(_steps, rows[head:tail]))
    return [*rows[:head], Gap("", "", dropped), *rows[tail:]]


def _steps(row: Line) -> int:
    match row:
        case Gap():
            return row.steps
        case Again():
            return row.rows * row.times
        case _:
            return len(row.events)


def phrase(step: Step, signs: Signs) -> str:
    """Returns what a step did, in words: "reads self.value → 0"."""
    target = shorten(printable(step.target), TARGET_LENGTH, signs.dots)
    value = shorten(printable(step.value), VALUE_LENGTH, signs.dots)
    match step.action:
        case "read" | "call":
            return _words(f"{step.action}s", target, signs.arrow if value else "", value)
        case "write":
            return _words("writes", target, "=" if value else "", value)
        case "wait":
            return printable(step.note) or _words("waits for", target or "another thread")
        case "loop":
            return "goes round the loop"
        case "print":
            return _words("prints", value)
        case action if action in _VERBS:
            return _words(f"{action}s", target, value)
        case action:
            return _words(action, target, value)


def _note(step: Step) -> str:
    return "" if step.action == "wait" else printable(step.note)


def _words(*words: str) -> str:
    return " ".join(word for word in words if word)
