"""Settings are read once, shown when they are whole, and read again only after a failure."""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 100  # executions per case; one lock around everything needs fewer

FILE = ("host = example.org", "timeout = 30", "retries=2")
VALUES = {"host": "example.org", "timeout": "30", "retries": "2"}

setting = st.sampled_from([*VALUES, "missing"])
two_or_three = st.lists(setting, min_size=2, max_size=3).map(tuple)


def answers(names):
    """What asking for each of the names gives, whoever else asks."""
    return tuple(("ok", VALUES[n]) if n in VALUES else ("error", "KeyError") for n in names)


@scenario
def all_ask_at_once(submission, lines, names):
    """How often the file was read, and what each thread got."""
    reads = []

    def read():
        reads.append("settings.ini")
        return list(lines)

    settings = submission.LazySettings(read)
    got = together(*[lambda name=name: attempt(settings.get, name) for name in names])
    return len(reads), tuple(got)


@example(names=("timeout", "timeout"))
@given(names=two_or_three)
def test_the_file_is_read_once(names):
    values = explore(all_ask_at_once, FILE, names, executions=BUDGET).values
    assert values.all(lambda ending: ending[0] == 1)


@example(names=("host", "retries"))
@given(names=two_or_three)
def test_nobody_sees_half_of_it(names):
    values = explore(all_ask_at_once, FILE, names, executions=BUDGET).values
    assert values.all(lambda ending: ending[1] == answers(names))


@scenario
def asked_again(submission, lines, names):
    """How often the file has been read: before the first question, and after each of them."""
    reads = []

    def read():
        reads.append("settings.ini")
        return list(lines)

    settings = submission.LazySettings(read)
    counted = [len(reads)]
    for name in names:
        attempt(settings.get, name)
        counted.append(len(reads))
    return tuple(counted)


@given(names=st.lists(setting, min_size=0, max_size=2).map(tuple))
def test_nothing_is_read_before_it_is_needed(names):
    values = explore(asked_again, FILE, names, executions=BUDGET).values
    assert values == {(0,) + (1,) * len(names)}


@scenario
def the_first_read_fails(submission, lines, names):
    """How often the file was read, what each thread got, and what one gets who asks afterwards."""
    reads = []
    drive_is_away = threading.Lock()

    def read():
        reads.append("settings.ini")
        if drive_is_away.acquire(blocking=False):  # exactly once, and never given back
            raise OSError("the drive is away")
        return list(lines)

    settings = submission.LazySettings(read)
    got = together(*[lambda name=name: attempt(settings.get, name) for name in names])
    afterwards = attempt(settings.get, "host")
    return len(reads), tuple(got), afterwards


def is_allowed(names, reads, got):
    """Those who got the error are one at least; the others got what is in the file."""
    failed = [answer == ("error", "OSError") for answer in got]
    right = zip(failed, got, answers(names), strict=True)
    return any(failed) and reads == 2 and all(bad or mine == its for bad, mine, its in right)


@example(names=("timeout",))
@given(names=st.lists(setting, min_size=1, max_size=2).map(tuple))
def test_a_failed_read_is_tried_again(names):
    values = explore(the_first_read_fails, FILE, names, executions=BUDGET).values
    assert values.all(
        lambda ending: (
            is_allowed(names, ending[0], ending[1]) and ending[2] == ("ok", VALUES["host"])
        )
    )


@scenario
def files_meet(submission, names):
    """As many files as names: each is read only when the reading of all of them has begun."""
    meeting = threading.Barrier(len(names))

    def reader(number):
        def read():
            meeting.wait()
            return [f"host = number {number}", f"timeout = {number}"]

        return read

    files = [submission.LazySettings(reader(number)) for number in range(len(names))]
    pairs = zip(files, names, strict=True)
    return tuple(together(*[lambda f=file, n=name: f.get(n) for file, name in pairs]))


@given(names=st.sampled_from([("host", "host"), ("host", "timeout"), ("timeout",) * 3]))
def test_other_files_are_read_meanwhile(names):
    expected = tuple(
        str(number) if name == "timeout" else f"number {number}"
        for number, name in enumerate(names)
    )
    assert explore(files_meet, names, executions=BUDGET).values == {expected}
