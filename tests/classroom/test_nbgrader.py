"""The real nbgrader and the real judge: release, submit, grade, give feedback."""

from __future__ import annotations

import copy
import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.course.catalogue import Course
from grader.judge.grading import grade

from .conftest import cell_of, solve
from .school import KATAS, School

pytest.importorskip("nbgrader", reason="needs nbgrader: pip install 'gil-dojo[classroom]'")


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
        others = right if student == "leaving_through_a_back_door" else school.released
        school.submit(student, solve(others, {"counter": text}))

    only_counter = solve(school.released, {"counter": references["counter"]})
    no_test_cell = copy.deepcopy(only_counter)
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

    without = copy.deepcopy(only_counter)
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


def test_right_solutions_get_all_points(school: School, course: Course) -> None:
    everything = points(course, "counter") | points(course, "missed_signal")
    assert school.scores("right") == {cell: (n, False) for cell, n in everything.items()}


def test_a_deleted_test_cell_costs_nothing(school: School, course: Course) -> None:
    scores = school.scores("without_a_test_cell")
    for cell, full in points(course, "counter").items():
        assert scores[cell] == (full, False)


@pytest.mark.parametrize("student", ["racy", "rewriting_metadata"])
def test_a_race_costs_its_properties_only(student: str, school: School, course: Course) -> None:
    scores = school.scores(student)
    assert scores["counter-no_increment_is_lost"] == (0, False)
    independent = "counter-counters_are_independent"
    assert scores[independent] == (points(course, "counter")[independent], False)


def test_a_deadlock_gets_no_points_for_what_it_blocks(school: School) -> None:
    assert school.scores("deadlocking")["counter-no_increment_is_lost"] == (0, False)


@pytest.mark.parametrize("student", ["leaving", "leaving_through_a_back_door", "magical"])
def test_what_leaves_or_cannot_run_gets_0(student: str, school: School, course: Course) -> None:
    scores = school.scores(student)
    assert {scores[cell] for cell in points(course, "counter")} == {(0, False)}


def test_what_one_kata_does_spares_the_other(school: School, course: Course) -> None:
    score = school.score("leaving_through_a_back_door")
    assert score == sum(points(course, "missed_signal").values())


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
    others = {scores[cell][1] for cell in points(course, "missed_signal")}
    assert others == {False}
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
    assert "0 of 60 points (race): expected 2, got 1\nWhy: lost update. " in text
    assert "no order of these calls explains their answers:" in text
    assert "10 of 10 points. Seen: all 5 interleavings of 5 cases." in text
    assert "counter: 10 of 100 points. Looks like a lock made inside the call: " in text
    kata = course.kata("counter")
    assert kata.hidden is not None
    submitted = next(path for cause, path in kata.wrong if path.stem == "lock_per_call")
    hidden = _lines(kata.hidden) - _lines(kata.visible) - _lines(submitted)
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
