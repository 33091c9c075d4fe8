"""What the audit log promises, on the smallest cases. Run me: pytest exercises/ -k shut_down"""

import threading

from grader import attempt, explore, scenario


@scenario
def a_day(submission, entries):
    archive = []
    log = submission.AuditLog(archive.append)
    for entry in entries:
        log.record(entry)
    log.close()
    return tuple(archive)


def test_everything_is_written():
    assert explore(a_day, ["login", "payment"], executions=100).values == {("login", "payment")}


@scenario
def threads_after_closing(submission, entries):
    log = submission.AuditLog(lambda entry: None)
    for entry in entries:
        log.record(entry)
    log.close()
    return tuple(thread.name for thread in threading.enumerate()[1:])


def test_no_thread_is_left():
    assert explore(threads_after_closing, ["login"], executions=100).values == {()}


@scenario
def a_day_with_a_refusal(submission, entries, refused):
    archive = []

    def write(entry):
        if entry in refused:
            raise OSError(f"the archive refuses {entry}")
        archive.append(entry)

    log = submission.AuditLog(write)
    for entry in entries:
        log.record(entry)
    return attempt(log.close), tuple(sorted(archive))


def test_an_error_stops_nothing():
    found = explore(a_day_with_a_refusal, ["login", "payment"], ["login"], executions=100)
    assert found.values == {(("error", "OSError"), ("payment",))}


@scenario
def closing_again(submission):
    log = submission.AuditLog(lambda entry: None)
    log.close()
    log.close()
    return "closed"


def test_closing_again_is_fine():
    assert explore(closing_again, executions=100).values == {"closed"}


@scenario
def an_archive_that_is_slow(submission):
    """The archive is at work on "login" until we let it go on, and "payment" is recorded."""
    at_work, go_on = threading.Event(), threading.Event()

    def write(entry):
        at_work.set()
        go_on.wait()

    log = submission.AuditLog(write)
    log.record("login")
    log.record("payment")
    at_work.wait()
    go_on.set()
    log.close()
    return "closed"


def test_entries_are_written_in_the_background():
    assert explore(an_archive_that_is_slow, executions=100).values == {"closed"}
