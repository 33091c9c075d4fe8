"""The same program, begun at any number: what the order does to it doesn't depend on that."""

from hypothesis import given
from hypothesis import strategies as st

from grader import follow, scenario, together

starts = st.sampled_from([1, 41])


@scenario
def two_clicks(submission, start):
    class Counter:
        def __init__(self):
            self.value = start
            self.latest = None

        def click(self, visitor):
            self.value += 1
            self.latest = visitor

    counter = Counter()
    together(lambda: counter.click("Ada"), lambda: counter.click("Bob"))
    return counter.value


@given(start=starts)
def test_the_order_is_possible(start):
    assert not follow(two_clicks, start).impossible


@given(start=starts)
def test_a_click_is_lost(start):
    found = follow(two_clicks, start).values
    assert found == {start + 1}, "both clicks were counted: nothing is lost"


@given(start=starts)
def test_one_interruption_is_enough(start):
    (outcome,) = follow(two_clicks, start).outcomes
    assert outcome.preemptions > 0, "nobody was interrupted: each thread ended what it had begun"
    assert outcome.preemptions == 1, "a thread was interrupted more than once; once is enough"
