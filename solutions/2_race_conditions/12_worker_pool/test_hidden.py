"""A pool does what it has accepted, loses no error, and is gone when it has stopped."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from grader import attempt, explore, repeat, scenario, together

BUDGET = 30  # executions per case


@scenario
def jobs_from_several_threads(submission, workers, per_thread):
    """Which jobs were done, and how many errors there were."""
    done = []
    pool = submission.WorkerPool(workers)
    together(
        *[
            repeat(lambda mine=mine: pool.submit(lambda: done.append(mine)), times)
            for mine, times in enumerate(per_thread)
        ]
    )
    errors = pool.stop()
    return tuple(sorted(done)), len(errors)


@given(workers=st.integers(1, 2), per_thread=st.sampled_from([(1, 1), (3,)]))
def test_every_job_is_done_once(workers, per_thread):
    expected = tuple(mine for mine, times in enumerate(per_thread) for _ in range(times))
    values = explore(jobs_from_several_threads, workers, per_thread, executions=4 * BUDGET).values
    assert values == {(expected, 0)}


@scenario
def several_stops(submission, workers, jobs, beside, afterwards):
    """How many jobs were done when a stop had come back, and how many other threads were left."""
    done, counts = [], []
    pool = submission.WorkerPool(workers)
    for _ in range(jobs):
        pool.submit(lambda: done.append("a job"))

    def stop():
        pool.stop()
        counts.append(len(done))

    others = [threading.Thread(target=stop) for _ in range(beside)]
    for thread in others:
        thread.start()
    stop()
    for thread in others:
        thread.join()
    for _ in range(afterwards):
        stop()
    return tuple(counts), threading.active_count() - 1


@given(case=st.sampled_from([(1, 1, 1, 0), (2, 1, 0, 1), (2, 0, 1, 0), (3, 0, 0, 0)]))
def test_stop_ends_all_workers(case):
    """Cases: workers, jobs, further stops at the same time, further stops afterwards."""
    _, jobs, beside, afterwards = case
    values = explore(several_stops, *case, executions=4 * BUDGET).values
    assert values == {((jobs,) * (1 + beside + afterwards), 0)}


@scenario
def jobs_beside_the_stop(submission, workers, threads):
    """What submit() says to the jobs, which of them were done, and what it says afterwards."""
    done = []
    pool = submission.WorkerPool(workers)
    answers = together(
        *[
            lambda mine=mine: attempt(pool.submit, lambda: done.append(mine))
            for mine in range(threads)
        ],
        pool.stop,
    )
    afterwards = attempt(pool.submit, lambda: done.append("too late"))
    pool.stop()
    return tuple(answers[:-1]), tuple(sorted(done)), afterwards


@given(workers=st.integers(1, 2), threads=st.integers(1, 2))
def test_a_late_job_is_done_or_refused(workers, threads):
    refused = ("error", "StoppedError")

    def is_kept(ending):
        answers, done, afterwards = ending
        accepted = tuple(mine for mine, given in enumerate(answers) if given == ("ok", None))
        others = [given for given in answers if given != ("ok", None)]
        return accepted == done and all(given == refused for given in [*others, afterwards])

    values = explore(jobs_beside_the_stop, workers, threads, executions=4 * BUDGET).values
    assert values.all(is_kept)


@scenario
def some_jobs_fail(submission, workers, jobs):
    done = []

    def fine():
        done.append("a job")

    def bad_address():
        raise ValueError("no such address")

    def no_network():
        raise OSError("no network")

    kinds = {"fine": fine, "bad address": bad_address, "no network": no_network}
    pool = submission.WorkerPool(workers)
    for kind in jobs:
        pool.submit(kinds[kind])
    errors = pool.stop()
    return len(done), tuple(sorted(type(error).__name__ for error in errors))


@given(
    workers=st.integers(1, 2),
    jobs=st.sampled_from([("bad address", "no network"), ("no network", "fine")]),
)
def test_a_failing_job_harms_no_other(workers, jobs):
    names = {"bad address": "ValueError", "no network": "OSError"}
    errors = tuple(sorted(names[kind] for kind in jobs if kind != "fine"))
    values = explore(some_jobs_fail, workers, jobs, executions=BUDGET).values
    assert values == {(jobs.count("fine"), errors)}


@scenario
def all_meet(submission, workers):
    """Each job waits for all the others: they must all be under way at once."""
    meeting = threading.Barrier(workers)
    pool = submission.WorkerPool(workers)
    for _ in range(workers):
        pool.submit(meeting.wait)
    return "stopped", len(pool.stop())


@given(workers=st.just(2))
def test_all_workers_work_at_once(workers):
    assert explore(all_meet, workers, executions=4 * BUDGET).values == {("stopped", 0)}


@scenario
def nothing_to_do_any_more(submission, workers, jobs):
    done = []
    pool = submission.WorkerPool(workers)
    for _ in range(jobs):
        pool.submit(lambda: done.append("a job"))
    threading.Event().wait()
    return "an event that nobody sets has come"


@given(workers=st.integers(1, 2), jobs=st.integers(0, 1))
def test_an_idle_worker_sleeps(workers, jobs):
    """Without a job a sleeper sleeps for ever, which is right here; one who polls never stops."""
    outcomes = explore(nothing_to_do_any_more, workers, jobs, executions=20).outcomes
    assert {outcome.kind for outcome in outcomes} == {"deadlock"}
