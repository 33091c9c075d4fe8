"""All of one grading together may take so much and no more."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from grader.judge import grading
from grader.judge.allowance import WORK, Allowance
from grader.judge.worker import Worker, WorkerHungError, WorkerSpentError

FINE = "def main():\n    return 1\n"
HANGS = "def main():\n    return sum(iter(int, 1))\n"
FOR_REAL = """
    from grader import run_for_real, scenario

    @scenario
    def one(submission):
        return submission.Counter().value

    def test_it_is_real():
        assert run_for_real(one, start_methods=["spawn"]).values == {0}
"""


def asked(worker: Worker, folder: Path, text: str, deadline: float = 20.0) -> dict[str, Any]:
    path = folder / "program.py"
    path.write_text(dedent(text))
    request = {"operation": "explore_file", "path": str(path), "function": "main"}
    return worker.ask(request | {"options": {"executions": 20}}, deadline)


def given(monkeypatch: pytest.MonkeyPatch, allowance: Allowance) -> None:
    monkeypatch.setattr(grading, "Allowance", lambda: allowance)


def test_work_is_charged_for(tmp_path: Path) -> None:
    allowance = Allowance()
    with Worker(tmp_path, allowance) as worker:
        asked(worker, tmp_path, FINE)
    assert WORK - 20 < allowance.work < WORK


def test_a_hang_costs_at_least_its_deadline(tmp_path: Path) -> None:
    allowance = Allowance()
    with Worker(tmp_path, allowance) as worker, pytest.raises(WorkerHungError):
        asked(worker, tmp_path, HANGS, 0.5)
    assert allowance.work <= WORK - 0.5


@pytest.mark.parametrize("spent", ["work", "wait"])
def test_what_has_begun_ends_and_nothing_more_is_begun(tmp_path: Path, spent: str) -> None:
    with Worker(tmp_path, Allowance(**{spent: 1e-9})) as worker:
        assert asked(worker, tmp_path, FINE)["outcomes"][0]["value"] == 1
        with pytest.raises(WorkerSpentError, match="its threads take more than 90 seconds in all"):
            asked(worker, tmp_path, FINE)


def test_a_grade_whose_allowance_is_spent_is_limit(
    desk: Any, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, Allowance(work=0))
    (result,) = desk.grade(locked).properties
    assert (result.verdict, result.points) == ("limit", 0)
    assert result.message == "its threads take more than 90 seconds in all"


def test_a_pass_that_there_is_no_time_to_doubt_is_limit_and_not_suspect(
    desk: Any, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, Allowance(work=1e-9))
    (result,) = desk.grade(locked).properties
    assert (result.verdict, result.points, result.seen) == ("limit", 0, "")


def test_a_failure_stays_one_when_the_allowance_ends_with_it(
    desk: Any, racy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, Allowance(work=1e-9))
    (result,) = desk.grade(racy).properties
    assert (result.verdict, result.cause) == ("fail", "race")


def test_real_runs_have_an_allowance_too(
    desk: Any, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, Allowance(real=0))
    (result,) = desk.grade(locked, desk.task(FOR_REAL)).properties
    assert result.verdict == "limit"
    assert result.message == "its real runs last more than 180 seconds in all"
    allowance = Allowance(real=180)
    given(monkeypatch, allowance)
    (result,) = desk.grade(locked, desk.task(FOR_REAL)).properties
    assert (result.verdict, allowance.real < 180) == ("pass", True)
