"""`assert_linearizable`: what it accepts, and what it says where there is no order."""

from __future__ import annotations

from typing import Any

import pytest

from grader.engine.outcome import CounterexampleError, Exploration, Outcome
from grader.engine.recorded import Recorded
from grader.judge.order import NoOrderError, assert_linearizable
from grader.spec import sequential


class Counter:
    def __init__(self) -> None:
        self.value = 0

    def increment(self) -> None:
        self.value += 1


def found(*values: Any, kind: str = "returned") -> Exploration:
    """An exploration with one outcome for each value, the first with the most preemptions."""
    outcomes = tuple(
        Outcome(kind, value, schedule=f"1ap,{n}", preemptions=len(values) - n)
        for n, value in enumerate(values)
    )
    return Exploration(outcomes, True, len(values))


def lost(value: int) -> Recorded:
    rows = [(n, "increment", (), "returned", None, 0, 1) for n in (1, 2)]
    return Recorded(((0, "value", (), "returned", value, 2, 3), *rows))


def test_histories_with_an_order_pass() -> None:
    assert_linearizable(found(lost(2)), Counter)
    assert_linearizable(found(lost(2)), sequential(Counter))


def test_the_simplest_history_without_one_is_shown() -> None:
    exploration = found(lost(0), lost(1), lost(2))
    with pytest.raises(NoOrderError) as caught:
        assert_linearizable(exploration, Counter)
    assert exploration.wrong == exploration.outcomes[:2]
    assert caught.value.outcome is exploration.outcomes[1]
    assert (
        str(caught.value)
        == caught.value.story
        == (
            "no order of these calls explains their answers:\n"
            "  T1            T2            then\n"
            "  increment()   increment()\n"
            "  → None        → None\n"
            "                              value() → 1\n"
            "With value() → 2 instead of value() → 1 there would be one:\n"
            "  T1 increment() → None; T2 increment() → None; then value() → 2"
        )
    )


def test_independent_keys_are_looked_at_alone() -> None:
    """Two counters, by the number of the thread; each has been incremented once."""
    rows = [(n, name, (), "returned", r, b, b + 1) for n in (1, 2) for name, r, b in (("increment", None, 2 * n), ("value", 1, 2 * n + 10))]  # fmt: skip
    exploration = found(Recorded(tuple(rows)))
    assert_linearizable(exploration, Counter, key=lambda call: call.thread)
    with pytest.raises(NoOrderError):
        assert_linearizable(exploration, Counter)


@pytest.mark.parametrize(
    "value", [3, None, Recorded(((1, "increment", (), "returned", None, 1, 0),))]
)
def test_what_is_no_history_is_wrong(value: Any) -> None:
    with pytest.raises(NoOrderError, match="that is no history; return what record returns"):
        assert_linearizable(found(value), Counter)


def test_an_execution_that_does_not_return_has_no_history() -> None:
    with pytest.raises(CounterexampleError, match="deadlock"):
        assert_linearizable(found(None, kind="deadlock"), Counter)


SUITE = """
    from grader import assert_linearizable, explore, record, scenario

    class Model:
        value = 0

        def increment(self):
            self.value += 1

    @scenario
    def calls(submission, program):
        return record(submission.Counter(), program, then=[("value",)])

    def test_calls_have_an_order():
        program = ((("increment",),), (("increment",),))
        assert_linearizable(explore(calls, program), Model)
"""


def test_a_grade_shows_the_history(desk: Any, racy: str, locked: str) -> None:
    task = desk.task(SUITE)
    (result,) = desk.grade(racy, task).properties
    assert (result.verdict, result.cause, result.only_gil) == ("fail", "race", True)
    assert (result.wrong_outcomes, result.outcomes) == (1, 3)
    assert result.message.splitlines()[1:5] == [
        "  T1            T2            then",
        "  increment()   increment()",
        "  → None        → None",
        "                              value() → 1",
    ]
    assert result.timeline is not None and len(result.timeline.threads) == 3
    assert desk.grade(locked, task).verdict == "pass"
