"""`dojo classroom assign` and `dojo classroom grade`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.classroom.commands import classroom
from grader.course.catalogue import Course

from .conftest import solve

pytest.importorskip("nbgrader", reason="needs nbgrader: pip install 'gil-dojo[classroom]'")


def dojo_classroom(*arguments: object) -> Result:
    return CliRunner().invoke(classroom, [str(argument) for argument in arguments])


def test_a_class_from_assignment_to_feedback(
    course: Course, references: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "class"
    assigned = dojo_classroom("assign", folder, "ps1", "counter", "--course", course.root)
    assert assigned.exit_code == 0, assigned.output
    released = json.loads((folder / "release" / "ps1" / "ps1.ipynb").read_text())

    for student, notebook in {"ada": solve(released, references), "bob": {}}.items():
        submitted = folder / "submitted" / student / "ps1"
        submitted.mkdir(parents=True)
        (submitted / "ps1.ipynb").write_text(json.dumps(notebook))
    grade = ("grade", folder, "ps1", "--course", course.root)

    only_ada = dojo_classroom(*grade, "--student", "ada", "--no-feedback")
    assert (only_ada.exit_code, only_ada.output) == (0, "ada: 100 of 100\n")
    assert not (folder / "feedback").exists()

    everybody = dojo_classroom(*grade)
    assert everybody.exit_code == 1
    ada, bob, why = everybody.output.splitlines()
    assert (ada, bob) == ("ada: 100 of 100", "bob: 0 of 100")
    assert why.startswith("    by hand: counter-")
    assert why.endswith(": ps1.ipynb holds no cells; it is not a notebook of format 4.")
    pages = {path.parts[-3] for path in folder.glob("feedback/*/ps1/ps1.html")}
    assert pages == {"ada", "bob"}


def test_help_says_what_a_teacher_needs() -> None:
    text = dojo_classroom("grade", "--help").output
    assert "Exit code 0" in text
    assert "--student" in text
