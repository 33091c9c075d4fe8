"""Which pattern an execution shows.

The patterns are those of Lu, Park, Seo and Zhou, "Learning from mistakes: a comprehensive study
on real world concurrency bug characteristics" (ASPLOS 2008), told apart more finely. Where none
fits for certain there is none: a wrong explanation is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable

from grader.engine.outcome import Outcome, Timeline
from grader.patterns import endings, halfway, iteration, memory, publication, stuck, waking
from grader.patterns.trace import CONCEALED, Pattern, Trace

Find = Callable[[Trace], Pattern | None]

MOST = 200
"""Accesses in an execution beyond which only what holds at its end is looked for: the rest compares
accesses with each other, and a submission decides how many there are."""

_AT_THE_END: tuple[Find, ...] = (
    stuck.locked_twice,
    stuck.lock_order_circle,
    stuck.lock_kept,
    stuck.waits_while_holding,
)

_STUCK: tuple[Find, ...] = (
    stuck.locked_twice,
    stuck.lock_order_circle,
    memory.lost_update,
    memory.overwritten,
    stuck.lock_kept,
    stuck.waits_while_holding,
    waking.lost_wakeup,
    waking.one_woken_of_several,
    waking.nothing_will_come,
)
_WRONG: tuple[Find, ...] = (
    iteration.changed_while_iterated,
    iteration.generator_entered_twice,
    memory.not_asked_again,
    memory.outdated,
    publication.told_too_early,
    publication.half_built,
    halfway.torn_read,
    halfway.seen_halfway,
    memory.overwritten,
)


def pattern_of(outcome: Outcome, timeline: Timeline) -> Pattern | None:
    """Returns the pattern that an outcome shows; None where none fits.

    Args:
        outcome: a wrong one.
        timeline: its execution, as recorded.
    """
    trace = Trace(timeline)
    found: Pattern | None = None
    short = len(trace.accesses) <= MOST
    match outcome.kind:
        case "deadlock":
            found = _first(_STUCK if short else _AT_THE_END, trace)
        case "livelock":
            found = endings.goes_round(trace)
        case "returned" | "raised":
            found = _first(_WRONG, trace) if short else None
            # Where threads were interrupted, an error may be just what follows.
            if found is None and outcome.unhandled and not outcome.preemptions:
                found = endings.error_nobody_sees(trace)
            if found is None and outcome.left_running:
                found = endings.left_behind(trace, outcome.left_running)
    return found


def _first(finds: tuple[Find, ...], trace: Trace) -> Pattern | None:
    for find in finds:
        found = find(trace)
        if found is not None and not _names_hidden(trace, found):
            return found
    return None


def _names_hidden(trace: Trace, found: Pattern) -> bool:
    """Whether a sentence names something of a hidden test: a call that has no name, or a line."""
    hidden = {step.file for step in trace.steps if step.source == CONCEALED}
    return "``" in found.sentence or any(f" of {file}" in found.sentence for file in hidden)
