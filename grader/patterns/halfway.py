"""Patterns in which a thread sees another one's change when only half of it is done."""

from __future__ import annotations

from collections.abc import Iterator

from grader.patterns.trace import Access, Pattern, Trace, seen, subject, what


def seen_halfway(trace: Trace) -> Pattern | None:
    """A thread sees a value that another one replaces again before it is done."""
    looks = [access for path in trace.names for access in trace.looks(path)]
    for first, last in _changes(trace):
        for read in sorted(looks, key=lambda access: access.index):
            if (
                first.index < read.index < last.index
                and read.thread != first.thread
                and not read.writes
                and _sees(trace, first, last, read)
                and not _meant(trace, first, last, read)
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


def _meant(trace: Trace, first: Access, last: Access, read: Access) -> bool:
    """Whether a value in between is one that others may see: in a loop, or given free by a lock."""
    if first.place != last.place:
        return False
    if any(
        look.place == read.place
        and look.index < first.index
        and trace.one_operation(look.step, read.step)
        for look in trace.of(read.thread)
        if not look.writes
    ):
        return True  # it had another answer before: what breaks is what it made of that
    return first.step.line == last.step.line or bool(_held(trace, first) & _held(trace, read))


def _held(trace: Trace, access: Access) -> set[int]:
    return trace.held(access.index, access.thread)


def _sees(trace: Trace, first: Access, last: Access, read: Access) -> bool:
    """Whether a read in between shows that two changes are not one step."""
    if first.place == last.place:
        return read.place == first.place and _seen_after(trace, read, first)
    return read.place == 0 and read.meets(first) and read.meets(last)


def torn_read(trace: Trace) -> Pattern | None:
    """A thread sees one thing from before another thread's change and one from after it."""
    for pair in _changes(trace):
        if pair[0].place == pair[1].place or pair[0].step.object != pair[1].step.object:
            continue
        theirs = pair[0].thread
        for reader in trace.names:
            mine = [a for a in trace.looks(reader) if a.place]
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
                        and trace.beside(new.index, old.index, reader)
                        and not _apart(trace, new, old)
                        and not trace.waits_after(max(new.index, old.index))
                    ):
                        return _torn(trace, pair, new, old)
    return None


def _apart(trace: Trace, one: Access, other: Access) -> bool:
    """Whether a thread changes what it reads, or has had its answer, between the two looks."""
    early, late = sorted((one, other), key=lambda access: access.index)
    freed = {
        step.object
        for step in trace.steps[early.index : late.index]
        if step.thread == early.thread and step.action == "release"
    }
    if early.asks and _held(trace, early) & freed:
        return True
    return any(
        access.writes and access.place in (one.place, other.place)
        for access in trace.of(one.thread)
        if early.index < access.index < late.index
    )


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
