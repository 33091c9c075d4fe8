"""`assert_linearizable`: every history that an exploration found has an order."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from grader.engine.outcome import CounterexampleError, Exploration, Outcome
from grader.spec.history import Call, History
from grader.spec.model import Model, sequential
from grader.spec.order import explain, linearizable


class NoOrderError(CounterexampleError):
    """A history that no order of its calls explains.

    Attributes:
        story: the history, and what answer would have an order; also its text.
    """

    def __init__(self, story: str, outcome: Outcome, exploration: Exploration) -> None:
        super().__init__(story, outcome, exploration)
        self.story = story


def assert_linearizable(
    exploration: Exploration,
    model: Model | Callable[[], Any],
    key: Callable[[Call], Hashable] | None = None,
) -> None:
    """Asserts that the calls of each execution could have come one after the other.

    That is linearizability, after Herlihy and Wing (TOPLAS 1990): for every history that a
    scenario returned as `record` made it, there is an order of its calls in which the model gives
    the same answers, and in which no call moves before one that had come back when it began.

    Args:
        exploration: of a scenario that returns what `record` returns.
        model: what the object promises, one call at a time: an ordinary class, or a `Model`.
        key: splits the calls into independent ones, each with a model of its own.

    Raises:
        NoOrderError: a history has no order. The text shows it, and what answer would have one.
        CounterexampleError: an execution did not return, or nothing finished.
    """
    compared = model if isinstance(model, Model) else sequential(model)

    def has_order(value: Any) -> bool:
        return linearizable(History.recorded(value), compared, key) is not None

    if exploration.values.all(has_order):
        return
    outcome = min(exploration.wrong, key=lambda o: (o.preemptions, o.steps, o.schedule))
    raise NoOrderError(_why(outcome, compared, key), outcome, exploration)


def _why(outcome: Outcome, model: Model, key: Callable[[Call], Hashable] | None) -> str:
    try:
        history = History.recorded(outcome.value)
    except (ValueError, TypeError):
        return (
            f"returned {outcome.value!r:.200}, and that is no history; return what record returns"
        )
    return str(explain(history, model, key))
