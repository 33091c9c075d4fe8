"""What the page on your own code shows is what happens, and its mended examples pass."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
EXAMPLES = DOCS / "examples"
PAGE = (DOCS / "your_own_code.md").read_text("utf-8")
SECTIONS = {"cache": "A cache", "rate_limiter": "A rate limiter", "connection_pool": "A connection pool"}  # fmt: skip


def blocks(name: str, kind: str) -> list[str]:
    """The blocks of an example's section."""
    section = PAGE.split(f"\n## {SECTIONS[name]}\n")[1].split("\n## ")[0]
    return re.findall(rf"^```{kind}\n(.*?)^```", section, re.MULTILINE | re.DOTALL)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program, *words = shlex.split(command)
    module = ["grader"] if program == "dojo" else [program, "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "80", "NO_COLOR": ""}
    for name in ("PYTEST_ADDOPTS", "FORCE_COLOR", "DOJO_PLAIN", "CI"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", *module, *words],
        cwd=folder, capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip


def comparable(text: str) -> str:
    """Lines as they are, but for the seconds that a search took."""
    lines = [line.rstrip() for line in text.splitlines()]
    return "\n" + re.sub(r"\d+\.\d\d s\b", "… s", "\n".join(lines)) + "\n"


@pytest.fixture(params=sorted(SECTIONS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(name: str, tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / name, tmp_path / name))


def test_the_page_shows_the_files(name: str) -> None:
    shown = blocks(name, "python")
    files = [f"{name}.py", "threads.py", f"test_{name}.py"]
    assert sorted(shown) == sorted((EXAMPLES / name / file).read_text("utf-8") for file in files)


def test_the_page_shows_what_is_found(name: str, folder: Path) -> None:
    shown = blocks(name, "console")
    assert len(shown) == {"rate_limiter": 1}.get(name, 2)
    for block in shown:
        command, _, output = block.partition("\n")
        done = run(command.removeprefix("$ "), folder)
        assert done.returncode == 1, done.stderr
        found = comparable(done.stdout)
        for part in filter(str.strip, re.split(r"^…$", output, flags=re.MULTILINE)):
            before, match, found = found.partition(comparable(part.strip("\n")))
            assert match, f"{part}\nis not in\n{before}"
            found = "\n" + found
        assert max(map(len, block.splitlines()), default=0) <= 90


def test_the_mended_ones_pass(name: str, folder: Path) -> None:
    shutil.copy(folder / "mended.py", folder / f"{name}.py")
    done = run("pytest -q", folder)
    assert done.returncode == 0, done.stdout
