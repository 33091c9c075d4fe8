"""Patterns of threads that wait for a signal, an item or a permit that does not come."""

from __future__ import annotations

from grader.engine.outcome import Step
from grader.patterns.trace import (
    CONCEALED,
    MAIN,
    WAITS,
    Access,
    Pattern,
    Trace,
    receiver,
    seen,
    waiting,
    what,
)

_NOTIFIES = ("Condition.notify", "Condition.notify_all")
_NEEDS = {
    "Condition.wait": "nobody notifies it any more",
    "Condition.wait_for": "nobody notifies it any more",
    "Event.wait": "nobody sets it any more",
    "Queue.get": "nobody puts anything any more",
    "LifoQueue.get": "nobody puts anything any more",
    "PriorityQueue.get": "nobody puts anything any more",
    "SimpleQueue.get": "nobody puts anything any more",
    "Queue.put": "nobody takes anything out any more",
    "Queue.join": "not every item was followed by task_done()",
    "Semaphore.acquire": "nobody gives one back",
    "Semaphore.__enter__": "nobody gives one back",
    "BoundedSemaphore.acquire": "nobody gives one back",
    "BoundedSemaphore.__enter__": "nobody gives one back",
    "Barrier.wait": "too few threads come to it",
    "Future.result": "nobody gives it a result",
}


def lost_wakeup(trace: Trace) -> Pattern | None:
    """The signal came before the wait began, and does not come again."""
    for path, index in trace.stuck().items():
        step = trace.steps[index]
        if step.method not in WAITS or trace.in_test(step):
            continue
        began = _began(trace, path, index)
        signals = [
            n for n, s in enumerate(trace.steps) if _notifies(s, step.object) and s.thread != path
        ]
        if not signals or signals[-1] > began:
            continue
        signal = signals[-1]
        if path in _waiting_at(trace, signal, step.object):
            continue  # it was woken, and waits again
        asked = _asked(trace, path, began, signal)
        name, theirs = trace.name(path), trace.name(trace.steps[signal].thread)
        before = f"{theirs} notifies on {trace.line(trace.steps[signal])} before {name} waits"
        if asked is None:
            if not _waits_at_once(trace, path, began):
                continue
            sentence = (
                f"{before} on {trace.line(step)}, and {name} does not ask first whether it has "
                "happened already."
            )
            return Pattern("wait without predicate", sentence, (signal, index))
        sentence = (
            f"{name} asks for {what(asked.step)}{seen(asked.step)} on {trace.line(asked.step)} "
            f"and begins to wait on {trace.line(step)}; {theirs} notifies in between, on "
            f"{trace.line(trace.steps[signal])}, when nobody waits."
        )
        return Pattern("lost wakeup", sentence, (asked.index, signal, index))
    return None


def one_woken_of_several(trace: Trace) -> Pattern | None:
    """`notify()` wakes one thread where several wait."""
    for path, index in trace.stuck().items():
        step = trace.steps[index]
        if step.method not in WAITS or trace.in_test(step):
            continue
        began = _began(trace, path, index)
        later = [n for n, s in enumerate(trace.steps) if n > began and _notifies(s, step.object)]
        if not later or any(trace.steps[n].method.endswith("_all") for n in later):
            continue
        woken = _waiting_at(trace, later[-1], step.object)[:1]
        if woken and woken != [path]:
            signal = trace.steps[later[-1]]
            sentence = (
                f"{trace.name(signal.thread)} wakes one thread with notify() on "
                f"{trace.line(signal)}, {trace.name(woken[0])}; {trace.name(path)} goes on waiting "
                f"on {trace.line(step)}."
            )
            return Pattern("one notify for several waiters", sentence, (later[-1], index))
    return None


def nothing_will_come(trace: Trace) -> Pattern | None:
    """A thread waits for what only the others could bring, and they have ended or wait as well."""
    stuck = trace.stuck()
    # Who waits for a signal is what keeps the others waiting, and main waits for its threads.
    for path in sorted(stuck, key=lambda path: _first_to_tell(trace.steps[stuck[path]])):
        step = trace.steps[stuck[path]]
        if step.method not in _NEEDS or (trace.in_test(step) and step.method != "Barrier.wait"):
            continue
        beside = [trace.steps[n] for other, n in stuck.items() if other not in (path, MAIN)]
        same = _same_answer(trace, path, stuck[path])
        if same and any(trace.in_test(o) or o.method in ("", "Barrier.wait") for o in beside):
            continue  # whoever would change it may be kept waiting for this very thread
        waits = waiting(step)
        if "Semaphore" in step.method:
            if trace.preempted:  # a permit more might let it go where it has no business
                continue
            waits = f"waits for a permit of {what(step)}"
        if step.method == "Barrier.wait" and _met(trace, step):
            continue
        if step.method == "Event.wait" and _set_twice(trace, step.object):
            continue
        if step.source == CONCEALED and trace.preempted:
            continue
        if step.source == CONCEALED:
            sentence = (
                f"{trace.name(path)} waits in a hidden test until more threads have come as far, "
                "and too few do."
            )
            return Pattern("nothing will come", sentence, (stuck[path],))
        why = (
            _cleared(trace, step)
            or _another(trace, path, stuck[path])
            or same
            or _NEEDS[step.method]
        )
        sentence = f"{trace.name(path)} {waits} on {trace.line(step)}, and {why}."
        return Pattern("nothing will come", sentence, (stuck[path],))
    return None


