"""The same on every Python: where a new thread begins with an empty context, and with a copy.

Where `inherit` is true, the scenarios let threads begin as those of a free-threaded 3.14 do. Were
they run under `-X thread_inherit_context=1`, all cases would be of that kind, and hold as well.
"""

import threading
from contextvars import copy_context

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, scenario, together

BUDGET = 30  # executions per case

inherits = st.booleans()


@scenario
def requests(submission, inherit, workers, at_once):
    """Two requests, at once or one after the other; each is asked for by its task and by itself."""
    usual_start = threading.Thread.start

    def start_with_a_copy(thread):
        context, run = copy_context(), thread.run
        thread.run = lambda: context.run(run)
        usual_start(thread)

    def serve(name):
        submission.begin_request(name)
        task = background.for_request(submission.current_request)
        return task.result(), submission.current_request()

    if inherit:
        threading.Thread.start = start_with_a_copy
    try:
        background = submission.Background(workers)
        if at_once:
            seen = together(lambda: serve("A"), lambda: serve("B"))
        else:
            seen = [copy_context().run(serve, name) for name in "AB"]
        background.close()
    finally:
        threading.Thread.start = usual_start
    return tuple(seen)


@example(inherit=True, workers=1, at_once=False)
@example(inherit=False, workers=2, at_once=True)
@given(inherit=inherits, workers=st.just(1), at_once=st.booleans())
def test_a_task_belongs_to_its_request(inherit, workers, at_once):
    run = explore(requests, inherit, workers, at_once, executions=BUDGET)
    assert run.values == {(("A", "A"), ("B", "B"))}


@scenario
def the_house(submission, inherit, before):
    """Asks for a task of the house from within a request, before or after a task of its own."""
    usual_start = threading.Thread.start

    def start_with_a_copy(thread):
        context, run = copy_context(), thread.run
        thread.run = lambda: context.run(run)
        usual_start(thread)

    def serve(name):
        submission.begin_request(name)
        if before:
            background.for_request(submission.current_request).result()
        return background.for_the_house(submission.current_request).result()

    if inherit:
        threading.Thread.start = start_with_a_copy
    try:
        background = submission.Background(1)
        seen = [copy_context().run(serve, name) for name in "AB"]
        background.close()
    finally:
        threading.Thread.start = usual_start
    return tuple(seen)


@given(inherit=inherits, before=st.booleans())
def test_the_house_belongs_to_no_request(inherit, before):
    assert explore(the_house, inherit, before, executions=BUDGET).values == {("-", "-")}


@scenario
def changes(submission, inherit, kinds):
    """Each task says what it found and begins another request; at last the asker says it, too."""
    usual_start = threading.Thread.start

    def start_with_a_copy(thread):
        context, run = copy_context(), thread.run
        thread.run = lambda: context.run(run)
        usual_start(thread)

    def look():
        return "changed" if submission.current_request() == "changed" else "as it was"

    def change():
        found = look()
        submission.begin_request("changed")
        return found, look()

    if inherit:
        threading.Thread.start = start_with_a_copy
    try:
        background = submission.Background(1)
        submission.begin_request("A")
        ask = {"request": background.for_request, "house": background.for_the_house}
        seen = [ask[kind](change).result() for kind in kinds]
        background.close()
    finally:
        threading.Thread.start = usual_start
    return *seen, look()


@example(inherit=True, kinds=["house", "request"])
@given(
    inherit=inherits,
    kinds=st.sampled_from([["request", "request"], ["house", "house"], ["request", "house"]]),
)
def test_changes_stay_in_their_task(inherit, kinds):
    """Whose request a task belongs to is no matter here, only that no change gets about."""
    expected = (*[("as it was", "changed")] * len(kinds), "as it was")
    assert explore(changes, inherit, kinds, executions=BUDGET).values == {expected}


@scenario
def tasks_that_meet(submission, number):
    """Each task of a request waits until all of them run; nobody waits for them but close()."""
    meeting = threading.Barrier(number)

    def meet():
        meeting.wait()
        return submission.current_request()

    background = submission.Background(number)
    submission.begin_request("A")
    tasks = [background.for_request(meet) for _ in range(number)]
    background.close()
    return tuple(task.result() if task.done() else "not done" for task in tasks)


@given(number=st.integers(2, 3))
def test_tasks_run_at_the_same_time(number):
    run = explore(tasks_that_meet, number, executions=BUDGET)
    assert run.values == {("A",) * number}
