"""More tapes, several readers at once, errors wherever one can be raised."""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, scenario, together

BUDGET = 60  # executions per case; one thread alone needs one


@scenario
def readers_side_by_side(submission, tapes, readers):
    """Each reader has a thread, and restores or compares; the screen shows who isn't done."""
    screen = {}

    class Library:
        def mount(self, name, reader):
            drive = threading.current_thread(), name
            screen[drive] = reader
            return drive

        def read(self, drive):
            return tapes[drive[1]]

        def unmount(self, drive):
            screen.pop(drive, None)

    def restore():
        files = []
        return submission.restore(Library(), sorted(tapes), files.append), tuple(files)

    def compare():
        return tuple(submission.differences(Library(), min(tapes), max(tapes)))

    jobs = {"restore": restore, "compare": compare}
    results = together(*[jobs[reader] for reader in readers])
    return tuple(results), len(screen)


@example(tapes={"a": [], "b": ["x"]}, readers=("restore",))
@example(tapes={"a": ["x", "y"], "b": ["z", "y"]}, readers=("compare",))
@given(
    tapes=st.sampled_from([{"a": ["x"], "b": ["y"]}, {"a": ["x", "y"], "b": ["y"], "c": []}]),
    readers=st.sampled_from([("restore",), ("compare",), ("restore", "compare")]),
)
def test_drives_are_free_afterwards(tapes, readers):
    files = tuple(file for name in sorted(tapes) for file in tapes[name])
    expected = {
        "restore": (len(files), files),
        "compare": tuple(sorted(set(tapes[min(tapes)]) ^ set(tapes[max(tapes)]))),
    }
    values = explore(readers_side_by_side, tapes, readers, executions=BUDGET).values
    assert values == {(tuple(expected[reader] for reader in readers), 0)}


@scenario
def a_job_that_fails(submission, job, fails):
    """One tape can't be found or read, or the disk is full; we look with the error in hand."""
    screen = {}

    class Library:
        def mount(self, name, reader):
            if (fails, name) == ("mount", "b"):
                raise LookupError("no tape b")
            screen[name] = reader
            return name

        def read(self, drive):
            if (fails, drive) == ("read", "b"):
                raise TimeoutError("tape b is torn")
            return [drive]

        def unmount(self, drive):
            screen.pop(drive, None)

    def put(file):
        if (fails, file) == ("put", "b"):
            raise OSError("the disk is full")

    try:
        if job == "restore":
            submission.restore(Library(), ["a", "b"], put)
        else:
            submission.differences(Library(), "a", "b")
    except Exception as error:
        return repr(error), tuple(sorted(screen))
    return "no error", tuple(sorted(screen))


@given(
    case=st.sampled_from(
        [
            ("restore", "put", "OSError('the disk is full')"),
            ("restore", "read", "TimeoutError('tape b is torn')"),
            ("restore", "mount", "LookupError('no tape b')"),
            ("compare", "read", "TimeoutError('tape b is torn')"),
        ]
    )
)
def test_also_after_an_error(case):
    job, fails, error = case
    assert explore(a_job_that_fails, job, fails, executions=BUDGET).values == {(error, ())}


@scenario
def a_library_with_one_drive(submission, number):
    """Whoever asks for a drive waits until one is free."""
    screen = {}
    free = threading.Semaphore(1)

    class Library:
        def mount(self, name, reader):
            free.acquire()
            screen[name] = reader
            return name

        def read(self, drive):
            return ["letters"]

        def unmount(self, drive):
            if screen.pop(drive, None):
                free.release()

    return submission.restore(Library(), [f"tape {n}" for n in range(number)], lambda file: None)


@given(number=st.integers(1, 3))
def test_one_drive_is_enough(number):
    assert explore(a_library_with_one_drive, number, executions=BUDGET).values == {number}


@given(error=st.just("LookupError('no tape b')"))
def test_two_drives_or_none(error):
    found = explore(a_job_that_fails, "compare", "mount", executions=BUDGET)
    assert found.values == {(error, ())}


@scenario
def tapes_taken_out(submission, restores):
    """A list of the drives in the order in which their tapes are taken out."""
    screen, taken_out = {}, []

    class Library:
        def mount(self, name, reader):
            screen[name] = reader
            return name

        def read(self, drive):
            return ["letters"]

        def unmount(self, drive):
            taken_out.append(drive)
            screen.pop(drive, None)

    if restores:
        submission.restore(Library(), ["a", "b"], lambda file: None)
    else:
        submission.differences(Library(), "a", "b")
    return tuple(sorted(drive for drive in set(taken_out) if taken_out.count(drive) > 1))


@given(restores=st.booleans())
def test_a_tape_is_taken_out_once(restores):
    """At most once: another property looks for tapes that stay."""
    assert explore(tapes_taken_out, restores, executions=BUDGET).values == {()}
