"""Patterns in what threads read and write: what one has seen is no longer so when it acts."""

from __future__ import annotations

from collections.abc import Iterator

from grader.engine.outcome import Step
from grader.patterns.trace import Access, Pattern, Trace, seen, subject, what

_WAITS = ("Condition.wait", "Condition.wait_for")


def lost_update(trace: Trace) -> Pattern | None:
    """A thread writes what it worked out from a value that another one has replaced meanwhile."""
    for read, others, write in _stale(trace):
        if write.place and not _decides(read, write):
            other = others[-1]
            value = f" {other.step.value}" if other.step.value else " it"
            if other.step.action == "call":
                value = " to it"
            name, theirs = trace.name(write.thread), trace.name(other.thread)
            sentence = (
                f"{name} reads {subject(read.step)}{seen(read.step)} on {trace.line(read.step)}, "
                f"{theirs} writes{value} {trace.lines(read.step, other.step)}, "
                f"then {name} writes{_value(write.step)} over it"
                f"{_elsewhere(trace, other.step, write.step)}."
            )
            return Pattern("lost update", sentence, (read.index, other.index, write.index))
    return None


def check_then_act(trace: Trace) -> Pattern | None:
    """A thread acts on the answer to a question that has another answer by now."""
    for read, others, act in _decided(trace):
        if _waited(trace, read.index, act.index, act.thread):
            continue
        other = others[-1]
        name, theirs = trace.name(act.thread), trace.name(other.thread)
        changed = "changes it" if _same_name(read, other) else f"changes {subject(other.step)}"
        sentence = (
            f"{name} checks {subject(read.step)}{seen(read.step)} on {trace.line(read.step)}; "
            f"before it acts {trace.lines(read.step, act.step)}, "
            f"{theirs} {changed} on {trace.line(other.step)}."
        )
        return Pattern("check-then-act", sentence, (read.index, other.index, act.index))
    return None


def not_asked_again(trace: Trace) -> Pattern | None:
    """A thread wakes from a wait, and what it had waited for is gone before it goes on."""
    for read, others, act in _decided(trace):
        wait = _waited(trace, read.index, act.index, act.thread)
        if wait is None:
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


def overwritten(trace: Trace) -> Pattern | None:
    """A thread reads back what it has written, and finds another one's."""
    for path in trace.names:
        mine = [access for access in trace.of(path) if access.place]
        for position, read in enumerate(mine):
            before = [a for a in mine[:position] if a.place == read.place]
            if read.writes or not before or not before[-1].writes:
                continue
            write = before[-1]
            others = _overtaking(trace, write, read)
            if others and others[-1].place and trace.one_operation(write.step, read.step):
                other = others[-1]
                name, theirs = trace.name(path), trace.name(other.thread)
                sentence = (
                    f"{name} writes{_value(write.step)} to {what(write.step)} on "
                    f"{trace.line(write.step)}, {theirs} writes{_value(other.step)} over it"
                    f"{_elsewhere(trace, write.step, other.step)}, and {name} reads "
                    f"{read.step.value or 'that'} back on {trace.line(read.step)}."
                )
                steps = (write.index, other.index, read.index)
                return Pattern("overwritten in between", sentence, steps)
    return None


def seen_halfway(trace: Trace) -> Pattern | None:
    """A thread sees a value that another one replaces again before it is done."""
    for first, last in _changes(trace):
        for read in trace.accesses:
            if (
                first.index < read.index < last.index
                and read.thread != first.thread
                and not read.writes
                and _sees(first, last, read)
            ):
                name, theirs = trace.name(read.thread), trace.name(first.thread)
                same = first.place == last.place
                then = "and again" if same else f"and {what(last.step)}"
                sentence = (
                    f"{theirs} changes {what(first.step)} on {trace.line(first.step)} {then} "
                    f"on {trace.line(last.step)}; {name} reads {subject(read.step)}"
                    f"{seen(read.step)} in between, on {trace.line(read.step)}."
                )
                name = "value seen halfway" if same else "torn read"
                return Pattern(name, sentence, (first.index, read.index, last.index))
    return None


def _sees(first: Access, last: Access, read: Access) -> bool:
    """Whether a read in between shows that two changes are not one step."""
    if first.place == last.place:
        return read.place == first.place
    return read.place == 0 and read.meets(first) and read.meets(last)


