"""Other sizes, large and slow results, errors in other places; all of it for real.

Every case starts processes, so there are few of them.
"""

import multiprocessing

from hypothesis import given
from hypothesis import strategies as st

from grader import attempt, meet, run_for_real, scenario, square, whereabouts


@scenario
def large_and_slow(submission, items, shift):
    """With two at work, the first call of `meet` is over only when the last one has begun."""
    large = [item << shift for item in items]
    squares = [result % 1009 for result in submission.parallel_map(square, large, 3)]
    nothing = submission.parallel_map(square, [], 2)
    return tuple(squares), tuple(nothing), tuple(submission.parallel_map(meet, [2, 1, 1, 2], 2))


@given(items=st.sampled_from([(3, -1, 2, 5)]), shift=st.just(400_000))
def test_results_in_order(items, shift):
    squares = tuple((item << shift) ** 2 % 1009 for item in items)
    side_by_side, one_by_one = (2, 1, 1, 2), (1, 1, 1, 1)
    run = run_for_real(large_and_slow, items, shift)
    assert run.values <= {(squares, (), side_by_side), (squares, (), one_by_one)}


@scenario
def most_at_once(submission, crews):
    most = [max(submission.parallel_map(meet, [n + 1] * (n + 1), n)) for n in crews]
    return tuple(most)


@given(crews=st.sampled_from([(1, 3)]))
def test_all_workers_at_once(crews):
    run = run_for_real(most_at_once, crews, seen="together")
    assert run.values == {(crews, max(crews))}


@scenario
def who_works(submission, workers):
    one_too_many = workers + 1
    crew = set(submission.parallel_map(whereabouts, [one_too_many] * one_too_many, workers))
    if whereabouts() in crew:
        return "the caller's own process"
    return "one crew" if len(crew) <= workers else f"{len(crew)} processes"


@given(workers=st.sampled_from([3]))
def test_one_crew(workers):
    run = run_for_real(who_works, workers, seen="crew")
    assert run.values == {("one crew", workers)}


@scenario
def failures(submission, items, workers):
    ending = attempt(submission.parallel_map, square, items, workers)
    return ending, bool(multiprocessing.active_children())


@given(items=st.sampled_from([(4, 5, 6, "two")]), workers=st.just(2))
def test_errors_surface_and_nobody_stays(items, workers):
    assert run_for_real(failures, items, workers).values == {(("error", "TypeError"), False)}
