"""Attacks on a kata that is judged by real processes: `parallel_map`.

The second line of each says which properties it may get no point for. The source gate is off, so
that what is behind it is held to that; with the gate the rest of the corpus deals.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from grader.course.catalogue import Course
from grader.judge.gate import reading
from grader.judge.gate.reading import RejectedError, read_submission
from grader.judge.grading import grade

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ATTACKS = sorted((HERE / "parallel_map").glob("*.py"))
MOST = 2
"""Properties that each attack is tried on: a real run takes its time."""

EVERYTHING = frozenset({*sys.stdlib_module_names, "grader"})


@pytest.mark.parametrize("path", ATTACKS, ids=lambda path: path.stem)
def test_without_the_gate_there_is_no_point_for_what_is_not_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_check", lambda pages, imports: None)
    task = replace(Course.find(ROOT).kata("parallel_map").task(), imports=EVERYTHING)
    asked = path.read_text("utf-8").splitlines()[1].removeprefix("# expect: ").split(", ")[:MOST]
    found = grade(task, path, properties=asked).properties
    assert len(found) == len(asked)
    assert [(one.name, one.points) for one in found] == [(one.name, 0) for one in found]
    assert {one.verdict for one in found} <= {"fail", "limit"}
    assert not any("assert run_for_real" in one.message for one in found)
    folders = [Path(name) for name in ("/tmp", "/dev/shm", "/var/tmp", str(Path.home()))]
    assert [file for folder in folders for file in folder.glob("dojo-litter*")] == []


def test_the_gate_stops_what_knows_the_desk() -> None:
    task = Course.find(ROOT).kata("parallel_map").task()
    file = HERE / "parallel_map" / "hands_in_what_is_hoped_for.py"
    with pytest.raises(RejectedError):
        read_submission(file, task.name, task.imports)


def test_an_honest_one_is_graded_after_them() -> None:
    task = Course.find(ROOT).kata("parallel_map").task()
    assert task.hidden is not None
    graded = grade(task, task.hidden.parent / "parallel_map.py", properties=["one_crew"])
    assert graded.verdict == "pass"
