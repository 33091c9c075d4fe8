"""Patterns in what threads read and write: what one has seen is no longer so when it acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.engine.outcome import Step
from grader.patterns.trace import (
    WAITS,
    Access,
    Pattern,
    Trace,
    asked,
    goes_back,
    seen,
    subject,
    what,
)

_STATEMENT = re.compile(
    r"(return|yield|if|elif|while|for|with|assert|raise|del)\b|[\w.,\[\]'\" ]+ [-+*/|&]?= "
)


def outdated(trace: Trace) -> Pattern | None:
    """A thread goes by what it has read, and that is no longer so: what shows first."""
    found = [pattern for find in (lost_update, check_then_act) if (pattern := find(trace))]
    return min(found, key=lambda pattern: pattern.steps[-1], default=None)


def lost_update(trace: Trace) -> Pattern | None:
    """A thread writes what it worked out from a value that another one has replaced meanwhile.

    If it had asked for that value before, question, reading and writing are all to be one step.
    """
    checked = {act.index: question for question, _, act in _decided(trace)}
    for read, others, write in _stale(trace):
        if write.place and not _decides(read, write):
            other = others[-1]
            value = f" {other.step.value}" if other.step.value else " it"
            if other.step.action == "call":
                value = " to it"
            name, theirs = trace.name(write.thread), trace.name(other.thread)
            question = _asked_before(read, checked.get(write.index))
            sentence = (
                f"{name} {_reads(trace, question, read)}, "
                f"{theirs} writes{value} {trace.lines(read.step, other.step)}, "
                f"then {name} writes{_value(write.step)} over it"
                f"{_elsewhere(trace, other.step, write.step)}."
            )
            kind = "atomicity violation" if question else "lost update"
            return Pattern(kind, sentence, (read.index, other.index, write.index))
    return None


def _asked_before(read: Access, question: Access | None) -> Access | None:
    """Returns the question, if it was for the value that is read, on another line."""
    if question is None or not _same_name(question, read) or question.step.line == read.step.line:
        return None
    return question


def _reads(trace: Trace, question: Access | None, read: Access) -> str:
    """Says where a value was read, and where it was asked for before."""
    where = f"{seen(read.step)} on {trace.line(read.step)}"
    if question is None:
        return f"reads {asked(read.step)}{where}"
    asks = f"checks {asked(question.step)}{seen(question.step)} on {trace.line(question.step)}"
    return f"{asks} and reads it{where}"


def check_then_act(trace: Trace) -> Pattern | None:
    """A thread acts on the answer to a question that has another answer by now."""
    for read, others, act in _decided(trace):
        if _waited(trace, read.index, act.index, act.thread) or _fails_elsewhere(trace, act):
            continue
        other = others[-1]
        name, theirs = trace.name(act.thread), trace.name(other.thread)
        changed = "changes it" if _same_name(read, other) else f"changes {subject(other.step)}"
        sentence = (
            f"{name} checks {asked(read.step)}{seen(read.step)} on {trace.line(read.step)}; "
            f"before it acts {trace.lines(read.step, act.step)}, "
            f"{theirs} {changed} on {trace.line(other.step)}."
        )
        return Pattern("check-then-act", sentence, (read.index, other.index, act.index))
    return None


def not_asked_again(trace: Trace) -> Pattern | None:
    """A thread wakes from a wait, and what it had waited for is gone before it goes on."""
    for read, others, act in _decided(trace):
        wait = _waited(trace, read.index, act.index, act.thread)
        if wait is None or not _one_place(trace, wait):
            continue
        makers = {other.thread for other in others if other.index < others[-1].index}
        other = others[-1]
        if not makers - {other.thread}:
            continue
        name, theirs = trace.name(act.thread), trace.name(other.thread)
        sentence = (
            f"{name} waits on {trace.line(trace.steps[wait])} and does not ask again after waking: "
            f"before it acts on {trace.line(act.step)}, {theirs} has changed {subject(other.step)} "
            f"on {trace.line(other.step)}."
        )
        return Pattern("not asked again after waking", sentence, (wait, other.index, act.index))
    return None


def _one_place(trace: Trace, wait: int) -> bool:
    """Whether all threads that wait do so on one line; else another might be to blame."""
    here = trace.steps[wait]
    return all(
        (step.file, step.line) == (here.file, here.line)
        for step in trace.steps
        if step.method in WAITS and step.action == "call"
    )


def overwritten(trace: Trace) -> Pattern | None:
    """A thread reads back what it has written, and finds another one's."""
    for path in trace.names:
        mine = [access for access in trace.of(path) if access.place]
        looks = list(trace.looks(path))
        for position, read in enumerate(mine):
            before = [a for a in mine[:position] if a.place == read.place]
            if read not in looks or not before or not before[-1].writes:
                continue
            write = before[-1]
            others = _overtaking(trace, write, read)
            if (
                others
                and others[-1].place
                and others[-1].step.action == "write"
                and not goes_back(write.step, read.step)
                and trace.one_operation(write.step, read.step)
                and trace.beside(write.index, read.index, path)
            ):
                other = others[-1]
                name, theirs = trace.name(path), trace.name(other.thread)
                over = f"{theirs} writes{_value(other.step)} over it"
                if len(others) > 1:
                    last = f" ({other.step.value})" if other.step.value else ""
                    over = f"others write over it, {theirs} last{last}"
                sentence = (
                    f"{name} writes{_value(write.step)} to {what(write.step)} on "
                    f"{trace.line(write.step)}, {over}"
                    f"{_elsewhere(trace, write.step, other.step)}, and {name} reads "
                    f"{read.step.value or 'that'} back on {trace.line(read.step)}."
                )
                steps = (write.index, other.index, read.index)
                return Pattern("overwritten in between", sentence, steps)
    return None


