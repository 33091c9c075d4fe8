"""A submitted notebook: the solutions in it, and a sound notebook rebuilt from them.

A learner may have deleted, copied or rewritten any cell, its metadata, or the
whole file. What can be read is read; nothing of it is trusted.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.classroom.assignment import AssignedKata, marker, text_of

LARGEST = 20 * 1024 * 1024
"""The most bytes that a submitted notebook may have."""


@dataclass(frozen=True)
class Solution:
    """What a notebook holds for one kata.

    Attributes:
        source: the text of its cell; None if no cell can be said to be it.
        note: one sentence where something is odd, else "".
        place: the number of its cell, from 1; 0 if there is none.
    """

    source: str | None
    note: str = ""
    place: int = 0


@dataclass(frozen=True)
class SubmittedNotebook:
    """The cells of a submitted notebook.

    Attributes:
        cells: as they were found, in order.
        unreadable: why there are none, in one sentence; "" if it could be read.
    """

    cells: tuple[dict[str, Any], ...]
    unreadable: str = ""

    @classmethod
    def read(cls, path: Path) -> SubmittedNotebook:
        """Reads a submitted .ipynb file; what is wrong with it ends up in `unreadable`."""
        if path.is_symlink():
            return cls((), f"{path.name} is a link, not a notebook.")
        if not path.is_file():
            others = ", ".join(sorted(other.name for other in path.parent.glob("*.ipynb")))
            found = f"found: {others}" if others else "there is no notebook"
            return cls((), f"{path.name} was not submitted; {found}.")
        if path.stat().st_size > LARGEST:
            return cls((), f"{path.name} is larger than {LARGEST // 1024 // 1024} MiB.")
        try:
            data = json.loads(path.read_bytes())
        except (ValueError, RecursionError):
            return cls((), f"{path.name} is damaged: it is not JSON.")
        cells = data.get("cells") if isinstance(data, dict) else None
        if not isinstance(cells, list):
            return cls((), f"{path.name} holds no cells; it is not a notebook of format 4.")
        return cls(tuple(cell for cell in cells if isinstance(cell, dict)))

    def solution(self, kata: str) -> Solution:
        """Returns the solution of a kata: from the cell that bears most marks of being it.

        Its marks are nbgrader's grade id, the cell's id and its first line.
        """
        if self.unreadable:
            return Solution(None, self.unreadable)
        marks = [_marks(cell, kata) for cell in self.cells]
        most = max(marks, default=0)
        if most == 0:
            return Solution(None, f"The solution cell of {kata} is missing from the notebook.")
        if marks.count(most) > 1:
            places = _numbers([n for n, count in enumerate(marks, 1) if count == most])
            return Solution(None, f"Cells {places} all claim to be the solution of {kata}.")
        place = marks.index(most) + 1
        others = [n for n, count in enumerate(marks, 1) if count and n != place]
        note = f"Cell {place} was graded, not its copy in {_numbers(others)}." if others else ""
        return Solution(text_of(self.cells[place - 1]), note, place)


def rebuild(
    source: Mapping[str, Any],
    katas: Sequence[AssignedKata],
    submitted: SubmittedNotebook,
    results: Mapping[str, str],
) -> dict[str, Any]:
    """Returns a sound notebook: the assignment's own cells with a learner's solutions.

    The learner's further cells stay where they were, as text alone.

    Args:
        source: the assignment's source notebook.
        katas: what it was made from.
        submitted: what was handed in.
        results: by grade id, what a test cell shows as its output.
    """
    notebook = copy.deepcopy(dict(source))
    own = {str(cell.get("id", number)): cell for number, cell in enumerate(notebook["cells"])}
    keys = {_grade_id(cell): key for key, cell in own.items()}
    solved = {}
    for kata in katas:
        solution = submitted.solution(kata.name)
        missing = f"{marker(kata.name)}\n# (No cell of the submission could be taken for it.)"
        key = keys[kata.name]
        own[key]["source"] = missing if solution.source is None else _sound(solution.source)
        solved[key] = solution.place
    for grade_id, text in results.items():
        output = {"output_type": "stream", "name": "stdout", "text": _sound(text) + "\n"}
        own[keys[grade_id]]["outputs"] = [output]
    further: dict[str, list[dict[str, Any]]] = {"": []}
    last = ""
    for number, cell in enumerate(submitted.cells, 1):
        key = keys.get(_grade_id(cell) or "", str(cell.get("id")))
        key = next((k for k, place in solved.items() if place == number), key)
        if key not in own or key in further or solved.get(key, number) != number:
            further[last].append(_further_cell(cell, number))
            continue
        last = key
        further[last] = []
        if key not in solved and _may_be_edited(own[key]):
            own[key]["source"] = _sound(text_of(cell))
    cells = list(further[""])
    for key, cell in own.items():
        cells += [cell, *further.get(key, [])]
    notebook["cells"] = cells
    return notebook


def _may_be_edited(cell: dict[str, Any]) -> bool:
    """Tells whether a cell that a teacher added is the learners' to write."""
    nbgrader = cell["metadata"].get("nbgrader", {})
    return bool(nbgrader.get("solution") or not nbgrader.get("locked", nbgrader.get("grade")))


def _further_cell(cell: Mapping[str, Any], number: int) -> dict[str, Any]:
    kind = cell.get("cell_type")
    plain: dict[str, Any] = {
        "cell_type": kind if kind in ("code", "raw") else "markdown",
        "id": f"further-{number}",
        "metadata": {},
        "source": _sound(text_of(dict(cell))),
    }
    return plain | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def _marks(cell: Mapping[str, Any], kata: str) -> int:
    first_line = text_of(dict(cell)).lstrip().partition("\n")[0].rstrip()
    return (_grade_id(cell) == kata) + (cell.get("id") == kata) + (first_line == marker(kata))


def _grade_id(cell: Mapping[str, Any]) -> str | None:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return grade_id if isinstance(grade_id, str) else None


def _numbers(places: Sequence[int]) -> str:
    return ", ".join(map(str, places))


def _sound(text: str) -> str:
    """Returns `text` without what UTF-8 can't say (lone surrogates), for nbgrader's files."""
    return text.encode("utf-8", "replace").decode("utf-8")
