"""What a loader promises, smallest cases. Run me: pytest exercises/ -k shared_iterator"""

import threading

from grader import explore, scenario


@scenario
def load_from_a_reader(submission):
    class Reader:
        """Reads one record after the other, and trusts that only one thread asks."""

        def __init__(self):
            self.place = 0

        def __iter__(self):
            return self

        def __next__(self):
            place = self.place
            if place == 2:
                raise StopIteration
            self.place = place + 1
            return ["tea", "mint"][place]

    stored = []
    submission.load(Reader(), lambda number, record: stored.append(record), 2)
    return tuple(sorted(stored))


@scenario
def load_from_a_generator(submission):
    def read():
        for record in ["tea", "mint"]:
            yield record

    died, stored = [], []
    usual = threading.excepthook
    threading.excepthook = lambda end: died.append(f"a worker died: {end.exc_value}")
    try:
        submission.load(read(), lambda number, record: stored.append(record), 2)
    finally:
        threading.excepthook = usual
    return (*died, *sorted(stored))


def test_each_record_once():
    assert explore(load_from_a_reader, executions=300).values == {("mint", "tea")}
    assert explore(load_from_a_generator, executions=300).values == {("mint", "tea")}


@scenario
def numbers(submission):
    """The reader is a good one here: it lets in one thread at a time."""

    class Reader:
        def __init__(self):
            self.records = ["tea", "mint"]
            self.lock = threading.Lock()

        def __iter__(self):
            return self

        def __next__(self):
            with self.lock:
                if not self.records:
                    raise StopIteration
                return self.records.pop(0)

    stored = []
    submission.load(Reader(), lambda number, record: stored.append((number, record)), 2)
    return tuple(sorted(stored))


def test_a_record_has_its_own_number():
    assert explore(numbers, executions=300).values == {((1, "tea"), (2, "mint"))}


@scenario
def both_are_being_stored(submission):
    """Each record is stored when the other one is being stored as well."""
    meeting = threading.Barrier(2)
    stored = []

    def store(number, record):
        meeting.wait()
        stored.append(record)

    submission.load(["tea", "mint"], store, 2)
    return tuple(sorted(stored))


def test_records_are_stored_at_the_same_time():
    assert explore(both_are_being_stored, executions=300).values == {("mint", "tea")}
