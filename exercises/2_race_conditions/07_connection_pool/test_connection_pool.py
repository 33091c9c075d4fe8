"""What the pool promises, on the smallest cases. Run me: pytest exercises/ -k connection_pool

A connection is a lock here: a query takes it, and finds out if somebody else has it already.
"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def two_queries(submission, size):
    """How many connections two queries at the same time have opened."""
    opened = []

    def connect():
        opened.append("a connection")
        return threading.Lock()

    pool = submission.ConnectionPool(connect, size)
    rows = together(
        lambda: attempt(pool.run, lambda connection: "ann"),
        lambda: attempt(pool.run, lambda connection: "ben"),
    )
    return len(opened), tuple(rows)


def test_no_more_than_size_are_opened():
    assert explore(two_queries, 1).values.all(lambda ending: ending[0] == 1)


@scenario
def two_queries_look_at_each_other(submission):
    def query(connection):
        if not connection.acquire(blocking=False):
            raise RuntimeError("somebody else is using this connection")
        connection.release()
        return "rows"

    pool = submission.ConnectionPool(threading.Lock, 1)
    pool.run(query)
    return tuple(together(lambda: pool.run(query), lambda: pool.run(query)))


def test_nobody_shares_a_connection():
    assert explore(two_queries_look_at_each_other).values == {("rows", "rows")}


@scenario
def two_queries_meet(submission):
    """Each query waits for the other one: possible only if both may run at once."""
    meeting = threading.Barrier(2)

    def query(connection):
        meeting.wait()
        return "rows"

    pool = submission.ConnectionPool(threading.Lock, 2)
    return tuple(together(lambda: pool.run(query), lambda: pool.run(query)))


def test_all_are_used_at_once():
    assert explore(two_queries_meet).values == {("rows", "rows")}


def test_whoever_waits_gets_one():
    values = explore(two_queries, 1).values
    assert values.all(lambda ending: ending[1] == (("ok", "ann"), ("ok", "ben")))


@scenario
def nothing_comes_back(submission):
    """The first query never ends; so the second one, which begins then, never gets a connection."""
    never = threading.Event()
    begun = threading.Event()

    def endless(connection):
        begun.set()
        never.wait()

    def second():
        begun.wait()
        return pool.run(lambda connection: "rows")

    pool = submission.ConnectionPool(threading.Lock, 1)
    together(lambda: pool.run(endless), second)
    return "both came back"


def test_waiting_costs_nothing():
    """A sleeper sleeps for ever, which is right here; one who polls never stops."""
    assert {outcome.kind for outcome in explore(nothing_comes_back).outcomes} == {"deadlock"}


@scenario
def a_query_fails(submission):
    def wrong(connection):
        raise ValueError("no such table")

    pool = submission.ConnectionPool(threading.Lock, 1)
    failed = attempt(pool.run, wrong)
    [rows] = together(lambda: pool.run(lambda connection: "rows"))
    return failed, rows


def test_a_failed_query_gives_it_back():
    assert explore(a_query_fails).values == {(("error", "ValueError"), "rows")}


@scenario
def opening_fails_once(submission):
    attempts = []

    def connect():
        attempts.append("a connection")
        if len(attempts) == 1:
            raise OSError("the database is away")
        return threading.Lock()

    pool = submission.ConnectionPool(connect, 1)
    failed = attempt(pool.run, lambda connection: "rows")
    [rows] = together(lambda: pool.run(lambda connection: "rows"))
    return failed, rows


def test_a_failed_connect_costs_no_place():
    assert explore(opening_fails_once).values == {(("error", "OSError"), "rows")}
