"""Patterns of threads that wait for locks for ever."""

from __future__ import annotations

from grader.engine.outcome import Step
from grader.patterns.trace import CONCEALED, Pattern, Trace, waiting, what

_LOCKS = ("Lock.acquire", "RLock.acquire")


def locked_twice(trace: Trace) -> Pattern | None:
    """A thread waits for a lock that it holds itself."""
    for path, index in _waiting_for_locks(trace).items():
        step = trace.steps[index]
        if step.holder == path:
            taken = _taking(trace, path, step.object)
            again = taken is not None and _comes_again(trace, taken, step)
            if again and not _at_once(trace, taken, index):
                continue
            sentence = (
                f"{trace.name(path)} waits on {trace.line(step)} for {_wanted(step)}, which it "
                f"holds itself{_since(step)}: nobody else can give it back."
            )
            return Pattern("self-deadlock", sentence, (index,))
    return None


def lock_order_circle(trace: Trace) -> Pattern | None:
    """Each thread of a circle holds a lock and waits for the next one's."""
    waiting = _waiting_for_locks(trace)
    for start in waiting:
        circle = [start]
        while (holder := trace.steps[waiting[circle[-1]]].holder) in waiting:
            if holder == start and len(circle) > 1:
                return _circle(trace, [(path, waiting[path]) for path in circle])
            if holder in circle:
                break
            circle.append(holder)
    return None


def _circle(trace: Trace, circle: list[tuple[str, int]]) -> Pattern:
    parts = []
    for position, (path, index) in enumerate(circle):
        step = trace.steps[index]
        # What this thread holds is what the one before it in the circle waits for.
        wanted = trace.steps[circle[position - 1][1]]
        held = _name_of(trace, path, wanted.object)
        theirs = _name_of(trace, step.holder, step.object)
        known_as = f" as {theirs}" if theirs not in (_wanted(step), "a lock") else ""
        parts.append(
            f"{trace.name(path)} holds {held} and waits on {trace.line(step)} for {_wanted(step)}, "
            f"which {trace.name(step.holder)} holds{known_as}"
        )
    steps = tuple(index for _, index in circle)
    return Pattern("lock-order circle", "; ".join(parts) + ".", tuple(sorted(steps)))


def lock_kept(trace: Trace) -> Pattern | None:
    """The call that took a lock has ended without giving it back, and a thread waits for it."""
    stuck = trace.stuck()
    for path, index in _waiting_for_locks(trace).items():
        step = trace.steps[index]
        holder = step.holder
        taken = _taking(trace, holder, step.object)
        if taken is None:
            continue
        now = trace.steps[stuck[holder]] if holder in stuck else None
        twice = holder == path and now is not None and _comes_again(trace, taken, now)
        if now is None or twice or trace.is_over(taken, now):
            waits = f"{trace.name(path)} waits for it for ever, on {trace.line(step)}"
            if holder == path:
                again = " again" if taken.line == step.line else ""
                waits = f"when it comes to {trace.line(step)}{again}, it waits for it for ever"
            sentence = (
                f"{trace.name(holder)} takes {what(taken)} on {trace.line(taken)} and does not "
                f"give it back{_refused(trace, taken)}; {waits}."
            )
            return Pattern("lock not given back", sentence, (trace.steps.index(taken), index))
    return None


def _refused(trace: Trace, taken: Step) -> str:
    """Returns who else tries to give an RLock back, and may not."""
    for step in trace.steps[trace.steps.index(taken) :]:
        refused = step.action == "call" and step.method == "RLock.release"
        if refused and step.object == taken.object and step.thread != taken.thread:
            other = f"{trace.name(step.thread)} on {trace.line(step)}"
            return f", nor can {other}, since only who took an RLock can"
    return ""


def waits_while_holding(trace: Trace) -> Pattern | None:
    """A thread waits for something else while it holds a lock that another one needs for it."""
    stuck = trace.stuck()
    for path, index in _waiting_for_locks(trace).items():
        step = trace.steps[index]
        if step.holder not in stuck or step.holder == path:
            continue
        other = trace.steps[stuck[step.holder]]
        if other.method in _LOCKS or (other.source == CONCEALED and trace.preempted):
            continue
        held = _name_of(trace, step.holder, step.object)
        waits = f"{waiting(other)} on {trace.line(other)}"
        if other.source == CONCEALED:
            waits = "waits in what a hidden test makes it call"
        sentence = (
            f"{trace.name(step.holder)} holds {held}{_since(step)} and {waits}; "
            f"{trace.name(path)} needs that lock on {trace.line(step)}."
        )
        return Pattern("waits while holding a lock", sentence, (stuck[step.holder], index))
    return None


def _wanted(step: Step) -> str:
    """Returns what a thread that waits calls the lock; "a lock" where a call takes it."""
    return "a lock" if step.note.startswith("waits in ") else what(step)


def _since(step: Step) -> str:
    return f" since line {step.since}" if step.since else ""


def _comes_again(trace: Trace, taken: Step, now: Step) -> bool:
    """Whether a thread that took a lock waits for it in another call, or where it took it."""
    return taken.line == now.line or trace.is_over(taken, now)


def _at_once(trace: Trace, taken: Step | None, index: int) -> bool:
    """Whether a thread waits right after it took a lock: on a line that takes two."""
    before = [step for step in trace.steps[:index] if step.thread == trace.steps[index].thread]
    return bool(before) and before[-1] is taken


def _taking(trace: Trace, path: str, lock: int) -> Step | None:
    """Returns the step in which a thread took a lock last."""
    for step in reversed(trace.steps):
        if step.thread == path and step.action == "acquire" and step.object == lock:
            return step
    return None


def _name_of(trace: Trace, path: str, lock: int) -> str:
    """Returns what a thread called a lock when it took it."""
    taken = _taking(trace, path, lock)
    return "a lock" if taken is None else what(taken)


def _waiting_for_locks(trace: Trace) -> dict[str, int]:
    return {
        path: index for path, index in trace.stuck().items() if trace.steps[index].method in _LOCKS
    }
