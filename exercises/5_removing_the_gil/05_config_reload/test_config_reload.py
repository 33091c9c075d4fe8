"""What a configuration promises, smallest cases. Run me: pytest exercises/ -k config_reload"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def read_while_it_moves(submission):
    def move(values):
        values["host"] = "new"
        values["port"] = 2

    config = submission.Config({"host": "old", "port": 1})
    address, _ = together(config.address, lambda: config.update(move))
    return address


def test_a_reader_sees_one_version():
    assert explore(read_while_it_moves).values <= {"old:1", "new:2"}


@scenario
def look_at_a_snapshot_again(submission):
    config = submission.Config({"host": "old", "port": 1})
    snapshot = config.snapshot()
    config.update(lambda values: values.update(host="new", port=2))
    return snapshot["host"], snapshot["port"], config.address()


def test_a_snapshot_stays():
    assert explore(look_at_a_snapshot_again).values == {("old", 1, "new:2")}


@scenario
def two_administrators(submission):
    config = submission.Config({"host": "old", "port": 1})
    together(
        lambda: config.update(lambda values: values.update(host="new")),
        lambda: config.update(lambda values: values.update(port=2)),
    )
    return config.address()


def test_no_change_is_lost():
    assert explore(two_administrators).values == {"new:2"}


@scenario
def read_during_a_slow_edit(submission):
    """The edit goes on when the reader has read."""
    config = submission.Config({"host": "old", "port": 1})
    is_editing, has_read = threading.Event(), threading.Event()

    def slow_edit(values):
        values["host"] = "new"
        is_editing.set()
        has_read.wait()
        values["port"] = 2

    def read():
        is_editing.wait()
        address = config.address()
        has_read.set()
        return address

    _, address = together(lambda: config.update(slow_edit), read)
    return address, config.address()


def test_readers_never_wait():
    assert explore(read_during_a_slow_edit).values == {("old:1", "new:2")}


@scenario
def a_failed_edit_and_another_one(submission):
    def fail_half_way(values):
        values["host"] = "new"
        raise OSError("no such host")

    config = submission.Config({"host": "old", "port": 1})
    failed = attempt(config.update, fail_half_way)
    address = config.address()
    together(lambda: config.update(lambda values: values.update(port=2)))
    return failed, address, config.address()


def test_a_failed_edit_changes_nothing():
    expected = {(("error", "OSError"), "old:1", "old:2")}
    assert explore(a_failed_edit_and_another_one).values == expected
