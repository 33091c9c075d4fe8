"""What the pool promises, on the smallest cases. Run me: pytest exercises/ -k worker_pool"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def two_jobs_for_one_worker(submission):
    done = []
    pool = submission.WorkerPool(1)
    together(
        lambda: pool.submit(lambda: done.append("mail")),
        lambda: pool.submit(lambda: done.append("invoice")),
    )
    pool.stop()
    return tuple(sorted(done))


def test_every_job_is_done_once():
    assert explore(two_jobs_for_one_worker, executions=60).values == {("invoice", "mail")}


@scenario
def a_stop_without_jobs(submission):
    """How many threads there are besides this one, when stop() has come back."""
    pool = submission.WorkerPool(2)
    pool.stop()
    return threading.active_count() - 1


def test_stop_ends_all_workers():
    assert explore(a_stop_without_jobs, executions=60).values == {0}


@scenario
def a_job_and_a_stop(submission):
    """What submit() says to a job beside the stop and to one afterwards, and what was done."""
    done = []
    pool = submission.WorkerPool(1)
    beside, _ = together(
        lambda: attempt(pool.submit, lambda: done.append("mail")),
        pool.stop,
    )
    afterwards = attempt(pool.submit, lambda: done.append("too late"))
    return beside, afterwards, tuple(done)


def test_a_late_job_is_done_or_refused():
    refused = ("error", "StoppedError")
    expected = {(("ok", None), refused, ("mail",)), (refused, refused, ())}
    assert explore(a_job_and_a_stop, executions=60).values <= expected


@scenario
def one_fails_one_is_fine(submission):
    done = []

    def bad_address():
        raise ValueError("no such address")

    pool = submission.WorkerPool(1)
    pool.submit(bad_address)
    pool.submit(lambda: done.append("mail"))
    errors = pool.stop()
    return tuple(done), tuple(type(error).__name__ for error in errors)


def test_a_failing_job_harms_no_other():
    assert explore(one_fails_one_is_fine, executions=60).values == {(("mail",), ("ValueError",))}


@scenario
def two_jobs_meet(submission):
    """Each job waits for the other one: possible only if both may run at once."""
    meeting = threading.Barrier(2)
    pool = submission.WorkerPool(2)
    pool.submit(meeting.wait)
    pool.submit(meeting.wait)
    return "stopped", len(pool.stop())


def test_all_workers_work_at_once():
    assert explore(two_jobs_meet, executions=60).values == {("stopped", 0)}


@scenario
def nobody_submits(submission):
    submission.WorkerPool(1)
    threading.Event().wait()
    return "an event that nobody sets has come"


def test_an_idle_worker_sleeps():
    """Without a job a sleeper sleeps for ever, which is right here; one who polls never stops."""
    outcomes = explore(nobody_submits, executions=20).outcomes
    assert {outcome.kind for outcome in outcomes} == {"deadlock"}
