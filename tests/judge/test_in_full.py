"""What whoever teaches is told of a failure, and learners are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grader.judge.allowance import Allowance
from grader.judge.in_full import Failure, failures
from grader.judge.task import Task

HIDDEN = """
    from hypothesis import given
    from hypothesis import strategies as st

    from grader import explore, repeat, scenario, together

    @scenario
    def adds(submission, times):
        counter = submission.Counter()
        together(*[repeat(counter.increment, n) for n in times])
        return counter.value

    @given(times=st.lists(st.integers(0, 2), min_size=2, max_size=2))
    def test_no_increment_is_lost(times):
        assert explore(adds, times).values == {sum(times)}

    def test_it_counts():
        assert explore(adds, [1, 1]).values.all(lambda value: value == 2)
"""
CASES = """
    {"test_no_increment_is_lost": [
        {"times": ["list", 0, 1]}, {"times": ["list", 1, 1]}, {"times": ["list", 2, 1]}
    ]}
"""
STOPS = """
    class Counter:
        value = 0
        def increment(self):
            raise SystemExit
"""


@pytest.fixture
def task(desk: Any) -> Task:
    return desk.task(hidden=HIDDEN, cases=CASES)  # type: ignore[no-any-return]


def told(desk: Any, task: Task, submission: str, **options: Any) -> list[Failure]:
    path: Path = desk.write("counter.py", submission)
    return list(failures(task, path, **options))


def test_every_trial_that_fails_is_told_with_all_that_it_expects(
    desk: Any, task: Task, racy: str
) -> None:
    found = told(desk, task, racy)
    assert [(one.trial.address, one.trial.hidden, one.expected) for one in found] == [
        ("no_increment_is_lost:1", False, (2,)),
        ("no_increment_is_lost:3", True, (2,)),
        ("no_increment_is_lost:4", True, (3,)),
        ("it_counts:1", True, ()),
    ]
    data = found[2].to_json()
    assert data["case"] == {"times": [2, 1]}
    assert data["message"] == "expected 3, got 1"
    assert {entry["value"] for entry in data["wrong"]} == {1, 2}
    assert all(entry["preemptions"] and entry["schedule"] for entry in data["wrong"])
    assert [number for number, _ in data["source"]] == [6, 7, 8, 9, 10, 12, 13, 14]
    assert data["source"][-1][1] == "    assert explore(adds, times).values == {sum(times)}"


def test_of_a_right_submission_there_is_nothing_to_tell(desk: Any, task: Task, locked: str) -> None:
    assert told(desk, task, locked) == []


def test_of_one_that_is_not_run_there_is_nothing_to_tell(desk: Any, task: Task) -> None:
    assert told(desk, task, "import ctypes\n") == []


def test_it_ends_with_its_allowance(desk: Any, task: Task, racy: str) -> None:
    found = told(desk, task, racy, allowance=Allowance(work=1e-9))
    assert [(one.trial.address, one.verdict) for one in found] == [
        ("no_increment_is_lost:1", "fail"),
        ("no_increment_is_lost:2", "limit"),
    ]
    assert (found[1].wrong, found[1].expected, found[1].seen) == ((), (), "")


def test_an_outcome_that_is_no_value_is_told(desk: Any, task: Task) -> None:
    (first, *_) = told(desk, task, STOPS)
    (wrong,) = first.to_json()["wrong"]
    assert (first.cause, wrong["outcome"]) == ("wrong", "raised SystemExit")
