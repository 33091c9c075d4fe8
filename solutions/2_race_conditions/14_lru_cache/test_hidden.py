"""A cache behaves as an OrderedDict does whose calls come one after the other."""

from collections import OrderedDict

from hypothesis import given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 60  # executions per case; a plain lock needs 20 at most


class Model:
    """The cache, for one thread."""

    def __init__(self, capacity, before):
        self.capacity = capacity
        self.items = OrderedDict()
        for name in before:
            self.put(name, f"old {name}")

    def get(self, name):
        if name not in self.items:
            return None
        self.items.move_to_end(name)
        return self.items[name]

    def put(self, name, thumbnail):
        self.items[name] = thumbnail
        self.items.move_to_end(name)
        if len(self.items) > self.capacity:
            self.items.popitem(last=False)


def turns(threads):
    """Every order in which the calls of the threads may come, as (thread, call)."""
    if not any(threads):
        yield ()
    for index, calls in enumerate(threads):
        if calls:
            rest = [*threads[:index], calls[1:], *threads[index + 1 :]]
            for others in turns(rest):
                yield ((index, calls[0]), *others)


def endings(capacity, before, threads):
    """Every (results by thread, contents) that some order of the calls gives."""
    found = set()
    for order in turns(list(threads)):
        model = Model(capacity, before)
        results = [[] for _ in threads]
        for index, (method, *args) in order:
            results[index].append(getattr(model, method)(*args))
        kept = tuple(model.items.get(name) for name in "abcd")
        found.add((tuple(map(tuple, results)), kept))
    return found


@scenario
def calls(submission, capacity, before, threads):
    """What each call returned, and then what there is under each name.

    That no call fails is another promise: one that does counts here as one that found nothing.
    """
    cache = submission.ThumbnailCache(capacity)
    for name in before:
        cache.put(name, f"old {name}")

    def make(calls):
        endings = [attempt(getattr(cache, method), *args) for method, *args in calls]
        return tuple([result if how == "ok" else None for how, result in endings])

    results = together(*[lambda calls=calls: make(calls) for calls in threads])
    return tuple(results), tuple(cache.get(name) for name in "abcd")


def get(name):
    return ("get", name)


def put(name):
    return ("put", name, f"new {name}")


@scenario
def one_get(submission, capacity, before, name, puts):
    cache = submission.ThumbnailCache(capacity)
    for old in before:
        cache.put(old, f"old {old}")
    got, *_ = together(
        lambda: attempt(cache.get, name),
        *[lambda new=new: cache.put(new, f"new {new}") for new in puts],
    )
    return got


@given(case=st.sampled_from([(1, "a", "b"), (1, "a", "a"), (2, "ab", "cd"), (1, "", "a")]))
def test_no_call_fails(case):
    capacity, before, puts = case
    possible = {f"old {name}" for name in before if name == "a"}
    possible |= {f"new {name}" for name in puts if name == "a"}
    if not before or before != puts:
        possible |= {None}
    values = explore(one_get, capacity, before, "a", puts, executions=BUDGET).values
    assert values <= {("ok", thumbnail) for thumbnail in possible}


PUTS = [
    (2, "", ((put("a"),), (put("b"),))),
    (1, "a", ((put("b"),), (put("c"),))),
    (2, "ab", ((put("c"),), (put("d"),))),
    (3, "ab", ((put("c"),), (put("d"),))),
    (2, "ab", ((put("a"),), (put("c"),))),
    (2, "a", ((put("b"), put("a")), (put("c"),))),
]


@given(case=st.sampled_from(PUTS))
def test_nothing_goes_without_need(case):
    assert explore(calls, *case, executions=BUDGET).values <= endings(*case)


LOOKS = [
    (2, "ab", ((get("a"),), (put("c"),))),
    (2, "ab", ((get("a"), put("c")), (get("b"),))),
    (2, "ab", ((get("a"), get("b")), (put("c"),))),
    (3, "abc", ((get("a"),), (get("b"), put("d")))),
]


@given(case=st.sampled_from(LOOKS))
def test_a_look_counts_as_use(case):
    assert explore(calls, *case, executions=BUDGET).values <= endings(*case)


@scenario
def numbers(submission, gets, beside):
    """Each thread looks for some names; `stats()` is asked beside them, or beside puts."""
    cache = submission.ThumbnailCache(1)
    cache.put("a", "old a")

    def look(names):
        for name in names:
            cache.get(name)

    seen, *_ = together(
        cache.stats,
        *[lambda names=names: look(names) for names in gets],
        *[lambda name=name: cache.put(name, f"new {name}") for name in beside],
    )
    return seen, cache.stats()


@given(case=st.sampled_from([(("a", "a"), ""), (("ax",), ""), (("x", "x"), ""), ((), "b")]))
def test_the_numbers_are_true(case):
    gets, beside = case
    looked = "".join(gets)
    hits, misses = looked.count("a"), looked.count("x")

    def are_true(numbers):
        (seen_hits, seen_misses, seen), last = numbers
        in_between = 0 <= seen_hits <= hits and 0 <= seen_misses <= misses
        in_order = seen_misses == 0 or seen_hits == hits or "ax" not in gets
        return in_between and in_order and seen == 1 and last == (hits, misses, 1)

    assert explore(numbers, gets, beside, executions=BUDGET).values.all(are_true)
