"""pytest as a learner runs it: a process of its own, in a copy of the toy course."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.course.catalogue import Course
from grader.course.pin import pin

TOY = Path(__file__).resolve().parents[1] / "toy_course"
TALLY = Path("exercises/1_first/01_tally")
PING = Path("exercises/2_second/01_ping")

# Hypothesis' own plugin does nothing here but take a second to load.
OFF = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest")

Done = subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def pinned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pinned") / "toy"
    leave_out = shutil.ignore_patterns("conftest.py", "__pycache__", ".dojo")
    shutil.copytree(TOY, root, ignore=leave_out)
    pin(Course.at(root), ())
    return root


@pytest.fixture
def toy(pinned: Path, tmp_path: Path) -> Path:
    """The root of a toy course that nobody has touched yet."""
    return Path(shutil.copytree(pinned, tmp_path / "toy"))


@pytest.fixture
def racy(toy: Path) -> Path:
    """The toy course after a first try at `tally` that mends nothing."""
    try_something(toy)
    return toy


@pytest.fixture
def solved(toy: Path) -> Path:
    """The toy course with both katas solved."""
    solve(toy)
    return toy


@pytest.fixture(scope="session")
def untouched_run(pinned: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    root = Path(shutil.copytree(pinned, tmp_path_factory.mktemp("untouched") / "toy"))
    return run(root, "exercises")


@pytest.fixture(scope="session")
def racy_run(pinned: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    root = Path(shutil.copytree(pinned, tmp_path_factory.mktemp("racy") / "toy"))
    try_something(root)
    return run(root, "exercises", "--junitxml", "report.xml")


@pytest.fixture(scope="session")
def solved_run(pinned: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    root = Path(shutil.copytree(pinned, tmp_path_factory.mktemp("solved") / "toy"))
    solve(root)
    return run(root, "exercises", "-v")


@pytest.fixture
def run_pytest() -> Callable[..., Done]:
    return run


def try_something(root: Path) -> None:
    stub = root / TALLY / "tally.py"
    stub.write_text(stub.read_text() + "\n\n# my first try\n")


def solve(root: Path) -> None:
    for kata in (TALLY, PING):
        name = kata.name[3:] + ".py"
        shutil.copy(root / "solutions" / Path(*kata.parts[1:]) / name, root / kata / name)


def run(folder: Path, *args: str, **more: str) -> Done:
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    for name in ("NO_COLOR", "FORCE_COLOR", "PY_COLORS", "DOJO_PLAIN"):
        env.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "pytest", *OFF, *args],
        cwd=folder,
        env=env | {"COLUMNS": "80", "PYTHONUTF8": "1"} | more,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=200,
        check=False,
    )
