"""A second run over what was graded before, and what goes wrong on the way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.classroom.course_folder import CourseFolder
from grader.classroom.nbgrader import Classroom
from grader.course.catalogue import Course
from grader.engine.errors import DojoError
from grader.judge.task import Task
from grader.judge.verdict import Grade

from .conftest import solve
from .school import School, all_pass, graded

pytest.importorskip("nbgrader", reason="needs nbgrader: pip install 'gil-dojo[classroom]'")


@pytest.fixture(scope="module")
def template(
    course: Course, references: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> School:
    """A class of one, graded without a look at what she wrote."""
    school = School(tmp_path_factory.mktemp("small") / "class", course)
    school.submit("ada", solve(school.released, references))
    school.room.grade("ps1", course, judge=all_pass)
    assert None not in [points for points, _ in school.scores("ada").values()]
    return school


@pytest.fixture
def small(template: School, tmp_path: Path) -> School:
    return template.copy_to(tmp_path / "class")


def test_what_the_judge_cannot_say_takes_the_old_score_back(small: School, course: Course) -> None:
    def infra(task: Task, file: Path) -> Grade:
        return graded(task, "infra")

    small.room.grade("ps1", course, judge=infra)
    assert set(small.scores("ada").values()) == {(None, True)}


def test_an_interrupted_judge_changes_nothing(small: School, course: Course) -> None:
    before = small.scores("ada")

    def interrupt(task: Task, file: Path) -> Grade:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        small.room.grade("ps1", course, judge=interrupt)
    assert small.scores("ada") == before


def test_where_nbgrader_fails_the_cells_stay_ungraded_and_the_class_goes_on(
    small: School, course: Course, references: dict[str, str]
) -> None:
    small.submit("bob", solve(small.released, references))
    shutil.rmtree(small.root / "autograded" / "ada")
    (small.root / "autograded" / "ada").write_text("in the way")
    ada, bob = small.room.grade("ps1", course, judge=all_pass)
    assert "nbgrader's Autograde failed" in ada.problem
    assert set(small.scores("ada").values()) == {(None, True)}
    assert bob.score == bob.max


def test_a_persons_score_stays_and_is_shown_to_them_again(small: School, course: Course) -> None:
    with small.gradebook() as book:
        cell = book.find_grade("counter-no_increment_is_lost", "ps1", "ps1", "ada")
        cell.manual_score = 5
        book.db.commit()
    (found,) = small.room.grade("ps1", course, judge=all_pass)
    cell_id = "counter-no_increment_is_lost"
    assert found.waiting == {cell_id: "a person grades it"}
    assert found.score == found.max - 60 + 5


def test_a_late_submission_gets_the_courses_penalty(small: School, course: Course) -> None:
    config = small.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    with small.gradebook() as book:
        book.update_or_create_assignment("ps1", duedate="2030-01-01 00:00:00 UTC")
    stamp = small.root / "submitted" / "ada" / "ps1" / "timestamp.txt"
    stamp.write_text("2030-01-02 00:00:00 UTC")
    room = Classroom(CourseFolder(small.root))
    (late,) = room.grade("ps1", course, judge=all_pass)
    assert (late.score, late.waiting) == (0, {})
    stamp.write_text("2029-12-31 00:00:00 UTC")
    (in_time,) = room.grade("ps1", course, judge=all_pass)
    assert in_time.score == in_time.max


def test_an_assignment_that_differs_is_replaced_only_on_demand(
    small: School, course: Course
) -> None:
    source = small.root / "source" / "ps1" / "ps1.ipynb"
    before = source.read_bytes()
    counter = [course.kata("counter")]
    with pytest.raises(DojoError, match="--force"):
        small.room.release("ps1", counter)
    with pytest.raises(DojoError, match="submissions associated"):
        small.room.release("ps1", counter, force=True)
    assert source.read_bytes() == before


def test_bad_input_is_one_sentence(template: School, course: Course, tmp_path: Path) -> None:
    school = template.copy_to(tmp_path / "class")
    with pytest.raises(DojoError, match="no such assignment"):
        school.room.grade("ps2", course)
    with pytest.raises(DojoError, match="zoe has submitted nothing"):
        school.room.grade("ps1", course, students=["zoe"])
    (school.root / "submitted" / "ada").rename(school.root / "submitted" / "a*")
    (found,) = school.room.grade("ps1", course)
    assert "rename this student's folder" in found.problem
    shutil.rmtree(school.root / "submitted")
    with pytest.raises(DojoError, match="nobody has submitted ps1 yet"):
        school.room.grade("ps1", course)
    with school.gradebook() as book:
        book.find_notebook("ps1", "ps1").grade_cells[0].max_score = 1
        book.db.commit()
    with pytest.raises(DojoError, match="the gradebook and the source of ps1 differ"):
        school.room.grade("ps1", course)
    (school.root / "nbgrader_config.py").write_text("c.CourseDirectory.course_id = oops\n")
    with pytest.raises(DojoError, match="configuration is broken: name 'oops'"):
        CourseFolder(school.root)
