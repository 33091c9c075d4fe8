"""Handing out: only what is allowed, and always the stub as it was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.catalogue import Course
from grader.course.pack import pack
from grader.engine.errors import DojoError

HANDED_OUT = {
    "exercises/course.toml",
    "exercises/1_first/README.md",
    "exercises/1_first/01_tally/.pristine.py",
    "exercises/1_first/01_tally/.mistakes.json",
    "exercises/1_first/01_tally/kata.toml",
    "exercises/1_first/01_tally/tally.py",
    "exercises/1_first/01_tally/test_tally.py",
    "exercises/2_second/README.md",
    "exercises/2_second/01_ping/.pristine.py",
    "exercises/2_second/01_ping/.mistakes.json",
    "exercises/2_second/01_ping/kata.toml",
    "exercises/2_second/01_ping/ping.py",
    "exercises/2_second/01_ping/test_ping.py",
    ".dojo/handed_out.json",
}


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_exactly_the_allowed_files_are_packed(toy: Course, tmp_path: Path) -> None:
    folder = toy.kata("tally").folder
    (folder / "notes.txt").write_text("answers")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "tally.pyc").write_bytes(b"answers")
    (toy.root / ".dojo").mkdir()
    (toy.root / ".dojo" / "progress.json").write_text("{}")
    assert pack(toy, tmp_path / "out") == 2
    assert files(tmp_path / "out") == HANDED_OUT


def test_no_line_of_the_solutions_is_packed(toy: Course, tmp_path: Path) -> None:
    pack(toy, tmp_path / "out")
    assert all(b"TOY-SECRET" in p.read_bytes() for p in toy.solutions.rglob("*.py"))
    packed = b"".join(p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert b"TOY-SECRET" not in packed


def test_a_kata_solved_in_this_clone_is_packed_unsolved(toy: Course, tmp_path: Path) -> None:
    tally = toy.kata("tally")
    assert tally.reference is not None
    pristine = tally.stub.read_bytes()
    tally.stub.write_bytes(tally.reference.read_bytes())
    pack(toy, tmp_path / "out")
    assert Course.at(tmp_path / "out").kata("tally").stub.read_bytes() == pristine
    assert Course.at(tmp_path / "out").kata("tally").untouched


def test_single_katas_come_with_their_section_only(toy: Course, tmp_path: Path) -> None:
    assert pack(toy, tmp_path / "out", ["ping"]) == 1
    assert files(tmp_path / "out") == {f for f in HANDED_OUT if "1_first" not in f}


def test_a_folder_in_use_is_left_alone(toy: Course, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(DojoError, match="not empty"):
        pack(toy, tmp_path)
    assert not (tmp_path / "exercises").exists()


@pytest.mark.parametrize("where", ["visible", "pristine"])
def test_a_solution_in_the_wrong_place_is_not_handed_out(
    toy: Course, tmp_path: Path, where: str
) -> None:
    tally = toy.kata("tally")
    assert tally.reference is not None
    getattr(tally, where).write_bytes(tally.reference.read_bytes())
    with pytest.raises(DojoError, match="not handed out"):
        pack(toy, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_link_is_not_followed(toy: Course, tmp_path: Path) -> None:
    tally = toy.kata("tally")
    tally.visible.unlink()
    tally.visible.symlink_to("/etc/hostname")
    with pytest.raises(DojoError, match="this is a link"):
        pack(toy, tmp_path / "out")


def test_without_a_pristine_stub_nothing_is_packed(toy: Course, tmp_path: Path) -> None:
    toy.kata("ping").pristine.unlink()
    with pytest.raises(DojoError, match="run `dojo course pin ping`"):
        pack(toy, tmp_path / "out")
    assert not (tmp_path / "out").exists()
