"""A class with the real nbgrader, for tests."""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from grader.classroom.course_folder import CourseFolder, nbgrader
from grader.classroom.nbgrader import Classroom, StudentGrade
from grader.course.catalogue import Course
from grader.judge.task import Task
from grader.judge.verdict import Grade, PropertyResult

KATAS = ("counter", "missed_signal")

Notebook = dict[str, Any]


class School:
    """A class in a folder: its notebook, who submits what, its gradebook."""

    def __init__(self, root: Path, course: Course) -> None:
        self.root = root
        self.course = course
        self.room = Classroom(CourseFolder.set_up(root))
        self.release = self.room.release("ps1", [course.kata(name) for name in KATAS])
        self.released: Notebook = json.loads(self.release.read_text())
        self.grades: list[StudentGrade] = []

    def copy_to(self, root: Path) -> School:
        """Returns a class in the state of this one, that can go another way."""
        shutil.copytree(self.root, root)
        other = copy.copy(self)
        other.root = root
        other.room = Classroom(CourseFolder(root))
        return other

    def submit(self, student: str, notebook: Notebook | bytes) -> None:
        folder = self.root / "submitted" / student / "ps1"
        folder.mkdir(parents=True, exist_ok=True)
        data = notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()
        (folder / "ps1.ipynb").write_bytes(data)

    @contextmanager
    def gradebook(self) -> Iterator[Any]:
        url = f"sqlite:///{self.root / 'gradebook.db'}"
        with nbgrader("nbgrader.api").Gradebook(url, "class") as book:
            yield book

    def scores(self, student: str) -> dict[str, tuple[float | None, bool]]:
        """Each cell's score and whether it waits for a person, as the gradebook has it."""
        with self.gradebook() as book:
            notebook = book.find_submission_notebook("ps1", "ps1", student)
            return {g.name: (g.auto_score, g.needs_manual_grade) for g in notebook.grades}

    def score(self, student: str) -> float:
        with self.gradebook() as book:
            return float(book.find_submission("ps1", student).score)

    def nbgrader(self, *arguments: str) -> None:
        """Runs a command of nbgrader as a teacher would type it."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=self.root,
            env=os.environ | {"PATH": path},
            check=True,
            capture_output=True,
        )


def graded(task: Task, verdict: str) -> Grade:
    """A grade in which every property has the same verdict, without a look at the submission."""
    found = [
        PropertyResult(p.name, p.promise, verdict, None, p.points * (verdict == "pass"), p.points)
        for p in task.properties
    ]
    return Grade.of(task.name, task.version, found, task.fingerprint())


def all_pass(task: Task, file: Path) -> Grade:
    return graded(task, "pass")
