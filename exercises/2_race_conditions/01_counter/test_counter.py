"""What a counter promises, on the smallest cases. Run me: pytest exercises/ -k counter"""

from grader import explore, repeat, scenario, together


@scenario
def increments(submission, per_thread):
    counter = submission.Counter()
    together(*[repeat(counter.increment, times) for times in per_thread])
    return counter.value


def test_no_increment_is_lost():
    assert explore(increments, (1, 1)).values == {2}


@scenario
def reads_beside_one_increment(submission):
    counter = submission.Counter()
    reads, _ = together(lambda: (counter.value, counter.value), counter.increment)
    return reads


def test_a_reader_never_sees_it_go_back():
    assert explore(reads_beside_one_increment).values <= {(0, 0), (0, 1), (1, 1)}


@scenario
def two_counters(submission):
    clicks, sales = submission.Counter(), submission.Counter()
    together(clicks.increment, sales.increment)
    return clicks.value, sales.value


def test_counters_are_independent():
    assert explore(two_counters).values == {(1, 1)}
