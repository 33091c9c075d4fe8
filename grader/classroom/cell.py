"""What a property's cell of an assignment does when a learner runs it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from grader.classroom.assignment import marker
from grader.course.catalogue import Course
from grader.engine.errors import DojoError
from grader.judge.grading import grade


def check(kata: str, property_name: str, cells: Sequence[str]) -> None:
    """Tries the visible tests of one property on the solution and prints what they say.

    Args:
        kata: its name.
        property_name: the property of this cell.
        cells: the sources of the cells run so far; IPython calls them `In`.

    Raises:
        RuntimeError: nbgrader runs this, which would take silence for full points.
    """
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        raise RuntimeError("not graded by running it; use `dojo classroom grade`")
    found = [cell for cell in cells if cell.lstrip().startswith(marker(kata))]
    if not found:
        print(f"Run your solution first, the cell that begins with: {marker(kata)}")
        return
    with tempfile.TemporaryDirectory(prefix="submission_") as folder:
        file = Path(folder) / f"{kata}.py"
        file.write_text(found[-1] + "\n", encoding="utf-8")
        try:
            task = Course.home().kata(kata).task()
            results = grade(task, file, hidden=False, properties=[property_name]).properties
        except DojoError as error:
            print(error)
            return
    for result in results:
        print(f"{result.verdict}: {result.message or result.seen}")
