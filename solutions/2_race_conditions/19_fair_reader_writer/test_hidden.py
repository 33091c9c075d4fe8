"""Nobody is passed over twice; updates are alone, searches together; errors leave nothing behind.

To know that somebody waits, the scenarios use that the timeout of a wait is patient: it ends only
when no other thread can go on.
"""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 60  # executions per case


@scenario
def one_waits(submission, first, waiter, others):
    """`first` is inside and the waiter sleeps; then all others come, and come back, twice each.

    Tells how often each of them got in before the waiter: first the one that was inside.
    """
    index = submission.IndexLock()
    never, inside, waiting = threading.Event(), threading.Event(), threading.Event()
    log = []

    def enter(kind, action):
        if kind == "search":
            index.read(action)
        else:
            index.write(action)

    def stay():
        inside.set()
        never.wait(timeout=1)  # now the waiter sleeps
        waiting.set()
        never.wait(timeout=1)  # now the others have done what they can

    def come_twice(number, kind):
        for _ in range(2):
            enter(kind, lambda: log.append(number))

    def be_inside():
        enter(first, stay)
        come_twice(0, first)

    def wait():
        inside.wait()
        enter(waiter, lambda: log.append("waiter"))

    def come_later(number, kind):
        waiting.wait()
        come_twice(number, kind)

    later = [lambda n=n, kind=kind: come_later(n, kind) for n, kind in enumerate(others, 1)]
    together(be_inside, wait, *later)
    before = log[: log.index("waiter")]
    return tuple(before.count(number) for number in range(len(others) + 1))


def at_most_once(counts):
    return max(counts) <= 1


kinds = st.sampled_from(["search", "update"])


@example(first="search", others=("search",))
@example(first="search", others=())
@given(first=st.just("search"), others=st.tuples(kinds))
def test_an_update_is_not_passed_over(first, others):
    run = explore(one_waits, first, "update", others, executions=BUDGET)
    assert run.values.all(at_most_once)


@given(others=st.sampled_from([(), ("update",)]))
def test_a_search_is_not_passed_over(others):
    """The others are updates: a search may be inside beside the waiter, and be quicker there."""
    run = explore(one_waits, "update", "search", others, executions=BUDGET)
    assert run.values.all(at_most_once)


@scenario
def some_come_together(submission, threads):
    """Each thread searches or updates; whoever finds somebody inside that must not be raises."""
    index = submission.IndexLock()
    searching, updating = [], []

    def search():
        if updating:
            raise RuntimeError("an update isn't alone")
        searching.append(1)
        searching.pop()

    def update():
        if updating or searching:
            raise RuntimeError("an update isn't alone")
        updating.append(1)
        updating.pop()

    def run(kinds):
        for kind in kinds:
            if kind == "search":
                index.read(search)
            else:
                index.write(update)

    together(*[lambda kinds=kinds: run(kinds) for kinds in threads])
    return "always alone"


@example(threads=(("search",), ("search",), ("update",)))
@given(
    threads=st.sampled_from(
        [
            (("update",), ("update",)),
            (("search",), ("update",)),
            (("search", "update"), ("search",)),
            (("update", "search"), ("update",)),
        ]
    )
)
def test_an_update_is_alone(threads):
    assert explore(some_come_together, threads, executions=BUDGET).values == {"always alone"}


@scenario
def searches_meet(submission, searches, after_an_update):
    """All searches wait for each other inside; they may have had to wait for an update before."""
    index, meeting = submission.IndexLock(), threading.Barrier(searches)
    never, inside = threading.Event(), threading.Event()

    def long_update():
        inside.set()
        never.wait(timeout=1)  # now all searches sleep

    def search():
        if after_an_update:
            inside.wait()
        index.read(meeting.wait)

    update = [lambda: index.write(long_update)] if after_an_update else []
    together(*update, *[search] * searches)
    return "met"


@given(searches=st.integers(2, 3), after_an_update=st.booleans())
def test_searches_run_at_the_same_time(searches, after_an_update):
    run = explore(searches_meet, searches, after_an_update, executions=BUDGET)
    assert run.values == {"met"}


@scenario
def somebody_stays_inside(submission, first, waiter):
    index = submission.IndexLock()
    never, inside = threading.Event(), threading.Event()
    method = {"search": index.read, "update": index.write}

    def endless():
        inside.set()
        never.wait()

    def wait():
        inside.wait()
        method[waiter](lambda: None)

    together(lambda: method[first](endless), wait)


@given(pair=st.sampled_from([("search", "update"), ("update", "search"), ("update", "update")]))
def test_whoever_waits_sleeps(pair):
    """If nobody ever leaves, whoever waits sleeps for ever, and that is right here."""
    run = explore(somebody_stays_inside, *pair, executions=20)
    assert {outcome.kind for outcome in run.outcomes} == {"deadlock"}


@scenario
def one_fails(submission, failing, next_one):
    def fail():
        raise OSError("disk full")

    index = submission.IndexLock()
    method = {"search": index.read, "update": index.write}
    return attempt(method[failing], fail), attempt(method[next_one], lambda: "done")


@given(failing=kinds, next_one=kinds)
def test_an_error_lets_the_next_one_in(failing, next_one):
    expected = (("error", "OSError"), ("ok", "done"))
    assert explore(one_fails, failing, next_one, executions=BUDGET).values == {expected}
