"""An assignment: one notebook made from katas.

Per kata there is a cell with the task, a cell for the solution, and a locked
cell for each property, which carries its points. The notebook is made of the
stubs as handed out and of kata.toml alone, so it can hold nothing private.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.course.kata import Kata
from grader.course.kata_file import read_text, shown
from grader.engine.errors import DojoError

_METADATA = "gil_dojo"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,60}")


@dataclass(frozen=True)
class AssignedKata:
    """One kata as it was when the assignment was made.

    Attributes:
        name: the kata's name, and the grade id of its solution cell.
        version: of the kata.
        points: the points of each property, by the property's name.
    """

    name: str
    version: int
    points: dict[str, int]

    def test_id(self, property_name: str) -> str:
        """Returns the grade id of a property's cell."""
        return f"{self.name}-{property_name}"


def marker(kata: str) -> str:
    """Returns the first line of a kata's solution cell."""
    return f"# Your solution of {kata}. Keep this line."


def build_notebook(name: str, katas: Sequence[Kata]) -> dict[str, Any]:
    """Returns the source notebook of an assignment, as the data of an .ipynb file.

    Args:
        name: the assignment's name.
        katas: what it is made from, in this order.

    Raises:
        DojoError: the name is unfit, no kata or one twice is given, or a kata is broken.
    """
    if not _NAME.fullmatch(name):
        raise DojoError(f"{name!r} can't name an assignment; use letters, digits, - and _ only")
    if not katas:
        raise DojoError("an assignment needs at least one kata; `dojo list` shows them")
    names = [kata.name for kata in katas]
    if len(set(names)) < len(names):
        raise DojoError("a kata is there twice; name each kata once")
    cells = [_markdown(f"{name}-how", _HOW)]
    for kata in katas:
        cells += _kata_cells(kata)
    assigned = [
        {"name": k.name, "version": k.version, "points": {p.name: p.points for p in k.properties}}
        for k in katas
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}, _METADATA: assigned}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}


def read_notebook(path: Path) -> tuple[dict[str, Any], tuple[AssignedKata, ...]]:
    """Reads a source notebook: its data and the katas that it was made from.

    Raises:
        DojoError: it is missing, or not a notebook that `build_notebook` made.
    """
    if not path.is_file():
        raise DojoError("no such assignment; make it with `dojo classroom assign`", shown(path))
    try:
        data = json.loads(read_text(path))
        katas = tuple(
            AssignedKata(kata["name"], kata["version"], dict(kata["points"]))
            for kata in data["metadata"][_METADATA]
        )
    except (ValueError, KeyError, TypeError):
        sentence = "not made from katas; make it with `dojo classroom assign`"
        raise DojoError(sentence, shown(path)) from None
    return data, katas


def text_of(cell: dict[str, Any]) -> str:
    """Returns the source of a notebook's cell, "" if it has none."""
    source = cell.get("source")
    if isinstance(source, list):
        return "".join(part for part in source if isinstance(part, str))
    return source if isinstance(source, str) else ""


_HOW = """\
Write each solution into its cell; its first line stays. The locked cells below it stand for what
a solution promises and bear the points. Run them to try the visible tests (with `gil-dojo`
installed). The grades come from the hidden tests, which look at how threads may take turns."""


def _kata_cells(kata: Kata) -> list[dict[str, Any]]:
    task, stub = _split(kata)
    imports = ", ".join(f"`{name}`" for name in sorted(kata.imports))
    allowed = f"\n\nYou may import: {imports}." if imports else ""
    cells = [
        _markdown(f"{kata.name}-task", f"## {kata.title}\n\n{task}{allowed}"),
        _code(kata.name, kata.name, f"{marker(kata.name)}\n\n{stub}", solution=True),
    ]
    for number, prop in enumerate(kata.properties, 1):
        source = (
            f"# {prop.promise} ({prop.points} points)\n"
            "from grader.classroom.cell import check  # needs: pip install gil-dojo\n\n"
            f'check("{kata.name}", "{prop.name}", In)'
        )
        grade_id = f"{kata.name}-{prop.name}"
        cells.append(_code(f"{kata.name}-{number}", grade_id, source, points=prop.points))
    return cells


def _split(kata: Kata) -> tuple[str, str]:
    """Returns the task and the code of a stub as it was handed out, never as it is now."""
    if not kata.pristine.is_file():
        raise DojoError(f"run `dojo course pin {kata.name}` first", shown(kata.pristine))
    text = read_text(kata.pristine)
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        sentence = "the stub is not valid Python; mend it"
        raise DojoError(sentence, shown(kata.pristine), error.lineno) from None
    task = ast.get_docstring(tree)
    if task is None:
        raise DojoError("the stub has no docstring; it is the task", shown(kata.pristine), 1)
    code = text.splitlines()[tree.body[0].end_lineno :]
    return _as_markdown(task), "\n".join(code).strip("\n")


def _as_markdown(task: str) -> str:
    """Returns a docstring with its headings (a line over an indented block) in bold."""
    lines = task.splitlines()
    shaped = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        is_heading = line[:1].strip() and following.startswith("    ")
        shaped.append(f"**{line}**\n" if is_heading else line.removeprefix("    "))
    return "\n".join(shaped)


def _markdown(grade_id: str, source: str) -> dict[str, Any]:
    metadata = _nbgrader(grade_id, locked=True)
    return {"cell_type": "markdown", "id": grade_id, "metadata": metadata, "source": source}


def _code(
    cell_id: str, grade_id: str, source: str, solution: bool = False, points: int | None = None
) -> dict[str, Any]:
    metadata = _nbgrader(grade_id, locked=not solution, solution=solution, points=points)
    return {
        "cell_type": "code",
        "id": cell_id,
        "metadata": metadata,
        "source": source,
        "execution_count": None,
        "outputs": [],
    }


def _nbgrader(
    grade_id: str, locked: bool, solution: bool = False, points: int | None = None
) -> dict[str, Any]:
    marks: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": grade_id,
        "locked": locked,
        "solution": solution,
        "grade": points is not None,
        "task": False,
    }
    if points is not None:
        marks["points"] = points
    return {"nbgrader": marks}
