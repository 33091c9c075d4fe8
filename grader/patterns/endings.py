"""Patterns in how an execution ends: round and round, unheard, or with somebody left behind."""

from __future__ import annotations

from collections.abc import Sequence

from grader.engine.outcome import Step
from grader.patterns.trace import CONCEALED, MAIN, Pattern, Trace, waiting, what

_LAST = 300  # steps from whose repetition a loop is known


def goes_round(trace: Trace) -> Pattern | None:
    """Threads go round loops and get nowhere."""
    last = trace.steps[-_LAST:]
    parts = []
    found = []
    for path in trace.names:
        mine = [step for step in last if step.thread == path and step.action != "wait"]
        if len(mine) < _LAST // 10 and not (mine and mine[-1].action == "loop"):
            continue
        if mine[-1].action == "loop" and len(mine) < _LAST // 10:
            mine = mine[-1:]
        lines = sorted({step.line for step in mine if step.file == mine[-1].file})
        where = f"line {lines[0]}" if len(lines) == 1 else f"lines {lines[0]} to {lines[-1]}"
        parts.append(f"{trace.name(path)} goes round {where} for ever{_always(mine)}")
        found.append(len(trace.steps) - 1 - last[::-1].index(mine[-1]))
    if not parts:
        return None
    name = "busy waiting" if len(parts) == 1 else "each in the other's way"
    return Pattern(name, "; ".join(parts) + ".", tuple(sorted(found)))


def _always(steps: Sequence[Step]) -> str:
    """Returns what a loop finds each time, where that is always the same."""
    values: dict[str, set[str]] = {}
    for step in steps:
        if step.value and step.value[0] != "<" and (step.action == "read" or step.action == "call"):
            name = what(step) if step.action == "read" else f"`{step.target.partition('(')[0]}()`"
            values.setdefault(name, set()).add(step.value)
    same = [(name, found.pop()) for name, found in values.items() if len(found) == 1]
    if not 1 <= len(same) <= 2:
        return ""
    return f", and {' and '.join(_found(*one) for one in same)} each time"


def _found(name: str, value: str) -> str:
    if value.startswith("raises "):  # a value's own text never does: that of a string has quotes
        return f"gets the exception {value.removeprefix('raises ')} from {name}"
    return f"gets {value} from {name}" if name.endswith("()`") else f"finds {name} {value}"


def error_nobody_sees(trace: Trace) -> Pattern | None:
    """An exception ends a thread, and nobody is told."""
    for index, step in enumerate(trace.steps):
        if step.action == "raise" and step.fatal and step.thread != MAIN:
            text = f": {step.note}" if step.note else ""
            error = f"{step.target}{text} on {trace.line(step)}"
            if step.source == CONCEALED:
                error = "an error in what a hidden test makes it call"
            sentence = f"{trace.name(step.thread)} ends with {error}, and nobody is told."
            return Pattern("error nobody sees", sentence, (index,))
    return None


def left_behind(trace: Trace, names: tuple[str, ...]) -> Pattern | None:
    """Threads are still at it when the function has returned."""
    paths = [path for path, name in trace.timeline.threads if name in names]
    last = {step.thread: index for index, step in enumerate(trace.steps)}
    steps = tuple(sorted(last[path] for path in paths if path in last))
    if not steps:
        return None
    are = "is" if len(names) == 1 else "are"
    waits = ""
    if len(steps) == 1 and trace.steps[steps[0]].action == "wait":
        step = trace.steps[steps[0]]
        waits = f": it {waiting(step)} on {trace.line(step)}"
    sentence = f"{' and '.join(names)} {are} still running when the function returns{waits}."
    return Pattern("thread left behind", sentence, steps)