def torn_read(trace: Trace) -> Pattern | None:
    """A thread sees one thing from before another thread's change and one from after it."""
    for pair in _changes(trace):
        if pair[0].place == pair[1].place:
            continue
        theirs = pair[0].thread
        for reader in trace.names:
            mine = [a for a in trace.of(reader) if not a.writes and a.place]
            if reader == theirs or not mine:
                continue
            for changed, unchanged in (pair, pair[::-1]):
                for new, old in ((n, o) for n in mine for o in mine):
                    if (
                        new.place == changed.place
                        and old.place == unchanged.place
                        and old.index < unchanged.index
                        and _seen_after(trace, new, changed)
                        and not _written_before(trace, old, unchanged)
                        and trace.one_operation(new.step, old.step)
                    ):
                        return _torn(trace, pair, new, old)
    return None


def _torn(trace: Trace, pair: tuple[Access, Access], new: Access, old: Access) -> Pattern:
    first, last = pair
    name, theirs = trace.name(new.thread), trace.name(first.thread)
    early, late = sorted((new, old), key=lambda access: access.index)
    sentence = (
        f"{theirs} changes {what(first.step)} on {trace.line(first.step)} and {what(last.step)} "
        f"{trace.lines(first.step, last.step)}; {name} sees one of the two changes and not the "
        f"other: it reads {what(early.step)}{seen(early.step)} on {trace.line(early.step)} and "
        f"{what(late.step)}{seen(late.step)} {trace.lines(early.step, late.step)}."
    )
    order = sorted((first.index, last.index, new.index, old.index))
    return Pattern("torn read", sentence, tuple(order))


def _changes(trace: Trace) -> Iterator[tuple[Access, Access]]:
    """Yields two changes that a thread makes in one operation."""
    writes = [access for access in trace.accesses if access.writes and access.place]
    for position, first in enumerate(writes):
        for last in writes[position + 1 :]:
            if last.thread == first.thread and trace.one_operation(first.step, last.step):
                yield first, last


def _seen_after(trace: Trace, read: Access, write: Access) -> bool:
    """Whether a read sees a write: it comes later, and nobody has written in between."""
    return read.index > write.index and not any(
        write.index < other.index < read.index and other.place == write.place
        for other in trace.accesses
        if other.writes
    )


def _written_before(trace: Trace, read: Access, write: Access) -> bool:
    """Whether the write's own thread had written the place already, and the read saw that."""
    earlier = [
        other
        for other in trace.of(write.thread)
        if other.writes and other.place == write.place and other.index < read.index
    ]
    return any(trace.one_operation(other.step, write.step) for other in earlier)


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
            if not trace.one_operation(read.step, write.step):
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
            asked = [a for a in mine if a.index < act.index and a.asks and a.meets(act)]
            if not asked or not trace.one_operation(asked[-1].step, act.step):
                continue
            read = asked[-1]
            if read.step.line == act.step.line and read.place:
                continue
            others = _overtaking(trace, read, act)
            if not read.place and act.place:
                others = [other for other in others if other.place in (0, act.place)]
            if others and not _undone(mine, read, act):
                yield read, others, act


def _failures(trace: Trace, path: str) -> Iterator[Access]:
    """Yields what a thread accessed when an error came of it, as an act."""
    steps = trace.steps
    for index, step in enumerate(steps):
        if step.thread == path and step.action == "raise":
            before = [n for n in range(index) if steps[n].thread == path]
            last = before[-1] if before else index
            if steps[last].line == step.line and steps[last].object:
                yield Access(last, steps[last], True)


def _undone(mine: list[Access], read: Access, act: Access) -> bool:
    """Whether the thread itself has changed what it asked for, before it acts again."""
    return any(a.writes and read.index < a.index < act.index and a.meets(read) for a in mine)


def _overtaking(trace: Trace, read: Access, act: Access) -> list[Access]:
    return [
        other
        for other in trace.between(read.index, act.index, act.thread)
        if other.meets(read) and other.meets(act)
    ]


def _decides(read: Access, write: Access) -> bool:
    """Whether a value was read to decide whether to write, not to work out what."""
    return read.asks and read.step.line != write.step.line


def _waited(trace: Trace, first: int, last: int, thread: str) -> int | None:
    """Returns the number of the step in which a thread waited for a condition between two."""
    for index in range(last - 1, first, -1):
        step = trace.steps[index]
        if step.thread == thread and step.method in _WAITS and step.action == "call":
            return index
    return None


def _same_name(one: Access, other: Access) -> bool:
    return subject(one.step) == subject(other.step)


def _value(step: Step) -> str:
    return f" {step.value}" if step.value else ""


def _elsewhere(trace: Trace, one: Step, other: Step) -> str:
    where = trace.lines(one, other)
    return "" if where == "there" else f" {where}"
