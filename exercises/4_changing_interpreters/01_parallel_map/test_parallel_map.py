"""What a parallel map promises, for real. Run me: pytest exercises/ -k parallel_map

Nothing is simulated here and no clock is read: `square`, `meet` (waits until n calls are present in
n different processes, or until nobody else will come, and returns how many came) and `whereabouts`
(waits likewise, and returns its process id) run in the processes that you start. Behind each value
stands how many processes were seen there, from outside.
"""

import multiprocessing

from grader import attempt, meet, run_for_real, scenario, square, whereabouts


@scenario
def squares(submission, items, workers):
    return tuple(submission.parallel_map(square, items, workers))


def test_results_in_order():
    assert run_for_real(squares, [3, 1, 2], 2).values == {(9, 1, 4)}


@scenario
def most_at_once(submission, workers):
    one_too_many = workers + 1
    return max(submission.parallel_map(meet, [one_too_many] * one_too_many, workers))


def test_all_workers_at_once():
    assert run_for_real(most_at_once, 2, seen="together").values == {(2, 2)}


@scenario
def who_works(submission, workers):
    one_too_many = workers + 1
    crew = set(submission.parallel_map(whereabouts, [one_too_many] * one_too_many, workers))
    if whereabouts() in crew:
        return "the caller's own process"
    return "one crew" if len(crew) <= workers else f"{len(crew)} processes"


def test_one_crew():
    assert run_for_real(who_works, 2, seen="crew").values == {("one crew", 2)}


@scenario
def success_and_failure(submission, items, workers):
    submission.parallel_map(square, [1, 2], workers)
    left_after_success = bool(multiprocessing.active_children())
    ending = attempt(submission.parallel_map, square, items, workers)
    left_after_failure = bool(multiprocessing.active_children())
    return ending, left_after_success, left_after_failure


def test_errors_surface_and_nobody_stays():
    run = run_for_real(success_and_failure, [2, "two", 3], 2)
    assert run.values == {(("error", "TypeError"), False, False)}
