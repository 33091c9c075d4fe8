"""A tally that is right, one that is wrong, and what your tests must say of them.

Run me: pytest exercises/ -k test_the_tally
"""

import threading

from grader import explore, scenario, together

BUDGET = 80  # interleavings of each test on each tally


@scenario
def names(submission):
    return tuple(sorted(name for name in dir(submission) if name.startswith("test_")))


def tests():
    """The names of the learner's tests."""
    (found,) = explore(names).values
    assert found, "there is no function whose name begins with test_"
    return found


def fails(versions, *args):
    """Whether a test fails on a version, in some order of its threads."""
    found = explore(versions, *args, executions=BUDGET)
    return any(not outcome.well for outcome in found.outcomes)


@scenario
def right(submission, test):
    class Tally:
        def __init__(self):
            self._lock = threading.Lock()
            self._votes = {}
            self._total = 0

        def add(self, name, votes):
            if votes < 1:
                raise ValueError("no votes")
            with self._lock:
                self._votes[name] = self._votes.get(name, 0) + votes
                self._total += votes

        def result(self):
            with self._lock:
                return dict(self._votes), self._total

    getattr(submission, test)(Tally, together)


@scenario
def without_a_lock(submission, test):
    class Tally:
        def __init__(self):
            self._votes = {}

        def add(self, name, votes):
            if votes < 1:
                raise ValueError("no votes")
            self._votes[name] = self._votes.get(name, 0) + votes

        def result(self):
            votes = dict(self._votes)
            return votes, sum(votes.values())

    getattr(submission, test)(Tally, together)


def test_it_spares_what_is_right():
    for test in tests():
        assert not fails(right, test), f"{test} fails on a tally that is right"


def test_it_notices_lost_votes():
    """A test that fails on a right tally says nothing about a wrong one."""
    noticed = any(fails(without_a_lock, test) and not fails(right, test) for test in tests())
    assert noticed, "a tally that adds without a lock passes your tests"
