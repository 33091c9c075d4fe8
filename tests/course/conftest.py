"""A copy of the toy course that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.course.catalogue import Course

TOY = Path(__file__).resolve().parents[1] / "toy_course"


@pytest.fixture
def toy(tmp_path: Path) -> Course:
    root = tmp_path / "toy"
    leave_out = shutil.ignore_patterns("conftest.py", "__pycache__", ".dojo")
    shutil.copytree(TOY, root, ignore=leave_out)
    return Course.at(root)
