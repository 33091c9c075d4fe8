"""A queue that is right, one that is wrong, and what your tests must say of them.

Run me: pytest exercises/ -k test_the_queue
"""

import threading

from grader import explore, scenario, together

BUDGET = 200  # interleavings of each test on each queue


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
    class BoundedQueue:
        def __init__(self, capacity):
            self._capacity = capacity
            self._items = []
            self._changed = threading.Condition()

        def put(self, item):
            with self._changed:
                while len(self._items) >= self._capacity:
                    self._changed.wait()
                self._items.append(item)
                self._changed.notify_all()

        def get(self):
            with self._changed:
                while not self._items:
                    self._changed.wait()
                item = self._items.pop(0)
                self._changed.notify_all()
                return item

        def __len__(self):
            with self._changed:
                return len(self._items)

    getattr(submission, test)(BoundedQueue, together)


@scenario
def wrong_way_round(submission, test):
    """Gives back what was put last."""
    class BoundedQueue:
        def __init__(self, capacity):
            self._capacity = capacity
            self._items = []
            self._changed = threading.Condition()

        def put(self, item):
            with self._changed:
                while len(self._items) >= self._capacity:
                    self._changed.wait()
                self._items.append(item)
                self._changed.notify_all()

        def get(self):
            with self._changed:
                while not self._items:
                    self._changed.wait()
                item = self._items.pop()
                self._changed.notify_all()
                return item

        def __len__(self):
            with self._changed:
                return len(self._items)

    getattr(submission, test)(BoundedQueue, together)


def test_it_spares_what_is_right():
    assert not failing(right), "one of your tests fails on a queue that is right"


def test_it_notices_a_wrong_order():
    assert not failing(right), "a test that fails on a right queue says nothing about wrong ones"
    assert failing(wrong_way_round), "a queue that gives back what was put last passes your tests"
