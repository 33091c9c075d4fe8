"""Connections are few, each serves one at a time, and none gets lost, whatever raises.

A connection is a lock here: a query takes it, and finds out if somebody else has it already.
"""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, repeat, scenario, together

BUDGET = 50  # executions per case


@scenario
def queries(submission, size, per_thread):
    """How many connections were opened, and what each query gave."""
    opened = []

    def connect():
        opened.append("a connection")
        return threading.Lock()

    pool = submission.ConnectionPool(connect, size)
    rows = together(
        *[
            repeat(lambda mine=mine: attempt(pool.run, lambda connection: mine), times)
            for mine, times in enumerate(per_thread)
        ]
    )
    return len(opened), tuple(tuple(mine) for mine in rows)


@example(size=2, per_thread=(2,))
@example(size=2, per_thread=(1, 1, 1))
@given(size=st.integers(1, 2), per_thread=st.sampled_from([(1, 1), (2,)]))
def test_no_more_than_size_are_opened(size, per_thread):
    values = explore(queries, size, per_thread, executions=4 * BUDGET).values
    assert values.all(lambda ending: 1 <= ending[0] <= min(size, len(per_thread)))


@scenario
def everybody_looks_out(submission, size, threads, fails_before):
    """Whether each query had its connection to itself; an early one may have failed on it."""

    def query(connection):
        if not connection.acquire(blocking=False):
            raise RuntimeError("somebody else is using this connection")
        connection.release()
        return "rows"

    def wrong(connection):
        raise ValueError("no such table")

    pool = submission.ConnectionPool(threading.Lock, size)
    attempt(pool.run, wrong if fails_before else query)
    return tuple(together(*[lambda: pool.run(query)] * threads))


@example(size=2, threads=2, fails_before=True)
@given(size=st.integers(1, 2), threads=st.just(2), fails_before=st.booleans())
def test_nobody_shares_a_connection(size, threads, fails_before):
    values = explore(everybody_looks_out, size, threads, fails_before, executions=BUDGET).values
    assert values == {("rows",) * threads}


@scenario
def all_meet(submission, size):
    """Each query waits for all the others: they must all be under way at once."""
    meeting = threading.Barrier(size)

    def query(connection):
        meeting.wait()
        return "rows"

    pool = submission.ConnectionPool(threading.Lock, size)
    return tuple(together(*[lambda: pool.run(query)] * size))


@given(size=st.integers(1, 3))
def test_all_are_used_at_once(size):
    assert explore(all_meet, size, executions=BUDGET).values == {("rows",) * size}


@given(size=st.integers(1, 2), per_thread=st.sampled_from([(1, 1, 1), (2, 1)]))
def test_whoever_waits_gets_one(size, per_thread):
    expected = tuple((("ok", mine),) * times for mine, times in enumerate(per_thread))
    values = explore(queries, size, per_thread, executions=4 * BUDGET).values
    assert values.all(lambda ending: ending[1] == expected)


@scenario
def nothing_comes_back(submission, size, waiting):
    """As many endless queries as there may be, and then some more, which never get a connection."""
    never = threading.Event()
    all_begun = threading.Barrier(size + waiting)

    def endless(connection):
        all_begun.wait()
        never.wait()

    def late():
        all_begun.wait()
        return pool.run(lambda connection: "rows")

    pool = submission.ConnectionPool(threading.Lock, size)
    together(*[lambda: pool.run(endless)] * size, *[late] * waiting)
    return "all came back"


@given(waiting=st.integers(1, 2))
def test_waiting_costs_nothing(waiting):
    """A sleeper sleeps for ever, which is right here; one who polls never stops."""
    outcomes = explore(nothing_comes_back, 1, waiting, executions=20).outcomes
    assert {outcome.kind for outcome in outcomes} == {"deadlock"}


@scenario
def queries_fail(submission, size, beside):
    """As many queries fail as there are connections; what they, others and a last one give.

    The last value is how many connections were opened: a lost one must be opened anew.
    """
    opened = []

    def connect():
        opened.append("one more")
        return threading.Lock()

    def wrong(connection):
        raise ValueError("no such table")

    pool = submission.ConnectionPool(connect, size)
    before = [attempt(pool.run, wrong) for _ in range(size - 1)]
    answers = together(
        lambda: attempt(pool.run, wrong),
        *[lambda: attempt(pool.run, lambda connection: "rows")] * beside,
    )
    [last] = together(lambda: pool.run(lambda connection: "last rows"))
    return tuple(before + answers), last, len(opened)


@given(size=st.integers(1, 2), beside=st.integers(0, 1))
def test_a_failed_query_gives_it_back(size, beside):
    answers = (*[("error", "ValueError")] * size, *[("ok", "rows")] * beside)
    values = explore(queries_fail, size, beside, executions=4 * BUDGET).values
    assert values.all(lambda seen: seen[:2] == (answers, "last rows") and seen[2] <= size)


@scenario
def opening_fails(submission, size, beside):
    """Opening fails as often as there are places; what all and a last one give."""
    failures = threading.Semaphore(size)

    def connect():
        if failures.acquire(blocking=False):
            raise OSError("the database is away")
        return threading.Lock()

    pool = submission.ConnectionPool(connect, size)
    query = [lambda: attempt(pool.run, lambda connection: "rows")]
    answers = together(*query * (size + beside))
    [last] = together(lambda: pool.run(lambda connection: "last rows"))
    return tuple(sorted(answers)), last


@given(size=st.integers(1, 2), beside=st.integers(0, 1))
def test_a_failed_connect_costs_no_place(size, beside):
    answers = (*[("error", "OSError")] * size, *[("ok", "rows")] * beside)
    values = explore(opening_fails, size, beside, executions=BUDGET).values
    assert values == {(answers, "last rows")}
