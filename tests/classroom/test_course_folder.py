"""A course folder where nbgrader is not installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grader.classroom.course_folder import CourseFolder
from grader.engine.errors import DojoError


def test_without_nbgrader_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "nbgrader", None)
    with pytest.raises(DojoError, match=r"pip install 'gil-dojo\[classroom\]'"):
        CourseFolder.set_up(tmp_path / "class")
    assert not (tmp_path / "class").exists()