def _first_to_tell(step: Step) -> tuple[bool, bool, int]:
    kind = step.method.partition(".")[0]
    order = {"Condition": 1, "Barrier": 3}.get(kind, 2)
    return step.method != "Queue.join", step.thread == MAIN, order


def _cleared(trace: Trace, wait: Step) -> str:
    """Returns who has taken an event back after it was set; "" if nobody has."""
    cleared: Step | None = None
    was_set = False
    for step in trace.steps:
        if step.object == wait.object and step.action == "call":
            if step.method == "Event.set":
                was_set, cleared = True, None
            elif step.method == "Event.clear" and was_set:
                cleared = cleared or step
    if cleared is None:
        return ""
    itself = cleared.thread == wait.thread
    who = "it has cleared it itself" if itself else f"{trace.name(cleared.thread)} has cleared it"
    return f"{who} on {trace.line(cleared)}"


def _set_twice(trace: Trace, event: int) -> bool:
    """Whether an event was set while it was set: who clears it then takes both signals back."""
    was_set = False
    for step in trace.steps:
        if step.object == event and step.action == "call":
            if step.method == "Event.set" and was_set:
                return True
            was_set = step.method == "Event.set" or (was_set and step.method != "Event.clear")
    return False


def _another(trace: Trace, path: str, index: int) -> str:
    """Says that others notify a condition of the same name that is another one; "" if not."""
    wait = trace.steps[_began(trace, path, index)]
    for step in trace.steps:
        if step.object == wait.object and step.thread != wait.thread:
            return ""
    signals = [
        step
        for step in trace.steps
        if step.action == "call"
        and step.method in _NOTIFIES
        and step.thread != wait.thread
        and receiver(step) == receiver(wait)
    ]
    if wait.method not in WAITS or not signals:
        return ""
    last = signals[-1]
    return f"what {trace.name(last.thread)} notifies on {trace.line(last)} is another condition"


def _met(trace: Trace, wait: Step) -> bool:
    """Whether threads have met at a barrier already: somebody has come back from it."""
    here = [
        n for n, s in enumerate(trace.steps) if s.object == wait.object and s.method == wait.method
    ]
    return any(
        step.thread == trace.steps[n].thread
        and (step.object, step.method) != (wait.object, wait.method)
        for n in here
        for step in trace.steps[n + 1 :]
    )


def _same_answer(trace: Trace, path: str, index: int) -> str:
    """Says that a notification would not help: who wakes would ask again, and wait again.

    That is so where nobody has changed what it read in the line that it asked in last.
    """
    wait = trace.steps[index]
    if wait.method not in WAITS:
        return ""
    before = [n for n in range(index) if trace.steps[n].thread == path]
    begins = [n for n in before if trace.steps[n].action in ("wait", "acquire")]
    reads = [
        access
        for access in trace.of(path)
        if not access.writes and (begins[-1] if begins else -1) < access.index < index
    ]
    if not reads:
        return ""
    last = reads[-1].step
    asked = [one for one in reads if (one.step.file, one.step.line) == (last.file, last.line)]
    if any(read.meets(other) for read in asked for other in trace.since(read)):
        return ""
    return f"nobody changes any more what it asks for {trace.lines(wait, last)}"


def _notifies(step: Step, condition: int) -> bool:
    return step.action == "call" and step.method in _NOTIFIES and step.object == condition


def _began(trace: Trace, path: str, index: int) -> int:
    """Returns the number of the call with which a thread began to wait."""
    step = trace.steps[index]
    for n in range(index, -1, -1):
        other = trace.steps[n]
        if other.thread == path and other.action == "call" and other.object == step.object:
            return n
    return index


def _asked(trace: Trace, path: str, began: int, signal: int) -> Access | None:
    """Returns what a thread read, before it was told, of what the one who told it has written."""
    told = trace.steps[signal]
    written = [
        access
        for access in trace.of(told.thread)
        if access.writes and access.index < signal and trace.one_operation(access.step, told)
    ]
    mine = [
        access
        for access in trace.of(path)
        if not access.writes
        and access.index < began
        and trace.one_operation(access.step, trace.steps[began])
    ]
    for read in reversed(mine):
        if any(read.meets(write) and read.index < write.index for write in written):
            return read
    return None


def _waits_at_once(trace: Trace, path: str, began: int) -> bool:
    """Whether a thread waits on the line below the one where it took the lock."""
    mine = [step for step in trace.steps[:began] if step.thread == path]
    if not mine or mine[-1].action != "acquire" or mine[-1].file != trace.steps[began].file:
        return False
    return 0 <= trace.steps[began].line - mine[-1].line <= 1


def _waiting_at(trace: Trace, index: int, condition: int) -> list[str]:
    """Returns the threads that wait for a condition at a step, who began first first."""
    waiting: dict[str, None] = {}
    for step in trace.steps[:index]:
        waits = step.method in WAITS and step.object == condition
        if waits and step.action in ("call", "wait"):
            waiting[step.thread] = None
        elif step.thread in waiting:
            del waiting[step.thread]
    return list(waiting)
