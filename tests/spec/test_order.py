"""Orders of calls: what linearizable, sequentially and quiescently consistent mean."""

from __future__ import annotations

import random

import pytest

from grader.engine.recorded import Recorded
from grader.spec import (
    ANYTHING,
    Call,
    History,
    explain,
    linearizable,
    quiescent,
    sequential,
    sequentially_consistent,
)
from tests.spec.random_histories import Counter, Queue, Register, brute_force, draw

REGISTER = sequential(Register)


def test_the_search_agrees_with_trying_everything() -> None:
    chance = random.Random(0)
    found = [0, 0]
    for _ in range(10_000):
        history, model = draw(chance, most=8)
        expected = brute_force(history, model)
        order = linearizable(history, model)
        assert (order is not None) == expected, str(history)
        found[expected] += 1
    assert min(found) > 2_000


def test_an_order_is_one() -> None:
    """Whatever is returned keeps real time, and the model gives these very answers."""
    chance = random.Random(1)
    for _ in range(300):
        history, model = draw(chance, most=8)
        order = linearizable(history, model)
        if order is None:
            continue
        back = {call.begin for call in history.calls if call.kind is not None}
        assert back <= {call.begin for call in order} and len(set(order)) == len(order)
        state = model.initial
        for number, call in enumerate(order):
            rest = order[number + 1 :]
            assert all(later.end is None or later.end > call.begin for later in rest)
            ((answer, state),) = model.apply(state, call.name, call.args)
            assert call.kind is None or answer == (call.kind, call.result)


def calls(*rows: tuple[str, str, tuple[int, ...], object, int, int | None]) -> History:
    return History.of(
        Call(thread, name, args, None if end is None else "returned", result, begin, end)
        for thread, name, args, result, begin, end in rows
    )


# A read that misses a write which came back before: right for threads that never talk otherwise.
STALE = calls(("T1", "write", (1,), None, 0, 1), ("T2", "read", (), 0, 2, 3))
# The same, while a third call spans both.
STALE_WHILE_BUSY = calls(
    ("T1", "write", (1,), None, 1, 2),
    ("T2", "read", (), 0, 3, 4),
    ("T3", "read", (), 0, 0, 5),
)
# A thread that reads a new value and then the old one again.
BACKWARDS = calls(
    ("T1", "write", (1,), None, 0, 5),
    ("T2", "read", (), 1, 1, 2),
    ("T2", "read", (), 0, 3, 4),
)


@pytest.mark.parametrize(
    ("history", "in_real_time", "by_thread", "when_quiet"),
    [
        (STALE, False, True, False),
        (STALE_WHILE_BUSY, False, True, True),
        (BACKWARDS, False, False, True),
    ],
)
def test_the_three_conditions_differ(
    history: History, in_real_time: bool, by_thread: bool, when_quiet: bool
) -> None:
    assert (linearizable(history, REGISTER) is not None) == in_real_time
    assert (sequentially_consistent(history, REGISTER) is not None) == by_thread
    assert (quiescent(history, REGISTER) is not None) == when_quiet


def test_a_call_that_is_not_back_may_have_happened_or_not() -> None:
    for seen in (0, 1):
        history = calls(("T1", "write", (1,), None, 0, None), ("T2", "read", (), seen, 1, 2))
        order = linearizable(history, REGISTER)
        assert order is not None
        assert [call.name for call in order] == ["write", "read"][1 - seen :]


def test_exceptions_are_answers() -> None:
    empty = Call("T1", "get", (), "raised", "IndexError", 0, 1)
    model = sequential(Queue)
    assert linearizable(History.of([empty]), model) == (empty,)
    full = calls(("T2", "put", (1,), None, 2, 3)).calls
    late = Call("T1", "get", (), "raised", "IndexError", 4, 5)
    assert linearizable(History.of([*full, late]), model) is None


def test_true_is_not_one() -> None:
    history = calls(("T1", "increment", (), True, 0, 1))
    assert linearizable(history, sequential(Counter)) is None


