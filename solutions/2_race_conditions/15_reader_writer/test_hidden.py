"""Readers together, writers alone, everybody in the end, and nobody awake who has to wait."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 50  # executions per case


@scenario
def looks_and_edits(submission, readers, writers):
    """An edit adds 1 in two places; who looks sees both places."""
    lock = submission.ReadWriteLock()
    table = [0, 0]

    def edit():
        table[0] += 1
        table[1] += 1

    def look():
        return table[0], table[1]

    results = together(
        *[lambda: lock.read(look)] * readers,
        *[lambda: lock.write(edit)] * writers,
    )
    return tuple(results[:readers]), tuple(table)


@given(case=st.sampled_from([(1, 1), (0, 2), (2, 1)]))
def test_who_writes_is_alone(case):
    readers, writers = case
    whole = [(number, number) for number in range(writers + 1)]
    values = explore(looks_and_edits, readers, writers, executions=2 * BUDGET).values
    assert values.all(
        lambda ending: (
            all(seen in whole for seen in ending[0]) and ending[1] == (writers, writers)
        )
    )


@scenario
def all_meet_inside(submission, readers):
    """Each reader waits inside for all the others."""
    lock = submission.ReadWriteLock()
    meeting = threading.Barrier(readers)

    def look():
        meeting.wait()
        return "met"

    return tuple(together(*[lambda: lock.read(look)] * readers))


@scenario
def all_meet_after_a_writer(submission, readers):
    """The readers arrive while somebody writes; when the writer leaves, all of them get in."""
    lock = submission.ReadWriteLock()
    meeting = threading.Barrier(readers)
    threads = [threading.Thread(target=lock.read, args=(meeting.wait,)) for _ in range(readers)]

    def edit():
        for thread in threads:
            thread.start()

    lock.write(edit)
    for thread in threads:
        thread.join()
    return ("met",) * readers


@given(readers=st.integers(2, 3), a_writer_before=st.booleans())
def test_readers_overlap(readers, a_writer_before):
    meet = all_meet_after_a_writer if a_writer_before else all_meet_inside
    assert explore(meet, readers, executions=BUDGET).values == {("met",) * readers}


@scenario
def come_and_go(submission, works):
    """A thread for each of `works`; afterwards, when all have left, others get in as well."""

    def fail():
        raise OSError("no such route")

    def do(work):
        enter = getattr(lock, work.split()[0])
        return attempt(enter, fail if work.endswith("fails") else lambda: work)

    lock = submission.ReadWriteLock()
    results = together(*[lambda work=work: do(work) for work in works])
    return tuple(results), lock.read(lambda: "read"), lock.write(lambda: "written")


WORKS = [
    ("read", "read", "write"),
    ("read", "write", "write"),
    ("read fails", "read"),
    ("read fails", "write"),
    ("write fails", "read"),
    ("write fails", "write"),
]


@given(works=st.sampled_from(WORKS))
def test_everybody_gets_in(works):
    results = tuple(("error", "OSError") if "fails" in work else ("ok", work) for work in works)
    expected = (results, "read", "written")
    assert explore(come_and_go, works, executions=BUDGET).values == {expected}


@scenario
def waits_in_vain(submission, inside, outside, number):
    """The one inside stays until those outside have been in: nobody can ever go on."""
    lock = submission.ReadWriteLock()
    enter = getattr(lock, outside)
    getattr(lock, inside)(lambda: together(*[lambda: enter(lambda: "in")] * number))
    return f"{outside}() got in beside {inside}()"


@given(
    case=st.sampled_from([("read", "write"), ("write", "read"), ("write", "write")]),
    number=st.integers(1, 2),
)
def test_waiting_costs_nothing(case, number):
    """Whoever waits in vain sleeps for ever, which is right here; one who polls never stops."""
    run = explore(waits_in_vain, *case, number, executions=20)
    assert {outcome.kind for outcome in run.outcomes} == {"deadlock"}
