"""What the page cache promises, on the smallest cases. Run me: pytest exercises/ -k cache_service

Begin with one property: pytest exercises/ -k "cache_service and loaded_once"
"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def two_want_the_same_page(submission):
    loads = []

    def load(key):
        loads.append(key)
        return "page " + key

    cache = submission.PageCache(load, 0)
    got = together(lambda: cache.get("a"), lambda: cache.get("a"))
    return tuple(got), tuple(loads)


def test_each_page_is_loaded_once():
    expected = (("page a", "page a"), ("a",))
    assert explore(two_want_the_same_page, executions=100).values == {expected}


@scenario
def two_loads_meet(submission):
    """Each load waits for the other one: possible only if both may be under way at once."""
    meeting = threading.Barrier(2)

    def load(key):
        meeting.wait()
        return "page " + key

    cache = submission.PageCache(load, 0)
    return tuple(together(lambda: cache.get("a"), lambda: cache.get("b")))


def test_different_pages_dont_wait():
    assert explore(two_loads_meet, executions=100).values == {("page a", "page b")}


@scenario
def the_first_load_fails(submission):
    loads = []

    def load(key):
        loads.append(key)
        if len(loads) == 1:
            raise OSError("no connection")
        return "page " + key

    cache = submission.PageCache(load, 0)
    return attempt(cache.get, "a"), attempt(cache.get, "a"), len(loads)


def test_a_failure_is_not_kept():
    expected = (("error", "OSError"), ("ok", "page a"), 2)
    assert explore(the_first_load_fails).values == {expected}


@scenario
def a_page_comes_while_somebody_looks(submission):
    cache = submission.PageCache(lambda key: "page " + key, 0)
    cache.get("a")
    pages, _ = together(cache.pages, lambda: cache.get("b"))
    return tuple(sorted(pages))


def test_a_listing_is_of_one_moment():
    run = explore(a_page_comes_while_somebody_looks, executions=100)
    assert run.values <= {("a",), ("a", "b")}


@scenario
def two_threads_warm_up(submission):
    """Whoever asks for a key while another thread asks gets an error, as from a generator."""
    busy = threading.Lock()
    waiting = ["a", "b"]
    clashes = []

    class Feed:
        def __iter__(self):
            return self

        def __next__(self):
            if not busy.acquire(blocking=False):
                clashes.append("two at once")
                raise ValueError("feed already executing")
            try:
                if not waiting:
                    raise StopIteration
                return waiting.pop(0)
            finally:
                busy.release()

    cache = submission.PageCache(lambda key: "page " + key, 0)
    cache.warm_up(Feed(), 2)
    return tuple(clashes), tuple(sorted(cache.pages()))


def test_warming_up_loads_every_page():
    assert explore(two_threads_warm_up, executions=100).values == {((), ("a", "b"))}


@scenario
def two_workers_stop(submission):
    loads = []
    cache = submission.PageCache(loads.append, 2)
    accepted = cache.prefetch("a")
    cache.stop()
    return accepted, tuple(loads), cache.prefetch("b")


def test_stopping_finishes_the_work():
    assert explore(two_workers_stop, executions=100).values == {(True, ("a",), False)}
