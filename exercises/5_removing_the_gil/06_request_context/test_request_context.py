"""What tasks know of their request. Run me: pytest exercises/ -k request_context

A Python of 3.14 or later can be told how its threads begin, with `-X thread_inherit_context=0`
or `=1`. So that this can be tried on every Python, the scenarios do the second one themselves:
if `inherit` is true, each thread begins with a copy of its starter's context.
"""

import threading
from contextvars import copy_context

from grader import explore, scenario


@scenario
def two_requests(submission, inherit):
    """One request after the other, each in a context of its own; one thread runs their tasks."""
    usual_start = threading.Thread.start

    def start_with_a_copy(thread):
        context, run = copy_context(), thread.run
        thread.run = lambda: context.run(run)
        usual_start(thread)

    def serve(name):
        submission.begin_request(name)
        return background.for_request(submission.current_request).result()

    if inherit:
        threading.Thread.start = start_with_a_copy
    try:
        background = submission.Background(1)
        seen = [copy_context().run(serve, name) for name in ("first", "second")]
        background.close()
    finally:
        threading.Thread.start = usual_start
    return tuple(seen)


def test_a_task_belongs_to_its_request():
    assert explore(two_requests, False, executions=100).values == {("first", "second")}
    assert explore(two_requests, True, executions=100).values == {("first", "second")}


@scenario
def a_request_and_the_house(submission, inherit):
    usual_start = threading.Thread.start

    def start_with_a_copy(thread):
        context, run = copy_context(), thread.run
        thread.run = lambda: context.run(run)
        usual_start(thread)

    if inherit:
        threading.Thread.start = start_with_a_copy
    try:
        background = submission.Background(1)
        submission.begin_request("first")
        background.for_request(submission.current_request).result()
        seen = background.for_the_house(submission.current_request).result()
        background.close()
    finally:
        threading.Thread.start = usual_start
    return seen


def test_the_house_belongs_to_no_request():
    assert explore(a_request_and_the_house, False, executions=100).values == {"-"}
    assert explore(a_request_and_the_house, True, executions=100).values == {"-"}


@scenario
def a_task_begins_a_request(submission):
    def begin():
        submission.begin_request("of the task")
        return submission.current_request()

    background = submission.Background(1)
    submission.begin_request("first")
    in_the_task = background.for_request(begin).result()
    later = background.for_request(submission.current_request).result()
    background.close()
    return in_the_task, submission.current_request(), later


def test_changes_stay_in_their_task():
    expected = {("of the task", "first", "first")}
    assert explore(a_task_begins_a_request, executions=100).values == expected


@scenario
def two_tasks_of_a_request(submission):
    """Each task waits until the other one runs as well."""
    meeting = threading.Barrier(2)

    def meet():
        meeting.wait()
        return submission.current_request()

    background = submission.Background(2)
    submission.begin_request("first")
    tasks = [background.for_request(meet), background.for_request(meet)]
    seen = [task.result() for task in tasks]
    background.close()
    return tuple(seen)


def test_tasks_run_at_the_same_time():
    assert explore(two_tasks_of_a_request, executions=100).values == {("first", "first")}
