"""A counter behaves as if its calls came one after the other."""

from hypothesis import example, given
from hypothesis import strategies as st

from grader import (
    ANYTHING,
    assert_linearizable,
    explore,
    programs,
    record,
    repeat,
    scenario,
    together,
)

BUDGET = 120  # executions per case; locked counters of this size need fewer


@scenario
def increments(submission, per_thread):
    counter = submission.Counter()
    together(*[repeat(counter.increment, times) for times in per_thread])
    return counter.value


@given(per_thread=st.lists(st.integers(0, 2), min_size=2, max_size=3))
def test_no_increment_is_lost(per_thread):
    values = explore(increments, tuple(per_thread), executions=BUDGET).values
    assert values == {sum(per_thread)}


class Clicks:
    """The promise, one call after the other; what increment() returns is nobody's business."""

    def __init__(self):
        self._clicks = 0

    def increment(self):
        self._clicks += 1
        return ANYTHING

    @property
    def value(self):
        return self._clicks


@scenario
def calls(submission, program):
    return record(submission.Counter(), program)


ADD, READ = ("increment",), ("value",)


@example(program=((ADD,), (ADD,), (READ, READ)))
@example(program=((ADD, READ), (ADD,)))
@given(program=programs(Clicks).filter(lambda program: ADD in sum(program, ())))
def test_a_reader_never_sees_it_go_back(program):
    assert_linearizable(explore(calls, program, executions=2 * BUDGET), Clicks)


@scenario
def two_counters(submission, clicks, sales):
    first, second = submission.Counter(), submission.Counter()
    together(repeat(first.increment, clicks), repeat(second.increment, sales))
    return first.value, second.value


@given(clicks=st.integers(0, 1), sales=st.integers(1, 2))
def test_counters_are_independent(clicks, sales):
    assert explore(two_counters, clicks, sales, executions=BUDGET).values == {(clicks, sales)}
