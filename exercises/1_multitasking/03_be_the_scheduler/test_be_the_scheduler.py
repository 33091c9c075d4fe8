"""The program that you schedule, and what must come of it.

Run me: pytest exercises/ -k be_the_scheduler
"""

from grader import follow, scenario, together


@scenario
def two_clicks(submission):
    class Counter:
        def __init__(self):
            self.value = 0
            self.latest = None

        def click(self, visitor):
            self.value += 1
            self.latest = visitor

    counter = Counter()
    together(lambda: counter.click("Ada"), lambda: counter.click("Bob"))
    return counter.value


def test_the_order_is_possible():
    assert not follow(two_clicks).impossible


def test_a_click_is_lost():
    assert follow(two_clicks).values == {1}, "both clicks were counted: nothing is lost"


def test_one_interruption_is_enough():
    (outcome,) = follow(two_clicks).outcomes
    assert outcome.preemptions > 0, "nobody was interrupted: each thread ended what it had begun"
    assert outcome.preemptions == 1, "a thread was interrupted more than once; once is enough"