def test_independent_keys_are_looked_at_alone() -> None:
    """Each key has a counter of its own; together they would be one."""
    history = calls(
        ("a", "increment", (), 1, 0, 1),
        ("b", "increment", (), 1, 2, 3),
        ("a", "increment", (), 2, 4, 5),
    )
    model = sequential(Counter)
    assert linearizable(history, model) is None
    order = linearizable(history, model, key=lambda call: call.thread)
    assert order is not None
    assert [call.begin for call in order] == [0, 4, 2]
    explanation = explain(history, model)
    assert explanation is not None and explanation.history == history
    assert explain(history, model, key=lambda call: call.thread) is None


def test_why_there_is_none_and_what_would_do() -> None:
    lost = calls(("T1", "increment", (), 1, 0, 2), ("T2", "increment", (), 1, 1, 3))
    explanation = explain(lost, sequential(Counter))
    assert explanation is not None
    assert str(explanation) == (
        "no order of these calls explains their answers:\n"
        "  T1            T2\n"
        "  increment()   increment()\n"
        "  → 1           → 1\n"
        "With increment() → 2 instead of increment() → 1 there would be one:\n"
        "  T1 increment() → 1; T2 increment() → 2"
    )
    assert len(explanation.prefix) == 1
    assert explain(calls(("T1", "increment", (), 1, 0, 1)), sequential(Counter)) is None


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("T1", "read", (), 0, 3, 2)], "ends before it begins"),
        ([("T1", "read", (), 0, 0, 1), ("T2", "read", (), 0, 1, 2)], "the same number"),
        ([("T1", "read", (), 0, 0, 3), ("T1", "read", (), 0, 1, 2)], "two calls at once"),
    ],
)
def test_what_is_no_history(rows: list[tuple], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        calls(*rows)


def test_more_than_one_answer_is_wrong() -> None:
    rows = [(f"T{n}", "increment", (), 5, 2 * n, 2 * n + 1) for n in (1, 2)]
    explanation = explain(calls(("T0", "increment", (), 1, 0, 1), *rows), sequential(Counter))
    assert explanation is not None and explanation.nearest is None
    assert str(explanation).splitlines()[-2:] == [
        "More than one answer is wrong; an order goes as far as this:",
        "  T0 increment() → 1",
    ]


class Vague:
    """A counter that promises nothing of what `add` gives, and whose count is read."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, number: int) -> object:
        if number < 0:
            raise ValueError
        self.count += number
        return ANYTHING

    @property
    def double(self) -> int:
        return 2 * self.count


def test_a_model_may_leave_a_result_open_and_have_attributes() -> None:
    model = sequential(Vague)
    added = calls(("T1", "add", (2,), "whatever", 0, 1), ("T1", "double", (), 4, 2, 3))
    assert linearizable(added, model) is not None
    read = calls(("T1", "add", (2,), 7, 0, 1), ("T1", "count", (), 1, 2, 3))
    assert linearizable(read, model) is None
    raised = History.of([Call("T1", "add", (2,), "raised", "ValueError", 0, 1)])
    assert linearizable(raised, model) is None
    refused = History.of([Call("T1", "add", (-1,), "raised", "ValueError", 0, 1)])
    assert linearizable(refused, model) is not None


def test_what_was_recorded_becomes_a_history() -> None:
    value = Recorded(
        (
            (0, "double", (), "returned", 4, 2, 3),
            (1, "add", (2,), "returned", None, 0, 1),
            (2, "add", (0,), "returned", None, 0, 1),
        )
    )
    history = History.recorded(value)
    assert [(c.thread, c.begin, c.end) for c in history.calls] == [
        ("T1", 0, 2),
        ("T2", 1, 3),
        ("then", 4, 5),
    ]
    assert linearizable(history, sequential(Vague)) is not None
    with pytest.raises(ValueError, match="no history was recorded, but 3"):
        History.recorded(3)
