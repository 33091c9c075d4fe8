"""From the judge's grade to a score per cell: nothing full or 0 without a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from grader.classroom.assignment import AssignedKata
from grader.classroom.scores import NotebookScores, Scorer
from grader.classroom.submission import SubmittedNotebook
from grader.course.catalogue import Course
from grader.engine.errors import DojoError
from grader.judge.task import Task
from grader.judge.verdict import Grade, PropertyResult

from .school import Notebook


def results(task: Task, verdict: str, **changes: object) -> Grade:
    """A grade in which every property fared alike."""
    found = [
        PropertyResult(
            name=prop.name,
            promise=prop.promise,
            verdict=verdict,
            cause="race" if verdict == "fail" else None,
            points=prop.points if verdict == "pass" else 0,
            max=prop.points,
            message="" if verdict == "pass" else "One update is lost.",
            seen="all 20 interleavings",
        )
        for prop in task.properties
    ]
    found = [replace(result, **changes) for result in found]
    return Grade.of(task.name, task.version, found, task.fingerprint())


@pytest.fixture
def assigned(course: Course) -> AssignedKata:
    kata = course.kata("counter")
    return AssignedKata("counter", kata.version, {p.name: p.points for p in kata.properties})


@pytest.fixture
def score(
    course: Course, assigned: AssignedKata, solved: Notebook, tmp_path: Path
) -> Callable[[Callable[[Task, Path], Grade]], NotebookScores]:
    def score_with(judge: Callable[[Task, Path], Grade]) -> NotebookScores:
        path = tmp_path / "ps1.ipynb"
        path.write_text(json.dumps(solved))
        return Scorer(course, [assigned], judge).score(SubmittedNotebook.read(path))

    return score_with


Score = Callable[[Callable[[Task, Path], Grade]], NotebookScores]


def test_a_pass_gets_its_points_and_says_what_was_seen(
    score: Score, assigned: AssignedKata
) -> None:
    scores = score(lambda task, file: results(task, "pass"))
    assert [cell.points for cell in scores.cells] == list(assigned.points.values())
    assert scores.cells[0].sentence.endswith(" points. Seen: all 20 interleavings.")
    total = sum(assigned.points.values())
    assert scores.comments == {"counter": f"counter: {total} of {total} points."}


@pytest.mark.parametrize("verdict", ["fail", "limit", "rejected"])
def test_what_was_judged_gets_0_and_the_reason(verdict: str, score: Score) -> None:
    scores = score(lambda task, file: results(task, verdict))
    assert {cell.points for cell in scores.cells} == {0.0}
    assert all("One update is lost." in cell.sentence for cell in scores.cells)


@pytest.mark.parametrize("verdict", ["infra", "suspect", "unheard of"])
def test_what_was_not_judged_waits_for_a_person(verdict: str, score: Score) -> None:
    scores = score(lambda task, file: results(task, verdict))
    assert {cell.points for cell in scores.cells} == {None}
    assert "your teacher will look at the rest" in scores.comments["counter"]
    for cell in scores.cells:
        assert "One update" in cell.for_teacher
        assert "One update" not in cell.sentence


def test_a_stub_that_is_handed_in_gets_0_and_the_reason(
    course: Course, assigned: AssignedKata, source: Notebook, tmp_path: Path
) -> None:
    path = tmp_path / "ps1.ipynb"
    path.write_text(json.dumps(source))
    scores = Scorer(course, [assigned]).score(SubmittedNotebook.read(path))
    assert {cell.points for cell in scores.cells} == {0.0}
    reasons = [cell.sentence.partition(" points")[2] for cell in scores.cells]
    assert ": this is still the program that was handed out, so there are no points." in reasons
    assert any(reason.startswith(" (race): ") for reason in reasons)


@pytest.mark.parametrize(
    "nonsense",
    [
        {"verdict": "pass", "points": 0},
        {"verdict": "fail", "points": 1},
        {"verdict": "pass", "points": 1000, "max": 1000},
        {"verdict": "fail", "points": -1},
    ],
)
def test_points_that_contradict_the_verdict_wait(nonsense: dict[str, int], score: Score) -> None:
    scores = score(lambda task, file: results(task, "pass", **nonsense))
    assert scores.cells[0].points is None


def test_a_property_that_the_judge_left_out_waits(score: Score) -> None:
    def leave_one_out(task: Task, file: Path) -> Grade:
        graded = results(task, "pass")
        return replace(graded, properties=graded.properties[1:])

    first, *others = score(leave_one_out).cells
    assert first.points is None
    assert all(cell.points for cell in others)


def test_a_class_is_not_graded_on_tests_that_change_meanwhile(score: Score) -> None:
    def by_other_tests(task: Task, file: Path) -> Grade:
        return replace(results(task, "pass"), fingerprint="another")

    scores = score(by_other_tests)
    assert {cell.points for cell in scores.cells} == {None}
    assert "grade again" in scores.cells[0].for_teacher


def test_a_judge_that_fails_leaves_the_kata_to_a_person(score: Score) -> None:
    def fail(task: Task, file: Path) -> Grade:
        raise OSError("no more processes")

    scores = score(fail)
    assert {cell.points for cell in scores.cells} == {None}
    assert scores.cells[0].for_teacher == "the grader failed: OSError: no more processes"


def test_the_judge_gets_the_cell_as_a_file_named_like_the_kata(
    score: Score, references: dict[str, str]
) -> None:
    seen = []

    def look(task: Task, file: Path) -> Grade:
        seen.append((file.name, file.read_text()))
        return results(task, "pass")

    score(look)
    assert seen == [("counter.py", references["counter"] + "\n")]


def test_katas_that_changed_since_are_not_graded(course: Course, assigned: AssignedKata) -> None:
    with pytest.raises(DojoError, match="other properties or points"):
        Scorer(course, [replace(assigned, points={"no_increment_is_lost": 5})])


def test_without_the_hidden_tests_nothing_is_graded(course: Course, assigned: AssignedKata) -> None:
    hidden = course.kata("counter").hidden
    assert hidden is not None
    kept = hidden.rename(hidden.with_suffix(".kept"))
    try:
        with pytest.raises(DojoError, match="hidden tests of counter are not here"):
            Scorer(course, [assigned])
    finally:
        kept.rename(hidden)
