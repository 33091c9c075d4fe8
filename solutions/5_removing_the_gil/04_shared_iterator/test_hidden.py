"""Sources of several kinds, none of them made for threads: each record once, under its number.

Some iterators of Python's own take the next item in a single step of the exploration, though it is
none on a free-threaded Python. So the sources here are also some whose steps can be seen.
"""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, scenario

BUDGET = 100  # executions per case

kinds = st.sampled_from(["list", "generator", "reader"])
few_records = st.lists(st.sampled_from(["tea", "mint", ""]), max_size=2)


@scenario
def load(submission, kind, records, workers):
    """Returns the records that were stored, and what workers died of."""

    class Reader:
        """Trusts that only one thread asks."""

        def __init__(self):
            self.place = 0

        def __iter__(self):
            return self

        def __next__(self):
            place = self.place
            if place == len(records):
                raise StopIteration
            self.place = place + 1
            return records[place]

    def generate():
        for record in records:
            yield record

    source = {"list": list(records), "generator": generate(), "reader": Reader()}[kind]
    died, stored = [], []
    usual = threading.excepthook
    threading.excepthook = lambda end: died.append(f"a worker died: {end.exc_value}")
    try:
        submission.load(source, lambda number, record: stored.append(record), workers)
    finally:
        threading.excepthook = usual
    return tuple(sorted(stored)), tuple(died)


@example(kind="reader", records=["tea", "mint"], workers=2)
@example(kind="generator", records=["tea", "mint"], workers=2)
@example(kind="list", records=["tea", "", "mint"], workers=2)
@example(kind="list", records=["", "tea"], workers=1)
@given(kind=kinds, records=few_records, workers=st.just(2))
def test_each_record_once(kind, records, workers):
    run = explore(load, kind, records, workers, executions=BUDGET)
    assert run.values == {(tuple(sorted(records)), ())}


@scenario
def wrong_numbers(submission, records):
    """Returns the pairs that aren't in the source, which lets in one thread at a time itself."""

    class Reader:
        def __init__(self):
            self.waiting = list(records)
            self.lock = threading.Lock()

        def __iter__(self):
            return self

        def __next__(self):
            with self.lock:
                if not self.waiting:
                    raise StopIteration
                return self.waiting.pop(0)

    stored = []
    submission.load(Reader(), lambda number, record: stored.append((number, record)), 2)
    return tuple(sorted(pair for pair in stored if pair not in set(enumerate(records, 1))))


@example(records=["tea", "mint"])
@given(records=st.lists(st.sampled_from(["tea", "mint", "sage"]), max_size=3, unique=True))
def test_a_record_has_its_own_number(records):
    assert explore(wrong_numbers, records, executions=BUDGET).values == {()}


@scenario
def all_are_being_stored(submission, records):
    """There is a worker for each record, which isn't stored before all of them are at it."""
    meeting = threading.Barrier(len(records))
    stored = []

    def store(number, record):
        meeting.wait()
        stored.append((number, record))

    def generate():
        for record in records:
            yield record

    submission.load(generate(), store, len(records))
    return tuple(sorted(stored))


@given(records=st.sampled_from(["ab", "abc"]))
def test_records_are_stored_at_the_same_time(records):
    run = explore(all_are_being_stored, records, executions=BUDGET)
    assert run.values == {tuple(enumerate(records, 1))}
