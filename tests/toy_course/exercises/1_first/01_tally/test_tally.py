"""What the learner may see."""

from grader import explore, scenario, together


@scenario
def two_adds(submission):
    tally = submission.Tally()
    together(tally.add, tally.add)
    return tally.total


def test_nothing_is_lost():
    assert explore(two_adds).values == {2}
