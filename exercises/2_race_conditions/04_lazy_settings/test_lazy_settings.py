"""What the settings promise, on the smallest cases. Run me: pytest exercises/ -k lazy_settings"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def two_ask_at_once(submission):
    """How often the file was read, and what the two threads got."""
    reads = []

    def read():
        reads.append("settings.ini")
        return ["host = example.org", "timeout = 30"]

    settings = submission.LazySettings(read)
    got = together(
        lambda: attempt(settings.get, "timeout"),
        lambda: attempt(settings.get, "timeout"),
    )
    return len(reads), tuple(got)


def test_the_file_is_read_once():
    assert explore(two_ask_at_once).values.all(lambda ending: ending[0] == 1)


def test_nobody_sees_half_of_it():
    expected = (("ok", "30"), ("ok", "30"))
    assert explore(two_ask_at_once).values.all(lambda ending: ending[1] == expected)


@scenario
def first_made_then_asked(submission):
    """How often the file has been read before anybody asks, and afterwards."""
    reads = []

    def read():
        reads.append("settings.ini")
        return ["timeout = 30"]

    settings = submission.LazySettings(read)
    before = len(reads)
    return before, settings.get("timeout"), len(reads)


def test_nothing_is_read_before_it_is_needed():
    assert explore(first_made_then_asked).values == {(0, "30", 1)}


@scenario
def the_drive_fails_once(submission):
    reads = []

    def read():
        reads.append("settings.ini")
        if len(reads) == 1:
            raise OSError("the drive is away")
        return ["timeout = 30"]

    settings = submission.LazySettings(read)
    first = attempt(settings.get, "timeout")
    return first, attempt(settings.get, "timeout"), len(reads)


def test_a_failed_read_is_tried_again():
    expected = {(("error", "OSError"), ("ok", "30"), 2)}
    assert explore(the_drive_fails_once).values == expected


@scenario
def two_files_at_once(submission):
    """Each reader waits for the other one: possible only if both may read at the same time."""
    meeting = threading.Barrier(2)

    def read():
        meeting.wait()
        return ["timeout = 30"]

    mine, yours = submission.LazySettings(read), submission.LazySettings(read)
    return tuple(together(lambda: mine.get("timeout"), lambda: yours.get("timeout")))


def test_other_files_are_read_meanwhile():
    assert explore(two_files_at_once).values == {("30", "30")}
