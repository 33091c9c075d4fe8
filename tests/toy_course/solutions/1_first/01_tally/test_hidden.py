"""What the learner must not see. TOY-SECRET"""

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, repeat, scenario, together


@scenario
def adds(submission, times):
    tally = submission.Tally()
    together(*[repeat(tally.add, n) for n in times])
    return tally.total


@scenario
def fresh(submission):
    return submission.Tally().total


@given(times=st.lists(st.integers(0, 2), min_size=2, max_size=2))
def test_nothing_is_lost(times):
    assert explore(adds, times).values == {sum(times)}


def test_starts_at_zero():
    assert explore(fresh).values == {0}
