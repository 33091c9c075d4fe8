"""`meet`: who is present at once, decided by who is asleep and not by a clock."""

import pytest

from grader.engine import DojoError, ScenarioSource, Source
from grader.measure import meet, run_for_real, run_once

SCENE = ScenarioSource(
    "scene",
    "test_parallel.py",
    1,
    "def scene(submission, guests, workers):\n    return submission.each(meet, guests, workers)\n",
)

POOL = """
import multiprocessing
def each(function, items, workers):
    with multiprocessing.Pool(workers) as pool:
        return pool.map(function, items, chunksize=1)
"""
ONE_BY_ONE = """
from concurrent.futures import ProcessPoolExecutor
def each(function, items, workers):
    with ProcessPoolExecutor(workers) as pool:
        return [pool.submit(function, item).result() for item in items]
"""
THREADS = """
from concurrent.futures import ThreadPoolExecutor
def each(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(function, items))
"""
POLLED = """
import multiprocessing, time
def each(function, items, workers):
    with multiprocessing.Pool(workers) as pool:
        orders = [pool.apply_async(function, (item,)) for item in items]
        while not all(order.ready() for order in orders):
            time.sleep(0.001)
        return [order.get() for order in orders]
"""


def meetings(text, guests, workers, method="spawn"):
    source = Source("parallel", "parallel.py", text)
    return run_once(SCENE, source, (), (guests, workers), start_method=method, deadline=100).value


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_meeting_takes_place_if_all_are_there(method):
    assert meetings(POOL, [2, 2], 2, method) == [2, 2]


def test_meetings_follow_each_other():
    assert meetings(POOL, [2, 2, 2, 2], 2) == [2, 2, 2, 2]


def test_meetings_of_different_sizes_do_not_mix():
    assert meetings(POOL, [2, 1, 2], 2) == [2, 1, 2]


def test_who_is_alone_is_let_go():
    assert meetings(ONE_BY_ONE, [2, 2], 2) == [1, 1]


def test_threads_are_one_process():
    assert meetings(THREADS, [2, 2], 2) == [1, 1]


def test_a_meeting_larger_than_the_crew_tells_its_size():
    assert meetings(POOL, [3, 3, 3], 2) == [2, 2, 1]


def test_a_caller_that_polls_is_no_hindrance_to_a_meeting():
    assert meetings(POLLED, [2, 2], 2) == [2, 2]


def test_outside_of_a_run_it_says_so():
    with pytest.raises(RuntimeError, match="run_for_real"):
        meet(2)


CLAIMS = """
def each(function, items, workers):
    return [min(item, workers) for item in items]
"""


@pytest.mark.parametrize(
    ("source", "seen", "number"),
    [
        (POOL, "crew", 2),
        (POOL, "together", 2),
        (ONE_BY_ONE, "together", 1),
        (CLAIMS, "crew", 0),
        (CLAIMS, "together", 0),
    ],
)
def test_who_came_is_seen_and_not_told(source: str, seen: str, number: int) -> None:
    submission = Source("work", "work.py", source)
    outcome = run_once(SCENE, submission, (), ([3, 3, 3], 2), seen=seen, start_method="fork")
    assert outcome.value[1] == number


def test_what_else_is_to_be_seen_is_a_mistake() -> None:
    with pytest.raises(DojoError, match="neither 'crew' nor 'together'"):
        run_for_real(SCENE, Source("work", "work.py", POOL), (), ([1], 1), seen="all")
