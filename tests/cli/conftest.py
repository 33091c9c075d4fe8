"""The command as people run it: a process of its own, in a copy of the toy course."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TOY = Path(__file__).resolve().parents[1] / "toy_course"
Dojo = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    root = tmp_path / "toy"
    leave_out = shutil.ignore_patterns("conftest.py", "__pycache__", ".dojo")
    shutil.copytree(TOY, root, ignore=leave_out)
    return root


@pytest.fixture
def dojo(toy: Path) -> Dojo:
    """Runs `dojo` with the arguments given, in the toy course or in `cwd`, after `first`."""

    def run(
        *arguments: str | Path, cwd: Path | None = None, first: str = ""
    ) -> subprocess.CompletedProcess[str]:
        program = f"{first}import grader.cli; grader.cli.main()"
        return subprocess.run(
            [sys.executable, "-c", program, *map(str, arguments)],
            cwd=cwd or toy,
            env={**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run
