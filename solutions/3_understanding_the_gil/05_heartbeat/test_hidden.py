"""Longer jobs, several at once, many pings in a row; other threads that ask; a stop that is early.

No clock: what counts is the number of items between a question and its answer.
"""

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, scenario, together

BUDGET = 60  # executions per case; a node that serves in one thread needs one of them
SLICE = 4  # the promise; what the submission's own SLICE says is its own affair


@scenario
def pings_during_jobs(submission, jobs, length, ping_at, pings):
    """So many pings come while one item is crunched; how many items until each is answered?"""
    crunched, waited = [], []
    left = list(range(jobs))

    def crunch(item):
        crunched.append(item)
        if len(crunched) == ping_at:
            for _ in range(pings):
                node.ping(lambda: waited.append(len(crunched) - ping_at))
        return item

    def done(total):
        left.pop()
        if not left:
            node.stop()

    node = submission.Node(crunch)
    for _ in range(jobs):
        node.submit(range(length), done)
    node.serve()
    return tuple(waited)


@example(jobs=1, length=40, ping_at=1, pings=1)
@given(
    jobs=st.integers(1, 2),
    length=st.sampled_from([12, 16]),
    ping_at=st.integers(1, 6),
    pings=st.sampled_from([1, 3]),
)
def test_a_ping_is_answered_soon(jobs, length, ping_at, pings):
    values = explore(pings_during_jobs, jobs, length, ping_at, pings, executions=BUDGET).values
    assert values.all(lambda waited: len(waited) == pings and max(waited) <= SLICE * jobs)


@scenario
def a_short_job_beside_long_ones(submission, longs, length, submit_at, short):
    """The short job comes while a long one is crunched; how many items of theirs until its turn?"""
    crunched, waited = [], []
    left = list(range(longs))

    def crunch(item):
        if item == 0:
            waited.append(len(crunched) - submit_at)
        else:
            crunched.append(item)
            if len(crunched) == submit_at:
                node.submit([0] * short, lambda total: None)
        return item

    def done(total):
        left.pop()
        if not left:
            node.stop()

    node = submission.Node(crunch)
    for _ in range(longs):
        node.submit(range(1, length + 1), done)
    node.serve()
    return tuple(waited)


@given(
    longs=st.integers(1, 2),
    length=st.sampled_from([20, 24]),
    submit_at=st.integers(1, 5),
    short=st.integers(1, SLICE),
)
def test_a_short_job_gets_its_turn(longs, length, submit_at, short):
    found = explore(
        a_short_job_beside_long_ones, longs, length, submit_at, short, executions=BUDGET
    )
    assert found.values.all(lambda waited: len(waited) == short and waited[0] <= 2 * SLICE * longs)


@scenario
def jobs_and_a_stop(submission, lengths, beside):
    """Job n has the items 100n, 100n + 1 …; they come before serve() begins, or beside it."""
    crunched, totals = [], []

    def crunch(item):
        crunched.append(item)
        return item + 1

    def ask():
        for number, length in enumerate(lengths):
            items = range(100 * number, 100 * number + length)
            node.submit(items, lambda total, number=number: totals.append((number, total)))
        node.stop()

    node = submission.Node(crunch)
    if beside:
        together(node.serve, ask)
    else:
        ask()
        node.serve()
    items = tuple(tuple(i for i in crunched if i // 100 == n) for n in range(len(lengths)))
    return tuple(sorted(totals)), items


@example(lengths=(), beside=False)
@example(lengths=(5, 9), beside=False)
@given(
    lengths=st.lists(st.sampled_from([0, 1, 4, 5, 8, 9]), min_size=1, max_size=3).map(tuple),
    beside=st.booleans(),
)
def test_every_job_comes_out_right(lengths, beside):
    items = tuple(tuple(range(100 * n, 100 * n + length)) for n, length in enumerate(lengths))
    totals = tuple((n, sum(own) + len(own)) for n, own in enumerate(items))
    found = explore(jobs_and_a_stop, lengths, beside, executions=BUDGET)
    assert found.values == {(totals, items)}


@scenario
def nobody_stops_it(submission, lengths, pings):
    """When all is done the node sleeps; nobody wakes it, so it sleeps for ever."""
    node = submission.Node(lambda item: item)
    for length in lengths:
        node.submit(range(length), lambda total: None)
    for _ in range(pings):
        node.ping(lambda: None)
    node.serve()
    return "serve() came back, and nobody had stopped the node"


@given(lengths=st.sampled_from([(), (1,), (5, 2)]), pings=st.integers(0, 1))
def test_an_idle_node_sleeps(lengths, pings):
    found = explore(nobody_stops_it, lengths, pings, executions=20)
    assert {outcome.kind for outcome in found.outcomes} == {"deadlock"}


@scenario
def asks_before_anybody_serves(submission, lengths, pings):
    events = []
    node = submission.Node(lambda item: events.append("crunched") or item)
    for length in lengths:
        node.submit(range(length), lambda total: events.append("done"))
    for _ in range(pings):
        node.ping(lambda: events.append("answered"))
    node.stop()
    asked = tuple(events)
    node.serve()
    return asked, events.count("crunched"), events.count("done"), events.count("answered")


@given(lengths=st.sampled_from([(), (1,), (2, 5)]), pings=st.integers(0, 2))
def test_asking_comes_back_at_once(lengths, pings):
    """Nothing is done before serve() is called, and then all of it."""
    found = explore(asks_before_anybody_serves, lengths, pings, executions=BUDGET)
    assert found.values == {((), sum(lengths), len(lengths), pings)}
