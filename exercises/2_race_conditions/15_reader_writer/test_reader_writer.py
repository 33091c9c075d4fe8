"""What the lock promises, on the smallest cases. Run me: pytest exercises/ -k reader_writer"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def two_look_while_one_edits(submission):
    """The edit has two steps; who looks may see none of them or both."""
    lock = submission.ReadWriteLock()
    table = ["old", "old"]

    def edit():
        table[0] = "new"
        table[1] = "new"

    def look():
        return table[0], table[1]

    first, second, _ = together(
        lambda: lock.read(look),
        lambda: lock.read(look),
        lambda: lock.write(edit),
    )
    return first, second


def test_who_writes_is_alone():
    old, new = ("old", "old"), ("new", "new")
    expected = {(old, old), (old, new), (new, old), (new, new)}
    assert explore(two_look_while_one_edits).values <= expected


@scenario
def two_meet_inside(submission):
    """Each reader waits inside for the other one: possible only if both may be in at once."""
    lock = submission.ReadWriteLock()
    meeting = threading.Barrier(2)

    def look():
        meeting.wait()
        return "met"

    return tuple(together(lambda: lock.read(look), lambda: lock.read(look)))


def test_readers_overlap():
    assert explore(two_meet_inside).values == {("met", "met")}


@scenario
def all_come_and_go(submission):
    lock = submission.ReadWriteLock()
    together(
        lambda: lock.read(lambda: "read"),
        lambda: lock.write(lambda: "written"),
    )
    return lock.read(lambda: "read"), lock.write(lambda: "written")


@scenario
def an_error_inside(submission):
    def fail():
        raise OSError("no such route")

    lock = submission.ReadWriteLock()
    failed = attempt(lock.read, fail), attempt(lock.write, fail)
    together(lambda: lock.write(lambda: "written"))
    return failed, lock.read(lambda: "read")


def test_everybody_gets_in():
    failed = ("error", "OSError")
    assert explore(all_come_and_go).values == {("read", "written")}
    assert explore(an_error_inside).values == {((failed, failed), "read")}


@scenario
def a_reader_waits_for_ever(submission):
    """The writer stays inside until the reader has been in: neither can ever go on."""
    lock = submission.ReadWriteLock()
    lock.write(lambda: together(lambda: lock.read(lambda: "read")))
    return "a reader got in while somebody wrote"


@scenario
def a_writer_waits_for_ever(submission):
    lock = submission.ReadWriteLock()
    lock.read(lambda: together(lambda: lock.write(lambda: "written")))
    return "a writer got in while somebody read"


def test_waiting_costs_nothing():
    """Whoever waits in vain sleeps for ever, which is right here; one who polls never stops."""
    assert {o.kind for o in explore(a_reader_waits_for_ever).outcomes} == {"deadlock"}
    assert {o.kind for o in explore(a_writer_waits_for_ever).outcomes} == {"deadlock"}
