"""Other sizes, large and slow results, errors in other places; all of it for real.

Every case starts processes, so there are few of them.
"""

import multiprocessing

from hypothesis import given
from hypothesis import strategies as st

from grader import attempt, meet, run_for_real, scenario, square, whereabouts


@scenario
def large_and_slow(submission, items, shift, workers):
    """The first call of `meet` is over when the last one begins, and the others are over before."""
    large = [item << shift for item in items]
    squares = submission.parallel_map(square, large, workers)
    return tuple(result % 1009 for result in squares), tuple(
        submission.parallel_map(meet, [2, 1, 1, 2], 2)
    )


@given(items=st.sampled_from([(), (3, -1, 2, 5)]), shift=st.just(400_000), workers=st.just(3))
def test_results_in_order(items, shift, workers):
    squares = tuple((item << shift) ** 2 % 1009 for item in items)
    run = run_for_real(large_and_slow, items, shift, workers)
    assert run.values == {(squares, (2, 1, 1, 2))}


@scenario
def most_at_once(submission, workers):
    one_too_many = workers + 1
    return max(submission.parallel_map(meet, [one_too_many] * one_too_many, workers))


@given(workers=st.sampled_from([1, 3]))
def test_all_workers_at_once(workers):
    assert run_for_real(most_at_once, workers).values == {workers}


@scenario
def who_works(submission, items, workers):
    crew = set(submission.parallel_map(whereabouts, list(range(items)), workers))
    if whereabouts(None) in crew:
        return "the caller's own process"
    if len(crew) > workers:
        return f"{len(crew)} processes, one after another or at once"
    return "one crew"


@given(items=st.just(7), workers=st.sampled_from([1, 3]))
def test_one_crew(items, workers):
    assert run_for_real(who_works, items, workers).values == {"one crew"}


@scenario
def after_success_and_failure(submission, items, workers):
    submission.parallel_map(square, [1, 2], workers)
    left_after_success = len(multiprocessing.active_children())
    ending = attempt(submission.parallel_map, square, items, workers)
    return left_after_success, ending, len(multiprocessing.active_children())


@given(before=st.sampled_from([(), (4, 5)]), workers=st.just(2))
def test_errors_surface_and_nobody_stays(before, workers):
    run = run_for_real(after_success_and_failure, [*before, "two"], workers)
    assert run.values == {(0, ("error", "TypeError"), 0)}
