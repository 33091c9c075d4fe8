"""Three right tallies, and wrong ones: each mistake is one condition in the same class."""

import threading

from hypothesis import given
from hypothesis import strategies as st

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
def right(submission, built, test):
    class Locked:
        def __init__(self):
            self._lock = threading.RLock()
            self._votes = {}
            self._total = 0

        def add(self, name, votes):
            with self._lock:
                if votes < 1:
                    raise ValueError("no votes")
                self._votes[name] = self._votes.get(name, 0) + votes
                self._total += votes

        def result(self):
            with self._lock:
                return dict(self._votes), self._total

    class Logged:
        """Appends each vote to a list, in one step, and counts only when asked."""

        def __init__(self):
            self._log = []

        def add(self, name, votes):
            if votes < 1:
                raise ValueError("no votes")
            self._log.append((name, votes))

        def result(self):
            votes = {}
            for name, count in self._log.copy():
                votes[name] = votes.get(name, 0) + count
            return votes, sum(votes.values())

    class Replaced:
        """Makes a new result for each vote; whoever asks gets a copy of the last one."""

        def __init__(self):
            self._voting = threading.Lock()
            self._result = ({}, 0)

        def add(self, name, votes):
            if votes < 1:
                raise ValueError("no votes")
            with self._voting:
                by_name, total = self._result
                self._result = ({**by_name, name: by_name.get(name, 0) + votes}, total + votes)

        def result(self):
            by_name, total = self._result
            return dict(by_name), total

    ways = {"locked": Locked, "logged": Logged, "replaced": Replaced}
    getattr(submission, test)(ways[built], together)


@scenario
def wrong(submission, mistake, test):
    class Tally:
        def __init__(self):
            self._lock = threading.Lock()
            self._votes = {}
            self._total = 0

        def add(self, name, votes):
            if mistake == "keeps its lock when it refuses votes":
                self._lock.acquire()
                if votes < 1:
                    raise ValueError("no votes")
                self._lock.release()
            if mistake == "has counted the votes that it refuses":
                with self._lock:
                    self._total += votes - 1 if votes < 1 else 0
            if votes < 1:
                raise ValueError("no votes")
            before = None
            if mistake == "looks its votes up before it takes its lock":
                before = self._votes.get(name, 0)
            with self._lock:
                if before is None:
                    before = self._votes.get(name, 0)
                self._votes[name] = before + votes
                if mistake != "adds up the total without its lock":
                    self._total += votes
            if mistake == "adds up the total without its lock":
                self._total += votes

        def result(self):
            if mistake == "reads its result without the lock":
                votes = dict(self._votes)
                return votes, self._total
            with self._lock:
                if mistake == "gives out its own dictionary instead of a copy":
                    return self._votes, self._total
                return dict(self._votes), self._total

    getattr(submission, test)(Tally, together)


def check_noticed(mistake):
    """Asks for a test that fails on the wrong tally; one that fails on a right one doesn't count."""
    noticed = any(
        fails(wrong, mistake, test) and not fails(right, "locked", test) for test in tests()
    )
    assert noticed, f"a tally that {mistake} passes your tests"


@given(built=st.sampled_from(["locked", "logged", "replaced"]))
def test_it_spares_what_is_right(built):
    for test in tests():
        assert not fails(right, built, test), f"{test} fails on a tally that is right"


@given(
    mistake=st.sampled_from(
        ["looks its votes up before it takes its lock", "adds up the total without its lock"]
    )
)
def test_it_notices_lost_votes(mistake):
    check_noticed(mistake)


@given(
    mistake=st.sampled_from(
        [
            "reads its result without the lock",
            "gives out its own dictionary instead of a copy",
        ]
    )
)
def test_it_notices_a_result_that_never_was(mistake):
    check_noticed(mistake)


@given(
    mistake=st.sampled_from(
        ["keeps its lock when it refuses votes", "has counted the votes that it refuses"]
    )
)
def test_it_notices_what_an_error_leaves(mistake):
    check_noticed(mistake)
