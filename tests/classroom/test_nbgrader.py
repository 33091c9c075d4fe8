"""The real nbgrader and the real judge: release, submit, grade, give feedback."""

from __future__ import annotations

import copy
import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from grader.classroom.course_folder import CourseFolder, nbgrader
from grader.classroom.nbgrader import Classroom, StudentGrade
from grader.course.catalogue import Course
from grader.engine.errors import DojoError
from grader.judge.grading import grade
from grader.judge.task import Task
from grader.judge.verdict import Grade, PropertyResult

from .conftest import KATAS, Notebook, cell_of, solve

pytest.importorskip("nbgrader", reason="needs nbgrader: pip install 'gil-dojo[classroom]'")

PROGRAMS = Path(sys.executable).parent


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
        path = os.pathsep.join([str(PROGRAMS), os.environ["PATH"]])
        subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=self.root,
            env=os.environ | {"PATH": path},
            check=True,
            capture_output=True,
        )


@pytest.fixture(scope="module")
def wrong(course: Course) -> Callable[[str, str], str]:
    """The text of a wrong submission, by its cause and name."""

    def read(cause: str, name: str) -> str:
        paths = [path for c, path in course.kata("counter").wrong if c == cause]
        return next(path for path in paths if path.stem == name).read_text()

    return read


