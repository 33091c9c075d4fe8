from threads import a_burst, a_burst_in_the_next_minute

from grader import explore


def test_one_of_two_requests_at_once_is_allowed():
    assert explore(a_burst).values == {1}


def test_and_so_it_is_when_a_minute_has_passed():
    assert explore(a_burst_in_the_next_minute).values == {1}
