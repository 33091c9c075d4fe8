"""The cache as a whole: getting, listing, warming up and stopping, while threads take turns."""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 50  # executions per case

visits = st.sampled_from([(("a",), ("a",)), (("a", "a"), ("a",)), (("a", "b"), ("b",))])


@scenario
def readers_come(submission, visits, dropped):
    """Each reader gets some pages; tells what they got and which pages were loaded."""
    loads = []

    def load(key):
        loads.append(key)
        return "page " + key

    cache = submission.PageCache(load, 0)
    drops = [lambda: cache.drop(dropped)] if dropped else []
    got = together(
        *[lambda keys=keys: tuple([cache.get(key) for key in keys]) for keys in visits], *drops
    )
    return tuple(got[: len(visits)]), tuple(sorted(loads))


@example(visits=(("a",),), dropped="a")
@example(visits=(("a", "a"),), dropped="a")
@given(visits=visits, dropped=st.just(""))
def test_each_page_is_loaded_once(visits, dropped):
    """A dropped page that is asked for twice may be loaded twice."""
    got = tuple(tuple("page " + key for key in keys) for keys in visits)
    asked = sum(visits, ())
    loads = tuple(sorted(set(asked)))
    allowed = {(got, loads)}
    if asked.count(dropped) > 1:
        allowed.add((got, tuple(sorted((*loads, dropped)))))
    assert explore(readers_come, visits, dropped, executions=BUDGET).values <= allowed


@scenario
def loads_meet(submission, keys, warming_up):
    """Each load waits for all the others: they must all be under way at the same time."""
    meeting = threading.Barrier(len(keys))

    def load(key):
        meeting.wait()
        return "page " + key

    cache = submission.PageCache(load, 0)
    if warming_up:
        cache.warm_up(keys, len(keys))
    else:
        together(*[lambda key=key: cache.get(key) for key in keys])
    return "all met"


@given(keys=st.just(("a", "b")), warming_up=st.booleans())
def test_different_pages_dont_wait(keys, warming_up):
    run = explore(loads_meet, keys, warming_up, executions=4 * BUDGET)
    assert run.values == {"all met"}


@scenario
def the_data_base_fails(submission, readers):
    """The first load fails; each reader asks twice."""
    loads = []

    def load(key):
        loads.append(key)
        if len(loads) == 1:
            raise OSError("no connection")
        return "page " + key

    def read():
        return attempt(cache.get, "a"), attempt(cache.get, "a")

    cache = submission.PageCache(load, 0)
    return tuple(together(*[read] * readers)), len(loads)


@given(readers=st.integers(1, 2))
def test_a_failure_is_not_kept(readers):
    """Whoever has heard of the failure gets the page the next time, and it is loaded once more."""
    page, error = ("ok", "page a"), ("error", "OSError")

    def right(value):
        answers, loads = value
        heard = sum(first == error for first, _ in answers)
        return heard >= 1 and loads == 2 and set(answers) <= {(error, page), (page, page)}

    assert explore(the_data_base_fails, readers, executions=BUDGET).values.all(right)


@scenario
def pages_come_and_go(submission, changes):
    """One thread changes what is there while another one looks; a and b are there before."""
    cache = submission.PageCache(lambda key: "page " + key, 0)
    cache.get("a")
    cache.get("b")
    before = cache.pages()

    def change():
        for action, key in changes:
            if action == "get":
                cache.get(key)
            else:
                cache.drop(key)

    meanwhile, _ = together(cache.pages, change)
    return tuple(sorted(before.items())), tuple(sorted(meanwhile.items()))


@given(
    changes=st.sampled_from(
        [(("get", "c"),), (("drop", "b"),), (("drop", "a"), ("get", "c")), (("drop", "x"),)]
    )
)
def test_a_listing_is_of_one_moment(changes):
    def listed(keys):
        return tuple((key, "page " + key) for key in sorted(keys))

    keys = {"a", "b"}
    before, moments = listed(keys), {listed(keys)}
    for action, key in changes:
        keys = keys | {key} if action == "get" else keys - {key}
        moments.add(listed(keys))
    run = explore(pages_come_and_go, changes, executions=BUDGET)
    assert run.values <= {(before, moment) for moment in moments}


@scenario
def a_morning(submission, keys, threads):
    """Warms up from a feed that, like a generator, can't be asked by two threads at once."""
    busy = threading.Lock()
    clashes = []
    waiting = list(keys)

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

    def load(key):
        if key.startswith("bad"):
            raise OSError("no connection")
        return "page " + key

    cache = submission.PageCache(load, 0)
    cache.warm_up(Feed(), threads)
    return tuple(clashes), tuple(sorted(cache.pages()))


@example(keys=("bad 1", "bad 2", "c"), threads=2)
@given(keys=st.sampled_from([("a", "b"), ()]), threads=st.just(2))
def test_warming_up_loads_every_page(keys, threads):
    good = tuple(sorted(key for key in keys if not key.startswith("bad")))
    run = explore(a_morning, keys, threads, executions=BUDGET)
    assert run.values == {((), good)}


@scenario
def an_evening(submission, keys, workers):
    """Somebody prefetches while the cache stops.

    Tells what was accepted, what had been loaded when `stop` returned, and whether a prefetch is
    accepted after that.
    """
    loads = []

    def load(key):
        loads.append(key)
        if key == "bad":
            raise OSError("no connection")
        return "page " + key

    cache = submission.PageCache(load, workers)

    def stop():
        cache.stop()
        return tuple(sorted(loads))

    accepted = [cache.prefetch(keys[0])]
    more, loaded = together(lambda: [cache.prefetch(key) for key in keys[1:]], stop)
    return tuple(accepted + more), loaded, cache.prefetch("late")


@example(keys=("bad", "b"), workers=1)
@given(keys=st.just(("a", "b")), workers=st.integers(1, 2))
def test_stopping_finishes_the_work(keys, workers):
    def right(value):
        accepted, loaded, late = value
        promised = [key for key, yes in zip(keys, accepted, strict=True) if yes]
        return accepted[0] and loaded == tuple(sorted(promised)) and not late

    assert explore(an_evening, keys, workers, executions=BUDGET).values.all(right)
