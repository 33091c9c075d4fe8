"""The wheel: all that `dojo init` needs, and nothing that a learner must not see."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OFFLINE = "No matching distribution found for hatchling"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked."""
    if find_spec("pip") is None:
        pytest.skip("needs pip")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT]
    built = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if OFFLINE in built.stderr:
        pytest.skip("needs hatchling from a package index")
    assert built.returncode == 0, built.stderr
    (packed,) = folder.glob("gil_dojo-*.whl")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_no_byte_of_the_solutions_is_in_it(wheel: Path) -> None:
    private = {content for content in files(ROOT / "solutions").values() if content.strip()}
    packed = files(wheel)
    words = ("solution", "hidden", "cases.json", "/also/", "/wrong/")
    assert [name for name in packed if any(word in name for word in words)] == []
    assert [name for name, content in packed.items() if content in private] == []


def test_the_exercises_are_in_it_as_they_are_handed_out(wheel: Path) -> None:
    packed = files(wheel / "grader" / "_course" / "exercises")
    parts = [path.relative_to(ROOT / "exercises") for path in ROOT.glob("exercises/*/*/kata.toml")]
    assert parts
    for part in parts:
        name = part.parent.name[3:]
        for file in (".pristine.py", f"{name}.py", f"test_{name}.py", "kata.toml"):
            assert (part.parent / file).as_posix() in packed
        assert f"{part.parts[0]}/README.md" in packed
    assert "course.toml" in packed


def test_a_learner_can_begin_with_it(wheel: Path, tmp_path: Path) -> None:
    def dojo(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "import grader.cli; grader.cli.main()", *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(wheel), "NO_COLOR": "1"},
            capture_output=True,
            text=True,
        )

    mine = tmp_path / "mine"
    assert dojo("init", "mine", cwd=tmp_path).returncode == 0
    tried = dojo("check", "counter", cwd=mine)
    assert tried.returncode == 1, tried.stderr
    assert "Every increment() counts" in tried.stdout
    assert "not judged" not in tried.stdout
    refused = dojo("course", "check", cwd=mine)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
