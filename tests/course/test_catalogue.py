"""What lies where, and what a person is told about a broken course."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from grader.course.catalogue import Course
from grader.engine.errors import DojoError

METADATA = """\
title = "A tally"
todo = "make add() safe"
version = 1
difficulty = 1
topics = ["lost update"]
imports = ["threading"]
hints = ["one", "two", "three"]

[[properties]]
name = "nothing_is_lost"
promise = "Every add() counts."
points = 60

[[properties]]
name = "starts_at_zero"
promise = "A new tally is 0."
points = 40
"""


def test_finds_the_course_from_any_folder_in_it(toy: Course) -> None:
    for path in (toy.root, toy.exercises, toy.kata("tally").folder, toy.kata("tally").stub):
        assert Course.find(path).root == toy.root


def test_outside_of_any_course_the_one_that_came_with_the_command_serves(tmp_path: Path) -> None:
    assert Course.find(tmp_path).name == "gil-dojo"


def test_katas_stand_in_the_order_of_the_numbers(toy: Course) -> None:
    tally = toy.kata("tally")
    tally.folder.rename(tally.folder.with_name("09_tally"))
    early = toy.exercises / "1_first" / "02_early"
    early.mkdir()
    assert [kata.name for kata in Course.at(toy.root).katas] == ["early", "tally", "ping"]


def test_a_kata_is_found_by_name_folder_or_file(
    toy: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(toy.root)
    tally = toy.kata("tally")
    assert tally is toy.kata("exercises/1_first/01_tally")
    assert tally is toy.kata(str(tally.stub))


@pytest.mark.parametrize("number", ["01", "01_tally", "1_first/01_tally"])
def test_a_number_is_no_identity(toy: Course, number: str) -> None:
    with pytest.raises(DojoError, match="no kata is called"):
        toy.kata(number)


def test_an_unknown_name_suggests_the_nearest(toy: Course) -> None:
    with pytest.raises(DojoError, match="did you mean `tally`"):
        toy.kata("taly")


def test_a_section_is_called_by_its_lessons_heading(toy: Course) -> None:
    assert [section.title for section in toy.sections] == ["First steps", "Second steps"]


def test_a_kata_knows_its_files_and_its_causes(toy: Course) -> None:
    tally = toy.kata("tally")
    assert [(cause, path.stem) for cause, path in tally.wrong] == [
        ("deadlock", "never_released"),
        ("race", "lock_per_call"),
        ("wrong", "adds_two"),
    ]
    assert [path.stem for path in tally.also] == ["reentrant"]
    assert tally.task().hidden == tally.hidden
    assert toy.unexpected() == []


def test_two_katas_of_one_name_are_refused(toy: Course) -> None:
    (toy.exercises / "2_second" / "07_tally").mkdir()
    with pytest.raises(DojoError, match=r"second kata is called `tally` .*rename one"):
        _ = Course.at(toy.root).katas


def test_untouched_until_the_first_edit(toy: Course) -> None:
    tally = toy.kata("tally")
    assert tally.untouched
    tally.stub.write_text(tally.stub.read_text() + "\n")
    assert not tally.untouched


def test_a_file_out_of_place_is_seen(toy: Course) -> None:
    stray = toy.solutions / "1_first" / "01_tally" / "wrong" / "note.py"
    stray.write_text("")
    (toy.kata("tally").folder / "tally.py.2026-01-01_00-00-00.bak").write_text("")
    assert toy.unexpected() == [stray]


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ('title = "A tally"\n', "", 1, "`title` is missing; add text in quotes"),
        ("title", "titel", 1, "unknown key `titel`; did you mean `title`?"),
        ('title = "A tally"', "title = A tally", 1, "not TOML"),
        ("version = 1", 'version = "1"', 3, "`version` must be a whole number"),
        ("version = 1", "version = true", 3, "`version` must be a whole number"),
        ("difficulty = 1", "difficulty = 9", 4, "from 1 (easy) to 5"),
        ('["one", "two", "three"]', '["one"]', 7, "`hints` has 1 hints instead of 3"),
        ('["threading"]', "[3]", 6, "`imports` is a list of texts"),
        ("points = 60\n", "", 9, "`points` is missing in this property"),
        ("points = 60", "points = 0", 12, "`points` must be 1 or more"),
        ('"starts_at_zero"', '"nothing_is_lost"', 15, "is there twice"),
        ('"starts_at_zero"', '"Starts at zero"', 15, "must look like `no_update_is_lost`"),
        ("promise = ", "promises = ", 11, "did you mean `promise`?"),
    ],
)
def test_a_broken_kata_file_is_told_with_its_line(
    toy: Course, old: str, new: str, line: int, sentence: str
) -> None:
    tally = toy.kata("tally")
    assert old in METADATA
    tally.metadata.write_text(METADATA.replace(old, new, 1))
    with pytest.raises(DojoError, match=re.escape(sentence)) as caught:
        tally.task()
    assert caught.value.file is not None
    assert caught.value.file.endswith("01_tally/kata.toml")
    assert caught.value.line == line


def test_a_broken_kata_leaves_the_others_alone(toy: Course) -> None:
    toy.kata("tally").metadata.write_bytes(b"\xff")
    assert toy.kata("ping").title == "A message"
    with pytest.raises(DojoError, match="not UTF-8"):
        _ = toy.kata("tally").title


def test_a_learners_folder_borrows_solutions_of_the_same_version_only(
    toy: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Course, "home", classmethod(lambda cls: Course.at(toy.root)))
    shutil.copytree(toy.exercises, tmp_path / "mine" / "exercises")
    mine = Course.at(tmp_path / "mine")
    metadata = mine.kata("ping").metadata
    metadata.write_text(metadata.read_text().replace("version = 1", "version = 2"))
    assert mine.kata("tally").hidden == toy.kata("tally").hidden
    assert mine.kata("ping").hidden is None


def test_another_course_has_no_solutions_to_lend(toy: Course, tmp_path: Path) -> None:
    shutil.copytree(toy.exercises, tmp_path / "mine" / "exercises")
    tally = Course.at(tmp_path / "mine").kata("tally")
    assert (tally.hidden, tally.cases, tally.reference, tally.wrong) == (None, None, None, ())
