"""A class with nbgrader: releases assignments, grades what is submitted.

nbgrader runs a submission in the process that awards its points, next to the
gradebook, and gives full points to what it can't tell. So here it never runs
one: the judge grades first, nbgrader then does all of its `autograde` except
executing and scoring, and the scores go into its gradebook in one transaction.
A command that is cut short leaves cells ungraded, never full.
"""

from __future__ import annotations

import glob
import json
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.classroom.assignment import AssignedKata, build_notebook, read_notebook
from grader.classroom.course_folder import CourseFolder, nbgrader
from grader.classroom.scores import Judge, NotebookScores, Scorer
from grader.classroom.submission import SubmittedNotebook, rebuild
from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.kata_file import shown
from grader.engine.errors import DojoError
from grader.judge.grading import grade


@dataclass(frozen=True)
class StudentGrade:
    """What the gradebook holds for one student after grading.

    Attributes:
        student: nbgrader's id of the student.
        score: points so far.
        max: points that can be reached.
        waiting: by the grade ids of cells that a person must grade, why.
        problem: why this student could not be graded, in one sentence; else "".
    """

    student: str
    score: float
    max: float
    waiting: dict[str, str] = field(default_factory=dict)
    problem: str = ""


class Classroom:
    """A class: what it is given, and what it gets.

    Args:
        folder: nbgrader's course folder.
    """

    def __init__(self, folder: CourseFolder) -> None:
        self._folder = folder

    def release(self, assignment: str, katas: Sequence[Kata], force: bool = False) -> Path:
        """Makes an assignment from katas and its version for students.

        Args:
            assignment: its name.
            katas: what it is made from.
            force: replace a source notebook that is different.

        Returns:
            The notebook to hand out.

        Raises:
            DojoError: a kata or the name is unfit, or nbgrader refuses.
        """
        notebook = build_notebook(assignment, katas)
        source = self._folder.notebook("source", ".", assignment)
        text = json.dumps(notebook, indent=1) + "\n"
        if source.is_file() and source.read_text(encoding="utf-8") != text and not force:
            raise DojoError(
                "this assignment exists and differs; --force replaces it", shown(source)
            )
        source.parent.mkdir(parents=True, exist_ok=True)
        before = source.read_bytes() if source.is_file() else None
        source.write_text(text, encoding="utf-8")
        try:
            self._folder.run("GenerateAssignment", assignment, ".")
        except DojoError:
            if before is not None:
                source.write_bytes(before)
            raise
        return self._folder.notebook("release", ".", assignment)

    def grade(
        self,
        assignment: str,
        course: Course,
        judge: Judge = grade,
        students: Sequence[str] = (),
        on_student: Callable[[StudentGrade], None] | None = None,
    ) -> list[StudentGrade]:
        """Grades what was submitted; no submission runs inside nbgrader.

        Args:
            assignment: its name.
            course: where its katas and their hidden tests are.
            judge: grades one submission of one kata.
            students: whom to grade; everybody who submitted by default.
            on_student: called with each grade as soon as it is in the gradebook.

        Raises:
            DojoError: the assignment, a kata, its hidden tests or a student is missing.
        """
        source, katas = read_notebook(self._folder.notebook("source", ".", assignment))
        scorer = Scorer(course, katas, judge)
        self._check_gradebook(assignment, katas)
        submitted = self._folder.students(assignment)
        if unknown := sorted(set(students) - set(submitted)):
            raise DojoError(f"{unknown[0]} has submitted nothing for {assignment}")
        if not submitted:
            raise DojoError(f"nobody has submitted {assignment} yet", shown(self._folder.root))
        grades = []
        for student in students or submitted:
            try:
                found = self._grade_student(assignment, student, source, katas, scorer)
            except DojoError as error:
                found = StudentGrade(student, 0, 0, problem=str(error))
            grades.append(found)
            if on_student:
                on_student(found)
        return grades

    def feedback(self, assignment: str, student: str) -> None:
        """Makes nbgrader's feedback page for a student who was graded."""
        self._folder.run("GenerateFeedback", assignment, student)

    def _grade_student(
        self,
        assignment: str,
        student: str,
        source: dict[str, Any],
        katas: Sequence[AssignedKata],
        scorer: Scorer,
    ) -> StudentGrade:
        if glob.escape(student) != student:
            raise DojoError("nbgrader takes *, ? and [ for patterns; rename this student's folder")
        path = self._folder.notebook("submitted", student, assignment)
        submitted = SubmittedNotebook.read(path)
        scores = scorer.score(submitted)
        results = {cell.grade_id: cell.sentence for cell in scores.cells}
        self._ungrade(assignment, student)
        with tempfile.TemporaryDirectory(prefix="grading_", dir=self._folder.root) as staging:
            staged = Path(staging) / student / assignment
            staged.mkdir(parents=True)
            notebook = json.dumps(rebuild(source, katas, submitted, results))
            (staged / path.name).write_text(notebook, encoding="utf-8")
            timestamp = path.parent / "timestamp.txt"
            if timestamp.is_file() and not timestamp.is_symlink():
                (staged / timestamp.name).write_bytes(timestamp.read_bytes())
            with self._folder.submitted_in(Path(staging)):
                self._folder.run("Autograde", assignment, student)
        return self._write(assignment, student, scores)

    def _check_gradebook(self, assignment: str, katas: Sequence[AssignedKata]) -> None:
        points = {kata.test_id(name): n for kata in katas for name, n in kata.points.items()}
        with self._folder.gradebook() as book:
            try:
                cells = book.find_notebook(assignment, assignment).grade_cells
                known = {cell.name: cell.max_score for cell in cells}
            except nbgrader("nbgrader.api").MissingEntry:
                known = {}
        if not points.items() <= known.items():
            sentence = f"the gradebook and the source of {assignment} differ"
            raise DojoError(f"{sentence}; make it again with `dojo classroom assign`")

    def _ungrade(self, assignment: str, student: str) -> None:
        """Takes back the scores of an earlier submission, until the new ones are there."""
        with self._folder.gradebook() as book:
            try:
                notebook = book.find_submission_notebook(assignment, assignment, student)
            except nbgrader("nbgrader.api").MissingEntry:
                return
            for cell in notebook.grades:
                cell.auto_score = None
                cell.needs_manual_grade = True
            book.db.commit()

    def _write(self, assignment: str, student: str, scores: NotebookScores) -> StudentGrade:
        place = (assignment, assignment, student)
        with self._folder.gradebook() as book:
            for score in scores.cells:
                cell = book.find_grade(score.grade_id, *place)
                cell.auto_score = score.points
                reviewed = cell.manual_score is not None
                cell.needs_manual_grade = reviewed or score.points is None
            for grade_id, comment in scores.comments.items():
                book.find_comment(grade_id, *place).auto_comment = _escaped(comment)
            book.db.commit()
        self._folder.take_off_late_penalty(assignment, student)
        with self._folder.gradebook() as book:
            notebook = book.find_submission_notebook(*place)
            waiting = sorted(cell.name for cell in notebook.grades if cell.needs_manual_grade)
            reasons = {cell.grade_id: cell.for_teacher for cell in scores.cells}
            why = {name: reasons.get(name) or "a person grades it" for name in waiting}
            score = notebook.score - (notebook.late_submission_penalty or 0)
            return StudentGrade(student, score, notebook.max_score, why)


def _escaped(comment: str) -> str:
    """Returns `comment` so that nbgrader, which shows it as Markdown, shows just its text."""
    return re.sub(r"([\\`*_\[\]<>&#$~|])", r"\\\1", comment)
