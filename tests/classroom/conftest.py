"""A clone of the course whose katas are solved already, and notebooks to hand in."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.classroom.assignment import build_notebook
from grader.course.catalogue import Course

from .school import KATAS, Notebook


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    home = Course.home()
    root = tmp_path_factory.mktemp("clone")
    shutil.copytree(home.exercises, root / "exercises")
    shutil.copytree(home.solutions, root / "solutions")
    clone = Course.at(root)
    for name in KATAS:
        kata = clone.kata(name)
        assert kata.reference is not None
        shutil.copyfile(kata.reference, kata.stub)
    return clone


@pytest.fixture(scope="session")
def references(course: Course) -> dict[str, str]:
    """The right solution of each kata."""
    paths = {name: course.kata(name).reference for name in KATAS}
    return {name: path.read_text() for name, path in paths.items() if path}


@pytest.fixture(scope="session")
def source(course: Course) -> Notebook:
    return build_notebook("ps1", [course.kata(name) for name in KATAS])


@pytest.fixture
def solved(source: Notebook, references: dict[str, str]) -> Notebook:
    """A notebook as a good student hands it in."""
    return solve(source, references)


def solve(notebook: Notebook, solutions: dict[str, str]) -> Notebook:
    """Returns a copy of `notebook` with solutions, by kata, in their cells."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook["cells"]:
        if cell["id"] in solutions:
            cell["source"] = solutions[cell["id"]]
    return notebook


def cell_of(notebook: Notebook, cell_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(cell for cell in notebook["cells"] if cell["id"] == cell_id)
    return found


@pytest.fixture
def hand_in(tmp_path: Path) -> Callable[[Notebook], Path]:
    """Writes a notebook as a file and returns its path."""

    def write(notebook: Notebook) -> Path:
        path = tmp_path / "ps1.ipynb"
        path.write_text(json.dumps(notebook))
        return path

    return write
