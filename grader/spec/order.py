"""Is there an order of the calls, one after the other, in which a model gives the same answers?

The search goes back to J. M. Wing and C. Gong, "Testing and verifying concurrent objects" (JPDC
1993); what it remembers, so as never to look twice at the same calls done and the same state, to
G. Lowe, "Testing for linearizability" (CCPE 2017). Where keys are independent, each is looked at
alone: A. Horn and D. Kroening, "Faster linearizability checking via P-compositionality" (FORTE
2015). What may not be reordered depends on the condition:

- linearizable (Herlihy and Wing, 1990): a call that came back before another began stays before it;
- sequentially consistent (Lamport, 1979): the calls of one thread stay in their order;
- quiescently consistent (Aspnes, Herlihy and Shavit, 1994): calls stay in order that a moment
  separates at which no call was under way.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from grader.engine.encoding import canonical
from grader.spec.history import Call, History
from grader.spec.model import ANYTHING, Answer, Model
from grader.spec.table import WIDTH, history_table

Order = tuple[Call, ...]
"""Calls, one after the other. A call that never came back need not be in it."""


@dataclass(frozen=True)
class Explanation:
    """Why a history has no order, as far as that can be said.

    Attributes:
        history: the calls that cannot be ordered; of one key, where keys are independent.
        prefix: the longest order found of some of them.
        state: what the model's state is after it, as a text.
        nearest: the same history with one other answer, which has an order; None if no single
            other answer is enough.
        order: that order.
        changed: the call of `history` whose answer is another in `nearest`.
    """

    history: History
    prefix: Order
    state: str
    nearest: History | None = None
    order: Order | None = None
    changed: Call | None = None

    def __str__(self) -> str:
        lines = ["no order of these calls explains their answers:"]
        lines += [f"  {line}" for line in history_table(self.history)]
        if self.changed is not None and self.order is not None:
            other = next(c for c in self.order if c.begin == self.changed.begin)
            lines.append(f"With {other} instead of {self.changed} there would be one:")
            lines += _listed(self.order)
        elif self.prefix:
            lines.append("More than one answer is wrong; an order goes as far as this:")
            lines += _listed(self.prefix)
        return "\n".join(lines)


def _listed(order: Order) -> list[str]:
    """Returns an order of calls as lines, as many calls to a line as fit."""
    lines: list[str] = []
    for call in order:
        text = f"{call.thread} {call}"
        if lines and len(lines[-1]) + len(text) + 2 <= WIDTH:
            lines[-1] += f"; {text}"
        else:
            lines.append(f"  {text}")
    return lines


def linearizable(
    history: History, model: Model, key: Callable[[Call], Hashable] | None = None
) -> Order | None:
    """Returns an order of the calls that keeps real time, or None if there is none.

    Args:
        history: the calls.
        model: what they are compared with.
        key: splits the calls into independent ones, each with a model of its own; the order
            that is returned is then that of one key after the other.
    """
    parts = [history] if key is None else list(history.split(key).values())
    order: list[Call] = []
    for part in parts:
        found = _Search(part.calls, _real_time(part.calls), model).run()
        if found is None:
            return None
        order += found
    return tuple(order)


def sequentially_consistent(history: History, model: Model) -> Order | None:
    """Returns an order of the calls that keeps that of each thread, or None."""
    return _Search(history.calls, _program_order(history.calls), model).run()


def quiescent(history: History, model: Model) -> Order | None:
    """Returns an order of the calls that keeps what quiet moments separate, or None."""
    return _Search(history.calls, _quiet_order(history.calls), model).run()


def explain(
    history: History, model: Model, key: Callable[[Call], Hashable] | None = None
) -> Explanation | None:
    """Says why a history is not linearizable; None if it is."""
    for part in [history] if key is None else history.split(key).values():
        search = _Search(part.calls, _real_time(part.calls), model)
        if search.run() is None:
            nearest = _nearest(part, model)
            return Explanation(part, search.longest, search.state, *nearest)
    return None


def _nearest(history: History, model: Model) -> tuple[History | None, Order | None, Call | None]:
    """Looks for the one answer without which there would be an order; the latest call first."""
    for number in reversed(range(len(history.calls))):
        call = history.calls[number]
        if call.kind is None:
            continue
        search = _Search(history.calls, _real_time(history.calls), model, free=number)
        order = search.run()
        if order is not None:
            other = next(c for c in order if c.begin == call.begin)
            calls = (*history.calls[:number], other, *history.calls[number + 1 :])
            return History(calls), order, call
    return None, None, None


class _Search:
    """Looks for an order.

    Args:
        calls: the calls.
        before: for each, a bit for every call that must come before it.
        model: what gives the answers.
        free: the number of a call that may give any answer.
    """

    def __init__(
        self,
        calls: Sequence[Call],
        before: Sequence[int],
        model: Model,
        free: int | None = None,
    ) -> None:
        self._calls = calls
        self._before = before
        self._model = model
        self._free = free
        self._wanted = [None if call.kind is None else call.answer for call in calls]
        # What came back first took effect first, more often than not.
        self._by_end = sorted(range(len(calls)), key=lambda n: _ends(calls[n]))
        self._must = sum(1 << n for n, call in enumerate(calls) if call.kind is not None)
        self.longest: Order = ()
        self.state = model.key(model.initial)

    def run(self) -> Order | None:
        """Returns an order of all calls that came back, and perhaps of others; None if none."""
        model = self._model
        start = (0, model.initial)
        seen = {(0, model.key(model.initial))}
        path: list[Call] = []
        # Not recursive: a history may have more calls than Python has frames.
        stack = [(start, self._steps(*start))]
        while stack:
            (done, _), steps = stack[-1]
            if done & self._must == self._must:
                return tuple(path)
            for number, call, state in steps:
                after = done | 1 << number
                place = (after, model.key(state))
                if place in seen:
                    continue
                seen.add(place)
                path.append(call)
                if len(path) > len(self.longest):
                    self.longest, self.state = tuple(path), place[1]
                stack.append(((after, state), self._steps(after, state)))
                break
            else:
                stack.pop()
                if path:
                    path.pop()
        return None

    def _steps(self, done: int, state: Any) -> Any:
        """Yields the calls that may come next: number, call as answered, state that follows."""
        for number in self._by_end:
            call = self._calls[number]
            if done >> number & 1 or self._before[number] & ~done:
                continue
            wanted = self._wanted[number]
            for (kind, result), following in self._model.apply(state, call.name, call.args):
                if wanted is None or _agrees(wanted, (kind, result)):
                    yield number, call, following
                elif number == self._free:
                    yield number, replace(call, kind=kind, result=result), following


def _agrees(wanted: tuple[str | None, str], answer: Answer) -> bool:
    kind, result = answer
    return wanted[0] == kind and (result is ANYTHING or wanted[1] == canonical(result))


def _real_time(calls: Sequence[Call]) -> list[int]:
    return [
        sum(1 << n for n, other in enumerate(calls) if _ends(other) < call.begin) for call in calls
    ]


def _program_order(calls: Sequence[Call]) -> list[int]:
    return [
        sum(
            1 << n
            for n, other in enumerate(calls)
            if other.thread == call.thread and other.begin < call.begin
        )
        for call in calls
    ]


def _quiet_order(calls: Sequence[Call]) -> list[int]:
    period, latest = 0, 0.0
    periods = []
    for number, call in enumerate(calls):
        if number and latest < call.begin:
            period += 1
        latest = max(latest, _ends(call))
        periods.append(period)
    return [sum(1 << n for n, p in enumerate(periods) if p < own) for own in periods]


def _ends(call: Call) -> float:
    return float("inf") if call.end is None else call.end