def _stale(trace: Trace) -> Iterator[tuple[Access, list[Access], Access]]:
    """Yields (read, the others' writes, write) where a write rests on a read from before them."""
    for path in trace.names:
        mine = trace.of(path)
        for position, write in enumerate(mine):
            if not write.writes:
                continue
            before = [a for a in mine[:position] if a.meets(write)]
            if not before or before[-1].writes or before[-1].place != write.place:
                continue
            read = before[-1]
            if not trace.one_operation(read.step, write.step) or _next_time(read, write):
                continue
            others = _overtaking(trace, read, write)
            if others:
                yield read, others, write


def _decided(trace: Trace) -> Iterator[tuple[Access, list[Access], Access]]:
    """Yields (question, the others' writes, act) where an act rests on an outdated answer."""
    for path in trace.names:
        mine = trace.of(path)
        for act in (*mine, *_failures(trace, path)):
            if not act.writes:
                continue
            before = [a for a in mine if a.index < act.index and a.asks and a.meets(act)]
            if not before or not trace.one_operation(before[-1].step, act.step):
                continue
            read = before[-1]
            if read.step.line == act.step.line and read.place and act in mine:
                continue
            if goes_back(read.step, act.step):
                continue
            others = _overtaking(trace, read, act)
            if others and _puts_back(read, others[-1]):
                continue
            if not read.place and act.place:
                others = [other for other in others if other.place in (0, act.place)]
            if others and not _undone(mine, read, act):
                yield read, others, act


def _failures(trace: Trace, path: str) -> Iterator[Access]:
    """Yields what a thread accessed when an error came of it, as an act."""
    steps = trace.steps
    for index, step in enumerate(steps):
        if step.thread == path and step.action == "raise":
            here = [
                n
                for n in range(index)
                if (steps[n].thread, steps[n].file, steps[n].line) == (path, step.file, step.line)
            ]
            last = here[-1] if here else index
            if here and steps[last].object:
                yield Access(last, steps[last], True)
                for n in reversed(here):
                    if steps[n].refers == steps[last].object:
                        yield Access(n, steps[n], True)  # where it found what it failed on
                        break


def _fails_elsewhere(trace: Trace, act: Access) -> bool:
    """Whether an error ends the program's execution that does not come of an act."""
    errors = [s for s in trace.steps if s.action == "raise" and s.fatal and not trace.in_test(s)]
    return bool(errors) and not any(
        (error.thread, error.line) == (act.thread, act.step.line) for error in errors
    )


def _puts_back(read: Access, other: Access) -> bool:
    """Whether another thread has written the very value that was read."""
    return other.step.action == "write" and bool(read.place) and other.step.value == read.step.value


def _undone(mine: list[Access], read: Access, act: Access) -> bool:
    """Whether the thread itself has changed what it asked for, before it acts again."""
    return any(a.writes and read.index < a.index < act.index and a.meets(read) for a in mine)


def _overtaking(trace: Trace, read: Access, act: Access) -> list[Access]:
    return [
        other
        for other in trace.between(read.index, act.index, act.thread)
        if other.meets(read) and other.meets(act)
    ]


def _next_time(read: Access, write: Access) -> bool:
    """Whether a value was read for something else, in the call before the one that writes."""
    return goes_back(read.step, write.step) and bool(_STATEMENT.match(read.step.source))


def _decides(read: Access, write: Access) -> bool:
    """Whether a value was read to decide whether to write, not to work out what."""
    return read.asks and read.step.line != write.step.line


def _waited(trace: Trace, first: int, last: int, thread: str) -> int | None:
    """Returns the number of the step in which a thread waited for a condition between two."""
    for index in range(last - 1, first, -1):
        step = trace.steps[index]
        if step.thread == thread and step.method in WAITS and step.action == "call":
            return index
    return None


def _same_name(one: Access, other: Access) -> bool:
    return subject(one.step) == subject(other.step)


def _value(step: Step) -> str:
    return f" {step.value}" if step.value else ""


def _elsewhere(trace: Trace, one: Step, other: Step) -> str:
    where = trace.lines(one, other)
    return "" if where == "there" else f" {where}"
