"""Readers see versions that were there, in their order; writers build on each other's."""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, repeat, scenario, together

BUDGET = 100  # executions per case

how = st.sampled_from(["address", "snapshot"])


@scenario
def read_beside_moves(submission, how, reads, moves):
    """Version 1 is "h1:1", and each move leads to the next one."""
    config = submission.Config({"host": "h1", "port": 1})

    def read():
        if how == "address":
            return config.address()
        seen = config.snapshot()
        return f"{seen['host']}:{seen['port']}"

    def move(values):
        number = values["port"] + 1
        values["host"] = f"h{number}"
        values["port"] = number

    seen, _ = together(repeat(read, reads), repeat(lambda: config.update(move), moves))
    return *seen, read()


def versions(reads, moves):
    """Each way to see versions without going back; the one at the end is the last one."""
    ways = [()]
    for _ in range(reads):
        ways = [(*w, n) for w in ways for n in range(w[-1] if w else 1, moves + 2)]
    return {tuple(f"h{n}:{n}" for n in (*way, moves + 1)) for way in ways}


@example(reads=1, moves=1)
@given(reads=st.integers(1, 2), moves=st.integers(1, 2))
def test_a_reader_sees_one_version(reads, moves):
    run = explore(read_beside_moves, "address", reads, moves, executions=BUDGET)
    assert run.values <= versions(reads, moves)


@scenario
def look_twice(submission, ports):
    """Looks at a snapshot at once, and again when all the updates are through."""
    config = submission.Config({"host": "h", "port": 1})
    kept = config.snapshot()
    first = tuple(sorted(kept.items()))
    for port in ports:
        config.update(lambda values, port=port: values.update({"port": port, f"was {port}": True}))
    return first, tuple(sorted(kept.items())), config.address()


@given(ports=st.lists(st.integers(2, 3), min_size=1, max_size=2))
def test_a_snapshot_stays(ports):
    kept, moves = (("host", "h"), ("port", 1)), len(ports)
    run = explore(look_twice, ports, executions=BUDGET)
    assert run.values == {(kept, kept, f"h:{ports[-1]}")}
    run = explore(read_beside_moves, "snapshot", 1, moves, executions=BUDGET)
    assert run.values <= versions(1, moves)


@scenario
def update_together(submission, writers):
    """Each writer adds to values, some of which are new."""
    config = submission.Config({"host": "h", "port": 1})

    def add_all(additions):
        for name, number in additions:
            config.update(
                lambda values, name=name, number=number: values.update(
                    {name: values.get(name, 0) + number}
                )
            )

    together(*[lambda additions=additions: add_all(additions) for additions in writers])
    return tuple(sorted((n, v) for n, v in config.snapshot().items() if n != "host"))


additions = st.lists(
    st.tuples(st.sampled_from(["port", "retries"]), st.integers(1, 2)), min_size=1, max_size=2
)


@example(writers=[[("port", 1)], [("retries", 1)]])
@example(writers=[[("port", 1)], [("port", 1)]])
@given(writers=st.lists(additions, min_size=2, max_size=2))
def test_no_change_is_lost(writers):
    totals = {"port": 1}
    for name, number in [addition for writer in writers for addition in writer]:
        totals[name] = totals.get(name, 0) + number
    run = explore(update_together, writers, executions=BUDGET)
    assert run.values == {tuple(sorted(totals.items()))}


@scenario
def read_during_an_edit(submission, how, readers):
    """The edit stands still between its two halves until all the readers have read."""
    config = submission.Config({"host": "h1", "port": 1})
    is_editing, have_read = threading.Event(), threading.Semaphore(0)

    def slow_edit(values):
        values["host"] = "h2"
        is_editing.set()
        for _ in range(readers):
            have_read.acquire()
        values["port"] = 2

    def read():
        is_editing.wait()
        if how == "address":
            seen = config.address()
        else:
            seen = "{host}:{port}".format_map(config.snapshot())
        have_read.release()
        return seen

    _, *seen = together(lambda: config.update(slow_edit), *[read] * readers)
    return tuple(seen)


@given(how=how, readers=st.integers(1, 2))
def test_readers_never_wait(how, readers):
    run = explore(read_during_an_edit, how, readers, executions=BUDGET)
    assert run.values == {("h1:1",) * readers}


@scenario
def a_failure_beside_an_update(submission, changes_first):
    def fail(values):
        if changes_first:
            values["host"] = "h2"
        raise OSError("no such host")

    config = submission.Config({"host": "h1", "port": 1})
    failed, worked = together(
        lambda: attempt(config.update, fail),
        lambda: attempt(config.update, lambda values: values.update(port=2)),
    )
    then = config.address()
    config.update(lambda values: values.update(port=3))
    return failed, worked[0], then, config.address()


@given(changes_first=st.booleans())
def test_a_failed_edit_changes_nothing(changes_first):
    expected = (("error", "OSError"), "ok", "h1:2", "h1:3")
    run = explore(a_failure_beside_an_update, changes_first, executions=BUDGET)
    assert run.values == {expected}
