"""What others can see, or are told of, before it is finished."""

from __future__ import annotations

from grader.engine.outcome import Step
from grader.patterns.trace import Pattern, Trace, receiver, seen, what

_SIGNALS = {
    "Event.set": "Event.wait",
    "Condition.notify": "Condition.wait",
    "Condition.notify_all": "Condition.wait",
    "Semaphore.release": "Semaphore.acquire",
    "Queue.put": "Queue.get",
    "SimpleQueue.put": "SimpleQueue.get",
    "Future.set_result": "Future.result",
}


def told_too_early(trace: Trace) -> Pattern | None:
    """A thread gives the signal before it has written what the signal is about."""
    for index, signal in enumerate(trace.steps):
        locks = trace.held(index, signal.thread)
        if signal.action != "call" or signal.method not in _SIGNALS or trace.in_test(signal):
            continue
        for late in trace.of(signal.thread):
            if (
                not late.writes
                or not late.place
                or late.index < index
                or late.step.line <= signal.line  # the next round's, in a loop
                or trace.held(late.index, late.thread) & locks
                or not trace.one_operation(signal, late.step)
            ):
                continue
            for read in trace.accesses:
                if (
                    index < read.index < late.index
                    and read.thread != signal.thread
                    and not read.writes
                    and read.place == late.place
                    and _heard(trace, signal, read.step)
                ):
                    name, theirs = trace.name(signal.thread), trace.name(read.thread)
                    sentence = (
                        f"{name} gives the signal on {trace.line(signal)} ({receiver(signal)}) and "
                        f"writes {what(late.step)} only on {trace.line(late.step)}; {theirs} hears "
                        f"it and reads {what(read.step)}{seen(read.step)} on "
                        f"{trace.line(read.step)} in between."
                    )
                    steps = (index, read.index, late.index)
                    return Pattern("told too early", sentence, steps)
    return None


def _heard(trace: Trace, signal: Step, read: Step) -> bool:
    """Whether the thread of `read` waited for a signal in the operation in which it reads."""
    return any(
        step.action == "call"
        and step.object == signal.object
        and step.method.removesuffix("_for") == _SIGNALS[signal.method]
        and trace.one_operation(step, read)
        for step in trace.steps
    )


def half_built(trace: Trace) -> Pattern | None:
    """A thread makes an object known, and another one uses it before the first has filled it."""
    writes = [access for access in trace.accesses if access.writes]
    for known in writes:
        made = known.step.refers
        if not made or known.step.action != "write":
            continue
        for filled in writes:
            if (
                filled.thread != known.thread
                or filled.step.object != made
                or filled.index < known.index
                or not trace.one_operation(known.step, filled.step)
            ):
                continue
            used = [
                access
                for access in trace.accesses
                if known.index < access.index < filled.index
                and access.thread != known.thread
                and access.step.object == made
                and access.place in (0, filled.place)
            ]
            if used:
                name, theirs = trace.name(known.thread), trace.name(used[0].thread)
                sentence = (
                    f"{name} makes {what(known.step)} known on {trace.line(known.step)} and "
                    f"fills it only on {trace.line(filled.step)}; {theirs} uses it in between, "
                    f"on {trace.line(used[0].step)}."
                )
                steps = (known.index, used[0].index, filled.index)
                return Pattern("used half-built", sentence, steps)
    return None
