"""A queue that is right, one that is wrong, and what your tests must say of them.

Run me: pytest exercises/ -k test_the_queue
"""

import threading

from grader import explore, scenario, together

BUDGET = 200  # interleavings of each test on each queue


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
    for test in tests():
        assert not fails(right, test), f"{test} fails on a queue that is right"


def test_it_notices_a_wrong_order():
    """A test that fails on a right queue says nothing about a wrong one."""
    noticed = any(fails(wrong_way_round, test) and not fails(right, test) for test in tests())
    assert noticed, "a queue that gives back what was put last passes your tests"
