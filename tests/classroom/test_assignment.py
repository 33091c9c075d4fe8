"""The notebook that is handed out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from grader.classroom.assignment import build_notebook, read_notebook
from grader.course.catalogue import Course
from grader.engine.errors import DojoError

from .conftest import cell_of
from .school import KATAS, Notebook


def test_each_property_is_a_locked_cell_with_its_points(source: Notebook, course: Course) -> None:
    graded = {
        marks["grade_id"]: marks["points"]
        for cell in source["cells"]
        if (marks := cell["metadata"]["nbgrader"])["grade"]
    }
    assert graded == {
        f"{name}-{prop.name}": prop.points
        for name in KATAS
        for prop in course.kata(name).properties
    }
    for cell in source["cells"]:
        marks = cell["metadata"]["nbgrader"]
        assert marks["locked"] is not marks["solution"]


def test_a_solved_clone_hands_out_the_stub_not_the_solution(
    source: Notebook, course: Course
) -> None:
    for name in KATAS:
        pristine = course.kata(name).pristine.read_text()
        handed_out = cell_of(source, name)["source"].partition("\n")[2].strip()
        assert pristine.endswith(handed_out + "\n")
        assert pristine.splitlines()[0].strip('"') in cell_of(source, f"{name}-task")["source"]


def test_what_it_was_made_from_can_be_read_back(source: Notebook, tmp_path: Path) -> None:
    path = tmp_path / "ps1.ipynb"
    path.write_text(json.dumps(source))
    data, katas = read_notebook(path)
    assert data == source
    assert [kata.name for kata in katas] == list(KATAS)


@pytest.mark.parametrize("text", ["{}", "[]", "not JSON", '{"metadata": {"gil_dojo": [1]}}'])
def test_another_notebook_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "ps1.ipynb"
    path.write_text(text)
    with pytest.raises(DojoError, match="not made from katas"):
        read_notebook(path)


@pytest.mark.parametrize("name", ["", "a/b", "../up", "week 1", "a+b"])
def test_a_name_that_is_no_folder_is_refused(name: str, course: Course) -> None:
    with pytest.raises(DojoError, match="can't name an assignment"):
        build_notebook(name, [course.kata("counter")])


def test_no_kata_and_one_twice_are_refused(course: Course) -> None:
    with pytest.raises(DojoError, match="at least one kata"):
        build_notebook("ps1", [])
    with pytest.raises(DojoError, match="twice"):
        build_notebook("ps1", [course.kata("counter")] * 2)


def test_a_stub_that_was_never_pinned_is_refused(course: Course, tmp_path: Path) -> None:
    shutil.copytree(course.root, tmp_path / "copy")
    kata = Course.at(tmp_path / "copy").kata("counter")
    kata.pristine.unlink()
    with pytest.raises(DojoError, match="dojo course pin counter"):
        build_notebook("ps1", [kata])
