"""Three right queues, and wrong ones: each mistake is one condition in the same class."""

import queue
import threading

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, scenario, together

BUDGET = 200  # interleavings of each test on each queue
ENOUGH = 800  # where no test has noticed a mistake in those


@scenario
def names(submission):
    return tuple(sorted(name for name in dir(submission) if name.startswith("test_")))


def tests():
    """The names of the learner's tests."""
    (found,) = explore(names).values
    assert found, "there is no function whose name begins with test_"
    return found


def fails(versions, *args, executions=BUDGET):
    """Whether a test fails on a version, in some order of its threads."""
    found = explore(versions, *args, executions=executions)
    return any(not outcome.well for outcome in found.outcomes)


@scenario
def right(submission, built, test):
    class Watched:
        def __init__(self, capacity):
            self._capacity = capacity
            self._items = []
            self._changed = threading.Condition()

        def put(self, item):
            with self._changed:
                self._changed.wait_for(lambda: len(self._items) < self._capacity)
                self._items.append(item)
                self._changed.notify_all()

        def get(self):
            with self._changed:
                self._changed.wait_for(lambda: self._items)
                self._changed.notify_all()
                return self._items.pop(0)

        def __len__(self):
            with self._changed:
                return len(self._items)

    class Counted:
        def __init__(self, capacity):
            self._room = threading.Semaphore(capacity)
            self._filled = threading.Semaphore(0)
            self._lock = threading.Lock()
            self._content = ()

        def put(self, item):
            self._room.acquire()
            with self._lock:
                self._content = (*self._content, item)
            self._filled.release()

        def get(self):
            self._filled.acquire()
            with self._lock:
                first, *rest = self._content
                self._content = tuple(rest)
            self._room.release()
            return first

        def __len__(self):
            return len(self._content)

    class Bought:
        def __init__(self, capacity):
            self._inner = queue.Queue(capacity)
            self.put = self._inner.put
            self.get = self._inner.get

        def __len__(self):
            return self._inner.qsize()

    ways = {"condition": Watched, "semaphores": Counted, "library": Bought}
    getattr(submission, test)(ways[built], together)


@scenario
def wrong(submission, mistake, test):
    class BoundedQueue:
        def __init__(self, capacity):
            self._capacity = capacity + (mistake == "has room for one more than it says")
            self._items = []
            self._changed = threading.Condition()

        def put(self, item):
            with self._changed:
                while len(self._items) >= self._capacity:
                    self._changed.wait()
                if mistake != "puts without its lock":
                    self._items.append(item)
                if mistake != "wakes nobody when it has put":
                    self._changed.notify_all()
            if mistake == "puts without its lock":
                self._items = [*self._items, item]
                with self._changed:
                    self._changed.notify_all()

        def get(self):
            with self._changed:
                if mistake == "asks only once whether there is an item":
                    if not self._items:
                        self._changed.wait()
                while mistake != "asks only once whether there is an item" and not self._items:
                    self._changed.wait()
                item = self._items[-1 if mistake == "gives back the newest" else 0]
                if mistake != "lets its lock go before it takes an item out":
                    self._items.remove(item)
                if mistake != "wakes nobody when it has got":
                    self._changed.notify_all()
            if mistake == "lets its lock go before it takes an item out":
                with self._changed:
                    del self._items[:1]
                    self._changed.notify_all()
            return item

        def __len__(self):
            with self._changed:
                return len(self._items)

    getattr(submission, test)(BoundedQueue, together)


def check_noticed(mistake):
    """Asks for a test that fails on the wrong queue; one that fails on a right one doesn't count."""
    noticed = any(
        fails(wrong, mistake, test, executions=budget) and not fails(right, "condition", test)
        for budget in (BUDGET, ENOUGH)
        for test in tests()
    )
    assert noticed, f"a queue that {mistake} passes your tests"


@given(built=st.sampled_from(["condition", "semaphores", "library"]))
def test_it_spares_what_is_right(built):
    for test in tests():
        assert not fails(right, built, test), f"{test} fails on a queue that is right"


def test_it_notices_a_wrong_order():
    check_noticed("gives back the newest")


@given(
    mistake=st.sampled_from(
        ["puts without its lock", "lets its lock go before it takes an item out"]
    )
)
def test_it_notices_lost_and_doubled_items(mistake):
    check_noticed(mistake)


def test_it_notices_too_many():
    check_noticed("has room for one more than it says")


@given(
    mistake=st.sampled_from(
        [
            "wakes nobody when it has put",
            "wakes nobody when it has got",
            "asks only once whether there is an item",
        ]
    )
)
def test_it_notices_bad_waiting(mistake):
    check_noticed(mistake)
