"""What the lock promises, on the smallest cases. Run me: pytest exercises/ -k fair_reader_writer

How can a test know that somebody waits? While a test runs, the dojo decides who goes on, and the
timeout of a `wait` ends only when no other thread can do anything any more. So a thread that calls
`never.wait(timeout=1)` goes on when all others sleep.
"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def an_update_among_searches(submission):
    """Tells how often a search, and who was inside first, got in while the update waited."""
    index = submission.IndexLock()
    never, inside, waiting = threading.Event(), threading.Event(), threading.Event()
    log = []

    def long_search():
        inside.set()
        never.wait(timeout=1)  # now the update sleeps
        waiting.set()
        never.wait(timeout=1)  # now nobody else can go on

    def update():
        inside.wait()
        index.write(lambda: log.append("update"))

    def searches():
        waiting.wait()
        for _ in range(3):
            index.read(lambda: log.append("search"))

    together(lambda: index.read(long_search), update, searches)
    return log.index("update")


def test_an_update_is_not_passed_over():
    assert explore(an_update_among_searches, executions=200).values <= {0, 1}


@scenario
def a_search_among_updates(submission):
    """Tells how often the same thread got in again while a search waited for its update."""
    index = submission.IndexLock()
    never, inside = threading.Event(), threading.Event()
    log = []

    def long_update():
        inside.set()
        never.wait(timeout=1)  # now the search sleeps

    def updates():
        index.write(long_update)
        for _ in range(3):
            index.write(lambda: log.append("update"))

    def search():
        inside.wait()
        index.read(lambda: log.append("search"))

    together(updates, search)
    return log.index("search")


def test_a_search_is_not_passed_over():
    assert explore(a_search_among_updates, executions=200).values <= {0, 1}


@scenario
def an_update_meets_others(submission):
    """Whoever finds somebody inside who must not be there raises an error."""
    index = submission.IndexLock()
    busy = threading.Lock()

    def alone():
        if not busy.acquire(blocking=False):
            raise RuntimeError("an update isn't alone")
        busy.release()

    together(lambda: index.write(alone), lambda: index.read(alone))
    together(lambda: index.write(alone), lambda: index.write(alone))
    return "always alone"


def test_an_update_is_alone():
    assert explore(an_update_meets_others, executions=200).values == {"always alone"}


@scenario
def two_searches_meet(submission):
    """Each search waits for the other one: possible only if both may be inside at once."""
    index, meeting = submission.IndexLock(), threading.Barrier(2)
    together(lambda: index.read(meeting.wait), lambda: index.read(meeting.wait))
    return "met"


def test_searches_run_at_the_same_time():
    assert explore(two_searches_meet).values == {"met"}


@scenario
def an_update_stays_inside(submission):
    index = submission.IndexLock()
    never, inside = threading.Event(), threading.Event()

    def endless():
        inside.set()
        never.wait()

    def search():
        inside.wait()
        index.read(lambda: None)

    together(lambda: index.write(endless), search)


def test_whoever_waits_sleeps():
    """If nobody ever leaves, whoever waits sleeps for ever, and that is right here."""
    kinds = {outcome.kind for outcome in explore(an_update_stays_inside, executions=50).outcomes}
    assert kinds == {"deadlock"}


@scenario
def a_search_fails(submission):
    def fail():
        raise OSError("disk full")

    index = submission.IndexLock()
    return attempt(index.read, fail), attempt(index.write, fail), index.write(lambda: "done")


def test_an_error_lets_the_next_one_in():
    error = ("error", "OSError")
    assert explore(a_search_fails).values == {(error, error, "done")}
