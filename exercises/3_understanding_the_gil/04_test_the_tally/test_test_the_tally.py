"""A tally that is right, one that is wrong, and what your tests must say of them.

Run me: pytest exercises/ -k test_the_tally
"""

import threading

from grader import explore, scenario, together

BUDGET = 200  # interleavings of each test on each tally


@scenario
def names(submission):
    return tuple(sorted(name for name in dir(submission) if name.startswith("test_")))


def failing(versions, *args):
    """The outcomes in which the first of the learner's tests that fails does so."""
    (tests,) = explore(names).values
    assert tests, "there is no function whose name begins with test_"
    for test in tests:
        found = explore(versions, *args, test, executions=BUDGET)
        bad = [outcome for outcome in found.outcomes if not outcome.well]
        if bad:
            return bad
    return []


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
    assert not failing(right), "one of your tests fails on a tally that is right"


def test_it_notices_lost_votes():
    assert not failing(right), "a test that fails on a right tally says nothing about wrong ones"
    assert failing(without_a_lock), "a tally that adds without a lock passes your tests"
