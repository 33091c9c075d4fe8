"""More entries, none, equal ones; errors of several kinds; closing once, twice, three times."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from grader import attempt, explore, scenario

BUDGET = 80  # executions per case

entries = st.sampled_from(["", "a", "ab", "aa", "ba", "abc"]).map(tuple)


@scenario
def a_day(submission, entries):
    archive = []
    log = submission.AuditLog(archive.append)
    for entry in entries:
        log.record(entry)
    log.close()
    return tuple(archive)


@given(entries=entries)
def test_everything_is_written(entries):
    assert explore(a_day, entries, executions=BUDGET).values == {entries}


@scenario
def threads_after_closing(submission, entries):
    log = submission.AuditLog(lambda entry: None)
    for entry in entries:
        log.record(entry)
    log.close()
    return tuple(thread.name for thread in threading.enumerate()[1:])


@given(
    entries=st.sampled_from(["", "a", "ab"]).map(tuple),
    timeouts=st.sampled_from(["patient", "adversarial"]),
)
def test_no_thread_is_left(entries, timeouts):
    """Under adversarial timeouts each wait that has one may come back early, as on a busy day."""
    found = explore(threads_after_closing, entries, timeouts=timeouts, executions=BUDGET)
    assert found.values == {()}


@scenario
def a_day_with_refusals(submission, entries, errors):
    """The archive refuses what stands in `errors`; afterwards no thread may be at work."""
    archive = []

    def write(entry):
        if errors.get(entry) == "OSError":
            raise OSError(entry)
        if errors.get(entry) == "ValueError":
            raise ValueError(entry)
        archive.append(entry)

    log = submission.AuditLog(write)
    for entry in entries:
        log.record(entry)
    return attempt(log.close), tuple(sorted(archive))


@given(
    errors=st.sampled_from(
        [
            {"a": "OSError"},
            {"b": "OSError"},
            {"c": "ValueError"},
            {"a": "ValueError", "b": "OSError"},
            {"a": "OSError", "c": "ValueError"},
        ]
    )
)
def test_an_error_stops_nothing(errors):
    written = tuple(entry for entry in "abc" if entry not in errors)
    first = errors[min(errors)]
    found = explore(a_day_with_refusals, ("a", "b", "c"), errors, executions=BUDGET)
    assert found.values == {(("error", first), written)}


@scenario
def closing_again(submission, times):
    log = submission.AuditLog(lambda entry: None)
    for _ in range(times):
        log.close()
    return times


@given(times=st.integers(1, 3))
def test_closing_again_is_fine(times):
    assert explore(closing_again, times, executions=BUDGET).values == {times}


@scenario
def an_archive_that_is_slow(submission, number):
    """The archive is at work on the first entry until we let it go on; meanwhile we record."""
    at_work, go_on = threading.Event(), threading.Event()

    def write(entry):
        at_work.set()
        go_on.wait()

    log = submission.AuditLog(write)
    for n in range(number):
        log.record(f"entry {n}")
    at_work.wait()
    go_on.set()
    log.close()
    return number


@given(number=st.integers(1, 3))
def test_entries_are_written_in_the_background(number):
    assert explore(an_archive_that_is_slow, number, executions=BUDGET).values == {number}
