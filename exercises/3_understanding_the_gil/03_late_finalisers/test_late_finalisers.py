"""What restore() and differences() promise. Run me: pytest exercises/ -k late_finalisers"""

import threading

from grader import explore, scenario


@scenario
def a_job(submission, job):
    """The library's screen knows each reader until its tape is taken out."""
    readers = {}

    class Library:
        def mount(self, name, reader):
            readers[name] = reader
            return name

        def read(self, drive):
            return [f"letters of {drive}", "photos"]

        def unmount(self, drive):
            readers.pop(drive, None)

    if job == "restore":
        result = submission.restore(Library(), ["1998"], lambda file: None)
    else:
        result = tuple(submission.differences(Library(), "1998", "1999"))
    return result, tuple(sorted(readers))


def test_drives_are_free_afterwards():
    assert explore(a_job, "restore").values == {(2, ())}
    assert explore(a_job, "differences").values == {(("letters of 1998", "letters of 1999"), ())}


@scenario
def a_full_disk(submission):
    """We look while the error is still in our hands."""
    readers = {}

    class Library:
        def mount(self, name, reader):
            readers[name] = reader
            return name

        def read(self, drive):
            return ["letters", "photos"]

        def unmount(self, drive):
            readers.pop(drive, None)

    def put(file):
        raise OSError("the disk is full")

    try:
        submission.restore(Library(), ["1998"], put)
    except OSError as error:
        return str(error), tuple(sorted(readers))
    return "no error", tuple(sorted(readers))


def test_also_after_an_error():
    assert explore(a_full_disk).values == {("the disk is full", ())}


@scenario
def a_library_with_one_drive(submission, names):
    readers = {}
    free = threading.Semaphore(1)

    class Library:
        def mount(self, name, reader):
            free.acquire()
            readers[name] = reader
            return name

        def read(self, drive):
            return ["letters", "photos"]

        def unmount(self, drive):
            if readers.pop(drive, None):
                free.release()

    return submission.restore(Library(), names, lambda file: None)


def test_one_drive_is_enough():
    assert explore(a_library_with_one_drive, ["1998", "1999"]).values == {4}


@scenario
def a_tape_that_is_missing(submission):
    readers = {}

    class Library:
        def mount(self, name, reader):
            if name == "1999":
                raise LookupError("no such tape")
            readers[name] = reader
            return name

        def read(self, drive):
            return ["letters", "photos"]

        def unmount(self, drive):
            readers.pop(drive, None)

    try:
        submission.differences(Library(), "1998", "1999")
    except LookupError as error:
        return str(error), tuple(sorted(readers))
    return "no error", tuple(sorted(readers))


def test_two_drives_or_none():
    assert explore(a_tape_that_is_missing).values == {("no such tape", ())}


@scenario
def tapes_taken_out(submission):
    readers, taken_out = {}, []

    class Library:
        def mount(self, name, reader):
            readers[name] = reader
            return name

        def read(self, drive):
            return ["letters", "photos"]

        def unmount(self, drive):
            taken_out.append(drive)
            readers.pop(drive, None)

    submission.restore(Library(), ["1998", "1999"], lambda file: None)
    return tuple(taken_out)


def test_a_tape_is_taken_out_once():
    assert explore(tapes_taken_out).values == {("1998", "1999")}
