"""What can come back: every way to spoil a notebook that we know of."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.classroom.assignment import AssignedKata, text_of
from grader.classroom.submission import SubmittedNotebook, rebuild

from .conftest import cell_of
from .school import KATAS, Notebook

HandIn = Callable[[Notebook], Path]


def found(path: Path, kata: str = "counter") -> str | None:
    return SubmittedNotebook.read(path).solution(kata).source


def test_solutions_are_found(solved: Notebook, references: dict[str, str], hand_in: HandIn) -> None:
    path = hand_in(solved)
    assert {name: found(path, name) for name in KATAS} == references


def _no_metadata(cell: dict[str, Any]) -> None:
    cell["metadata"] = {}


def _foreign_grade_id(cell: dict[str, Any]) -> None:
    cell["metadata"] = {"nbgrader": {"grade_id": "mine", "points": 1000, "locked": "no"}}


def _other_cell_id(cell: dict[str, Any]) -> None:
    cell["id"] = "0f3a"


def _only_the_first_line(cell: dict[str, Any]) -> None:
    cell["source"] = "\n# Your solution of counter. Keep this line. \n" + cell["source"]
    cell["id"] = "0f3a"
    cell["metadata"] = "gone"


def _made_markdown(cell: dict[str, Any]) -> None:
    cell["cell_type"] = "markdown"


def _as_lines(cell: dict[str, Any]) -> None:
    cell["source"] = cell["source"].splitlines(keepends=True)


@pytest.mark.parametrize(
    "spoil",
    [
        _no_metadata,
        _foreign_grade_id,
        _other_cell_id,
        _only_the_first_line,
        _made_markdown,
        _as_lines,
    ],
)
def test_a_cell_is_known_by_any_of_its_marks(
    spoil: Callable[[dict[str, Any]], None],
    solved: Notebook,
    references: dict[str, str],
    hand_in: HandIn,
) -> None:
    spoil(cell_of(solved, "counter"))
    source = found(hand_in(solved))
    assert source is not None
    assert source.endswith(references["counter"])


def test_a_deleted_solution_is_missing_and_named(solved: Notebook, hand_in: HandIn) -> None:
    solved["cells"].remove(cell_of(solved, "counter"))
    solution = SubmittedNotebook.read(hand_in(solved)).solution("counter")
    assert solution.source is None
    assert "counter is missing" in solution.note


def test_of_a_copied_cell_the_original_counts_and_the_note_says_so(
    solved: Notebook, references: dict[str, str], hand_in: HandIn
) -> None:
    twin = copy.deepcopy(cell_of(solved, "counter")) | {"id": "0f3a", "source": "x = 1"}
    solved["cells"].insert(0, twin)
    solution = SubmittedNotebook.read(hand_in(solved)).solution("counter")
    assert solution.source == references["counter"]
    assert "not its copy in 1" in solution.note


def test_two_equal_claims_are_left_to_a_person(solved: Notebook, hand_in: HandIn) -> None:
    solved["cells"].append(copy.deepcopy(cell_of(solved, "counter")))
    solution = SubmittedNotebook.read(hand_in(solved)).solution("counter")
    assert solution.source is None
    assert "all claim" in solution.note


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[" * 100_000, b"null", b"{}", b'{"cells": 3}', b'{"worksheets": []}'],
)
def test_a_file_that_is_no_notebook_says_so(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ps1.ipynb"
    path.write_bytes(content)
    assert SubmittedNotebook.read(path).unreadable.startswith("ps1.ipynb ")


def test_cells_that_are_none_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "ps1.ipynb"
    path.write_text(
        '{"cells": [1, null, {}, {"id": [], "metadata": {"nbgrader": {"grade_id": {}}}},'
        ' {"id": "counter", "source": ["a\\n", 3, "b"]}]}'
    )
    assert found(path) == "a\nb"


def test_a_notebook_under_another_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "ps1 (1).ipynb").write_text("{}")
    note = SubmittedNotebook.read(tmp_path / "ps1.ipynb").unreadable
    assert note == "ps1.ipynb was not submitted; found: ps1 (1).ipynb."


def test_a_link_is_not_followed(tmp_path: Path, solved: Notebook, hand_in: HandIn) -> None:
    link = tmp_path / "link.ipynb"
    link.symlink_to(hand_in(solved))
    assert "is a link" in SubmittedNotebook.read(link).unreadable


class TestRebuilt:
    """The notebook that nbgrader gets."""

    @pytest.fixture
    def rebuilt(self, source: Notebook, hand_in: HandIn) -> Callable[[Notebook], Notebook]:
        katas = [AssignedKata(name, 1, {}) for name in KATAS]

        def rebuild_from(notebook: Notebook) -> Notebook:
            return rebuild(source, katas, SubmittedNotebook.read(hand_in(notebook)), {})

        return rebuild_from

    def test_locked_cells_are_the_assignments_own(
        self, rebuilt: Callable[[Notebook], Notebook], solved: Notebook
    ) -> None:
        spoilt = copy.deepcopy(solved)
        cell = cell_of(spoilt, "counter-1")
        cell["source"] = "60.0"
        cell["metadata"]["nbgrader"]["points"] = 1000
        spoilt["cells"].remove(cell_of(spoilt, "counter-2"))
        spoilt["cells"].reverse()
        assert rebuilt(spoilt) == solved

    def test_further_cells_stay_in_their_place_as_text(
        self, rebuilt: Callable[[Notebook], Notebook], solved: Notebook
    ) -> None:
        note = {
            "cell_type": "code",
            "id": "note",
            "source": "helper = 1",
            "outputs": [{"output_type": "display_data"}],
            "metadata": {"nbgrader": {"grade": True, "points": 5, "grade_id": "mine"}},
        }
        place = solved["cells"].index(cell_of(solved, "counter")) + 1
        solved["cells"].insert(place, note)
        kept = rebuilt(solved)["cells"][place]
        assert kept["source"] == "helper = 1"
        assert (kept["metadata"], kept["outputs"]) == ({}, [])

    def test_what_utf_8_cannot_say_does_not_reach_nbgrader(
        self, rebuilt: Callable[[Notebook], Notebook], solved: Notebook
    ) -> None:
        cell_of(solved, "counter")["source"] = "x = '\ud800'"
        assert cell_of(rebuilt(solved), "counter")["source"] == "x = '?'"

    def test_a_teachers_question_keeps_the_answer(
        self, source: Notebook, solved: Notebook, hand_in: HandIn
    ) -> None:
        marks = {"grade_id": "why", "grade": True, "solution": True, "points": 5}
        question = {
            "cell_type": "markdown",
            "id": "why",
            "source": "Why?",
            "metadata": {"nbgrader": marks},
        }
        with_question = copy.deepcopy(source)
        with_question["cells"].append(question)
        solved["cells"].append(question | {"source": "Because."})
        katas = [AssignedKata(name, 1, {}) for name in KATAS]
        submitted = SubmittedNotebook.read(hand_in(solved))
        assert text_of(rebuild(with_question, katas, submitted, {})["cells"][-1]) == "Because."
