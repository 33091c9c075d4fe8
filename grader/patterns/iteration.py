"""Iterating over what others change, and running what another thread is running."""

from __future__ import annotations

from grader.patterns.trace import Pattern, Trace, subject

_CHANGED = ("changed size during iteration", "mutated during iteration", "changed during iteration")


def changed_while_iterated(trace: Trace) -> Pattern | None:
    """A container changes while a thread goes through it, and Python notices."""
    for index, step in enumerate(trace.steps):
        if step.action != "raise" or not any(text in step.note for text in _CHANGED):
            continue
        mine = [a for a in trace.of(step.thread) if a.index < index and not a.writes]
        for read in reversed(mine):
            others = [
                other
                for other in trace.between(read.index, index, step.thread)
                if other.meets(read) and not read.place
            ]
            if others:
                other = others[-1]
                sentence = (
                    f"{trace.name(step.thread)} goes through {subject(read.step)} on "
                    f"{trace.line(step)}, and {trace.name(other.thread)} changes it meanwhile "
                    f"on {trace.line(other.step)}."
                )
                steps = (read.index, other.index, index)
                return Pattern("iteration while written", sentence, steps)
    return None


def generator_entered_twice(trace: Trace) -> Pattern | None:
    """Two threads are inside one generator."""
    for index, step in enumerate(trace.steps):
        if step.action == "raise" and step.note == "generator already executing":
            sentence = (
                f"{trace.name(step.thread)} asks for the next item on {trace.line(step)} while "
                "another thread is inside the same generator."
            )
            return Pattern("generator shared by threads", sentence, (index,))
    return None