@pytest.fixture(scope="module")
def school(
    course: Course,
    references: dict[str, str],
    wrong: Callable[[str, str], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> School:
    """A class of which everybody is graded."""
    school = School(tmp_path_factory.mktemp("school") / "class", course)
    right = solve(school.released, references)
    submitted = {
        "racy": wrong("race", "lock_per_call"),
        "deadlocking": wrong("deadlock", "locks_twice"),
        "leaving": references["counter"] + "\n\nimport os\n\nos._exit(0)\n",
        "leaving_through_a_back_door": references["counter"] + "\n\nthreading._os._exit(0)\n",
        "magical": "%timeit\n" + references["counter"],
    }
    school.submit("right", right)
    for student, text in submitted.items():
        other_kata = school.released if student in ("racy", "deadlocking") else right
        school.submit(student, solve(other_kata, {"counter": text}))

    no_test_cell = copy.deepcopy(right)
    no_test_cell["cells"].remove(cell_of(no_test_cell, "counter-1"))
    school.submit("without_a_test_cell", no_test_cell)

    rewritten = solve(school.released, {"counter": submitted["racy"]})
    for cell in rewritten["cells"]:
        marks = cell["metadata"].pop("nbgrader")
        if marks["grade"]:
            marks |= {"points": 1000, "grade_id": "mine", "locked": False}
            cell["metadata"]["nbgrader"] = marks
            cell["outputs"] = [
                {
                    "output_type": "execute_result",
                    "execution_count": 1,
                    "data": {"text/plain": "60.0"},
                    "metadata": {},
                }
            ]
    school.submit("rewriting_metadata", rewritten)

    without = copy.deepcopy(right)
    without["cells"].remove(cell_of(without, "counter"))
    school.submit("without_a_solution", without)

    school.submit("with_a_damaged_file", b"{")
    school.grades = school.room.grade("ps1", course)
    for found in school.grades:
        assert found.problem == ""
        school.room.feedback("ps1", found.student)
    return school


def points(course: Course, kata: str) -> dict[str, int]:
    return {f"{kata}-{prop.name}": prop.points for prop in course.kata(kata).properties}


def test_the_release_holds_nothing_private(school: School, course: Course) -> None:
    private: set[str] = set()
    public: set[str] = set()
    for kata in map(course.kata, KATAS):
        hidden = [path for path in kata.files if course.solutions in path.parents]
        private |= {line for path in hidden for line in _lines(path)}
        public |= {line for path in kata.public for line in _lines(path) if path != kata.stub}
    everything = "\n".join(_texts(school.released))
    assert len(private - public) > 100
    assert [line for line in private - public if line in everything] == []
    assert [path.name for path in school.release.parent.iterdir()] == ["ps1.ipynb"]


def _lines(path: Path) -> set[str]:
    lines = (line.strip() for line in path.read_text().splitlines())
    return {line for line in lines if len(line) > 15}


def _texts(data: object) -> Iterator[str]:
    """All texts in a notebook's data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _texts(value)
    elif isinstance(data, list):
        yield from ["".join(data)] if all(isinstance(x, str) for x in data) else []
        for value in data:
            yield from _texts(value)


@pytest.mark.parametrize("student", ["right", "without_a_test_cell"])
def test_right_solutions_get_all_points(student: str, school: School, course: Course) -> None:
    everything = points(course, "counter") | points(course, "missed_signal")
    assert school.scores(student) == {cell: (n, False) for cell, n in everything.items()}


@pytest.mark.parametrize("student", ["racy", "rewriting_metadata"])
def test_a_race_costs_its_properties_only(student: str, school: School, course: Course) -> None:
    scores = school.scores(student)
    assert scores["counter-no_increment_is_lost"] == (0, False)
    independent = "counter-counters_are_independent"
    assert scores[independent] == (points(course, "counter")[independent], False)


def test_a_deadlock_gets_no_points_for_what_it_blocks(school: School) -> None:
    assert school.scores("deadlocking")["counter-no_increment_is_lost"] == (0, False)


@pytest.mark.parametrize("student", ["leaving", "leaving_through_a_back_door", "magical"])
def test_what_leaves_or_cannot_run_gets_0_and_spares_the_other_kata(
    student: str, school: School, course: Course
) -> None:
    scores = school.scores(student)
    assert {scores[cell] for cell in points(course, "counter")} == {(0, False)}
    assert school.score(student) == sum(points(course, "missed_signal").values())


def test_the_scores_are_the_judges(school: School, course: Course, tmp_path: Path) -> None:
    for student in ("racy", "deadlocking"):
        submitted = json.loads((school.root / f"submitted/{student}/ps1/ps1.ipynb").read_text())
        file = tmp_path / "counter.py"
        file.write_text(cell_of(submitted, "counter")["source"])
        judged = grade(course.kata("counter").task(), file)
        scores = school.scores(student)
        assert judged.properties
        for result in judged.properties:
            assert scores[f"counter-{result.name}"] == (result.points, False)


def test_a_missing_solution_waits_for_a_person(school: School, course: Course) -> None:
    scores = school.scores("without_a_solution")
    assert {scores[cell] for cell in points(course, "counter")} == {(None, True)}
    assert school.score("without_a_solution") == sum(points(course, "missed_signal").values())
    assert set(school.scores("with_a_damaged_file").values()) == {(None, True)}


def test_what_is_reported_is_what_the_gradebook_says(school: School) -> None:
    for found in school.grades:
        assert found.score == school.score(found.student)
        waiting = [cell for cell, (_, waits) in school.scores(found.student).items() if waits]
        assert sorted(waiting) == sorted(found.waiting)


def test_nothing_was_executed_and_nothing_is_left(school: School) -> None:
    for path in school.root.glob("autograded/*/ps1/ps1.ipynb"):
        cells = json.loads(path.read_text())["cells"]
        assert {cell.get("execution_count") for cell in cells} == {None}
    assert list(school.root.glob("grading_*")) == []


def test_the_feedback_says_why_and_shows_nothing_hidden(school: School, course: Course) -> None:
    text = _page(school, "racy")
    assert re.search(r"0 of \d+ points \(race\): got ", text)
    assert "Seen: " in text
    kata = course.kata("counter")
    assert kata.hidden is not None
    hidden = _lines(kata.hidden) - _lines(kata.visible)
    assert hidden
    assert [line for line in hidden if line in text] == []
    assert "counter is missing from the notebook" in _page(school, "without_a_solution")
    assert "damaged" in _page(school, "with_a_damaged_file")


def _page(school: School, student: str) -> str:
    page = (school.root / f"feedback/{student}/ps1/ps1.html").read_text()
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def test_nbgraders_own_commands_work_and_change_no_score(school: School, tmp_path: Path) -> None:
    before = school.scores("racy")
    school.nbgrader("autograde", "ps1", "--force", "--student", "racy")
    school.nbgrader("generate_feedback", "ps1", "--force", "--student", "racy")
    school.nbgrader("export", "--to", str(tmp_path / "grades.csv"))
    assert school.scores("racy") == before
    assert f",{school.score('racy')}," in (tmp_path / "grades.csv").read_text()


def test_where_nbgrader_scores_by_itself_nobody_gets_a_point(
    school: School, tmp_path: Path
) -> None:
    elsewhere = school.copy_to(tmp_path / "class")
    config = elsewhere.root / "nbgrader_config.py"
    config.write_text("c.CourseDirectory.course_id = 'class'\n")
    elsewhere.nbgrader("autograde", "ps1", "--force", "--student", "right")
    assert {points for points, _ in elsewhere.scores("right").values()} == {0}


@pytest.fixture(scope="module")
def template(
    course: Course, references: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> School:
    """A class of one, graded without a look at what she wrote."""
    school = School(tmp_path_factory.mktemp("small") / "class", course)
    school.submit("ada", solve(school.released, references))
    school.room.grade("ps1", course, judge=_all_pass)
    assert None not in [points for points, _ in school.scores("ada").values()]
    return school


class TestRegrading:
    """A second run over what was graded before."""

    @pytest.fixture
    def small(self, template: School, tmp_path: Path) -> School:
        return template.copy_to(tmp_path / "class")

    def test_what_the_judge_cannot_say_takes_the_old_score_back(
        self, small: School, course: Course
    ) -> None:
        def infra(task: Task, file: Path) -> Grade:
            return _of(task, "infra")

        small.room.grade("ps1", course, judge=infra)
        assert set(small.scores("ada").values()) == {(None, True)}

    def test_an_interrupted_judge_changes_nothing(self, small: School, course: Course) -> None:
        before = small.scores("ada")

        def interrupt(task: Task, file: Path) -> Grade:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            small.room.grade("ps1", course, judge=interrupt)
        assert small.scores("ada") == before

    def test_where_nbgrader_fails_the_cells_stay_ungraded_and_the_class_goes_on(
        self, small: School, course: Course, references: dict[str, str]
    ) -> None:
        small.submit("bob", solve(small.released, references))
        shutil.rmtree(small.root / "autograded" / "ada")
        (small.root / "autograded" / "ada").write_text("in the way")
        ada, bob = small.room.grade("ps1", course, judge=_all_pass)
        assert "nbgrader's Autograde failed" in ada.problem
        assert set(small.scores("ada").values()) == {(None, True)}
        assert bob.score == bob.max

    def test_a_persons_score_stays_and_is_shown_to_them_again(
        self, small: School, course: Course
    ) -> None:
        with small.gradebook() as book:
            cell = book.find_grade("counter-no_increment_is_lost", "ps1", "ps1", "ada")
            cell.manual_score = 5
            book.db.commit()
        (found,) = small.room.grade("ps1", course, judge=_all_pass)
        cell_id = "counter-no_increment_is_lost"
        assert found.waiting == {cell_id: "a person grades it"}
        assert found.score == found.max - 60 + 5

    def test_a_late_submission_gets_the_courses_penalty(
        self, small: School, course: Course
    ) -> None:
        config = small.root / "nbgrader_config.py"
        config.write_text(config.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
        with small.gradebook() as book:
            book.update_or_create_assignment("ps1", duedate="2030-01-01 00:00:00 UTC")
        stamp = small.root / "submitted" / "ada" / "ps1" / "timestamp.txt"
        stamp.write_text("2030-01-02 00:00:00 UTC")
        room = Classroom(CourseFolder(small.root))
        (late,) = room.grade("ps1", course, judge=_all_pass)
        assert (late.score, late.waiting) == (0, {})
        stamp.write_text("2029-12-31 00:00:00 UTC")
        (in_time,) = room.grade("ps1", course, judge=_all_pass)
        assert in_time.score == in_time.max

    def test_an_assignment_that_differs_is_replaced_only_on_demand(
        self, small: School, course: Course
    ) -> None:
        source = small.root / "source" / "ps1" / "ps1.ipynb"
        before = source.read_bytes()
        counter = [course.kata("counter")]
        with pytest.raises(DojoError, match="--force"):
            small.room.release("ps1", counter)
        with pytest.raises(DojoError, match="submissions associated"):
            small.room.release("ps1", counter, force=True)
        assert source.read_bytes() == before


def _of(task: Task, verdict: str) -> Grade:
    found = [
        PropertyResult(p.name, p.promise, verdict, None, p.points * (verdict == "pass"), p.points)
        for p in task.properties
    ]
    return Grade.of(task.name, task.version, found, task.fingerprint())


def _all_pass(task: Task, file: Path) -> Grade:
    return _of(task, "pass")


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


def test_without_nbgrader_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "nbgrader", None)
    with pytest.raises(DojoError, match=r"pip install 'gil-dojo\[classroom\]'"):
        CourseFolder.set_up(tmp_path / "class")
    assert not (tmp_path / "class").exists()
