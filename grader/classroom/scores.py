"""Scores for a submitted notebook: the judge's grades, cell by cell.

A score that can't be defended is left to a person: never full, never 0.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.classroom.assignment import AssignedKata
from grader.classroom.submission import SubmittedNotebook
from grader.course.advice import advice_for
from grader.course.catalogue import Course
from grader.engine.errors import DojoError
from grader.judge.grading import grade
from grader.judge.task import Task
from grader.judge.verdict import UNTOUCHED, Grade, PropertyResult
from grader.report.terminal import advice_text, pattern_text

Judge = Callable[[Task, Path], Grade]
"""Grades one file; the second argument is the submission."""

_GRADED = ("pass", "fail", "limit", "rejected")
_WAITS = "Not graded yet; your teacher will look at it."


@dataclass(frozen=True)
class CellScore:
    """What one property's cell gets.

    Attributes:
        grade_id: nbgrader's id of the cell.
        points: its score; None if a person must grade it.
        sentence: why, for the student.
        for_teacher: why a person must grade it; may name hidden tests.
    """

    grade_id: str
    points: float | None
    sentence: str
    for_teacher: str = ""


@dataclass(frozen=True)
class NotebookScores:
    """What one submitted notebook gets.

    Attributes:
        cells: the score of every property.
        comments: by the grade id of a solution cell, what its author should read.
    """

    cells: tuple[CellScore, ...]
    comments: dict[str, str]


class Scorer:
    """Scores notebooks of one assignment.

    Args:
        course: where the katas and their hidden tests are.
        katas: what the assignment was made from.
        judge: grades one submission of one kata.

    Raises:
        DojoError: a kata or its hidden tests are missing, or its properties are others by now.
    """

    def __init__(self, course: Course, katas: Sequence[AssignedKata], judge: Judge = grade) -> None:
        self._course = course
        self._katas = {kata.name: kata for kata in katas}
        self._tasks = {name: course.kata(name).task() for name in self._katas}
        self._fingerprints = {name: task.fingerprint() for name, task in self._tasks.items()}
        self._judge = judge
        for name, task in self._tasks.items():
            if task.hidden is None:
                raise DojoError(f"the hidden tests of {name} are not here, so it can't be graded")
            if {prop.name: prop.points for prop in task.properties} != self._katas[name].points:
                sentence = f"{name} has other properties or points now than when it was assigned"
                raise DojoError(f"{sentence}; grade with the course of that time")

    def score(self, submitted: SubmittedNotebook) -> NotebookScores:
        """Returns the scores of a notebook; only the judge's worker runs what is in it."""
        cells: list[CellScore] = []
        comments: dict[str, str] = {}
        for name, kata in self._katas.items():
            solution = submitted.solution(name)
            if solution.source is None:
                cells += [_waiting(kata, prop, solution.note) for prop in kata.points]
                comments[name] = f"{solution.note} {_WAITS}"
                continue
            found, remark = self._grade(kata, solution.source)
            cells += found
            comments[name] = " ".join(filter(None, (remark, solution.note)))
        return NotebookScores(tuple(cells), comments)

    def _grade(self, kata: AssignedKata, source: str) -> tuple[list[CellScore], str]:
        with tempfile.TemporaryDirectory(prefix="submission_") as folder:
            file = Path(folder) / f"{kata.name}.py"
            file.write_bytes((source + "\n").encode("utf-8", "surrogatepass"))
            try:
                graded = self._judge(self._tasks[kata.name], file)
                advice = advice_for(self._course.kata(kata.name), graded, file)
            except DojoError:
                raise
            except Exception as error:  # the judge failed: no score, but go on
                reason = f"the grader failed: {type(error).__name__}: {error}"
                return [_waiting(kata, prop, reason) for prop in kata.points], _WAITS
        if graded.fingerprint != self._fingerprints[kata.name]:
            reason = "the tests were changed while the class was graded; grade again"
            return [_waiting(kata, prop, reason) for prop in kata.points], _WAITS
        results = {result.name: result for result in graded.properties}
        cells = [_cell(kata, name, results.get(name), graded.untouched) for name in kata.points]
        known = [cell.points for cell in cells if cell.points is not None]
        remark = f"{kata.name}: {sum(known):g} of {sum(kata.points.values())} points"
        if len(known) < len(cells):
            return cells, f"{remark} so far; your teacher will look at the rest."
        return cells, f"{remark}. {advice_text(advice)}" if advice else f"{remark}."


def _cell(
    kata: AssignedKata, name: str, result: PropertyResult | None, untouched: bool
) -> CellScore:
    points = kata.points[name]
    if result is None:
        return _waiting(kata, name, "the grader said nothing about it")
    earned = points if result.verdict == "pass" and not untouched else 0
    if result.verdict not in _GRADED or (result.points, result.max) != (earned, points):
        return _waiting(kata, name, f"{result.verdict}: {result.message}")
    if result.verdict == "pass" and untouched:
        sentence = f"0 of {points} points: {UNTOUCHED}."
    elif result.verdict == "pass":
        sentence = f"{points} of {points} points. Seen: {result.seen}."
    else:
        why = result.cause or result.verdict
        sentence = f"{result.points:g} of {points} points ({why}): {result.message}"
        if result.pattern:
            sentence += f"\n{pattern_text(result.pattern)}"
    return CellScore(kata.test_id(name), float(result.points), sentence)


def _waiting(kata: AssignedKata, name: str, reason: str) -> CellScore:
    return CellScore(kata.test_id(name), None, _WAITS, reason)
