"""A counter behaves as if its calls came one after the other."""

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, repeat, scenario, together

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


@scenario
def reads_beside_increments(submission, per_thread, own, reads):
    counter = submission.Counter()

    def increment_and_read():
        repeat(counter.increment, own)()
        return tuple(counter.value for _ in range(reads))

    seen, *_ = together(
        increment_and_read, *[repeat(counter.increment, times) for times in per_thread]
    )
    return seen


@example(per_thread=(1, 1), own=0, reads=2)
@given(
    per_thread=st.sampled_from([(1,), (2,), (1, 1)]),
    own=st.integers(0, 1),
    reads=st.integers(1, 2),
)
def test_a_reader_never_sees_it_go_back(per_thread, own, reads):
    values = explore(reads_beside_increments, per_thread, own, reads, executions=4 * BUDGET).values
    possible = range(own, own + sum(per_thread) + 1)
    assert values.all(lambda seen: list(seen) == sorted(seen) and set(seen) <= set(possible))


@scenario
def two_counters(submission, clicks, sales):
    first, second = submission.Counter(), submission.Counter()
    together(repeat(first.increment, clicks), repeat(second.increment, sales))
    return first.value, second.value


@given(clicks=st.integers(0, 1), sales=st.integers(1, 2))
def test_counters_are_independent(clicks, sales):
    assert explore(two_counters, clicks, sales, executions=BUDGET).values == {(clicks, sales)}
