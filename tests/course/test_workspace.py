"""A learner's folder: what they wrote is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.course import workspace
from grader.course.catalogue import Course
from grader.course.pack import write
from grader.engine.errors import DojoError

MINE = "# my own work\n"


@pytest.fixture
def mine(toy: Course, tmp_path: Path) -> Course:
    return workspace.init(toy, tmp_path / "mine")


def again(course: Course) -> Course:
    return Course.at(course.root)


def backups(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.bak"))


def test_init_makes_a_course_without_solutions(toy: Course, mine: Course) -> None:
    assert [kata.name for kata in mine.katas] == ["tally", "ping"]
    assert all(kata.untouched for kata in mine.katas)
    assert not mine.solutions.exists()
    assert "dojo check" in (mine.root / "README.md").read_text()


def test_init_overwrites_nothing(toy: Course, tmp_path: Path) -> None:
    write(tmp_path / "mine" / "README.md", MINE.encode())
    with pytest.raises(DojoError, match="in the way"):
        workspace.init(toy, tmp_path / "mine")
    assert (tmp_path / "mine" / "README.md").read_text() == MINE
    assert not (tmp_path / "mine" / "exercises").exists()


def test_init_twice_says_update(toy: Course, mine: Course) -> None:
    with pytest.raises(DojoError, match="dojo update"):
        workspace.init(toy, mine.root)


def test_update_brings_new_katas_and_tests_and_keeps_work(toy: Course, mine: Course) -> None:
    mine.kata("tally").stub.write_text(MINE)
    tally, ping = toy.kata("tally"), toy.kata("ping")
    for kata in (tally, ping):
        kata.visible.write_text(kata.visible.read_text() + "\n# a new test\n")
        kata.stub.write_text(kata.stub.read_text() + "\n# a new stub\n")
        kata.pristine.write_bytes(kata.stub.read_bytes())
    new = toy.exercises / "2_second" / "02_pong"
    new.mkdir()
    for kata_file, name in ((ping.stub, "pong.py"), (ping.pristine, ".pristine.py")):
        (new / name).write_bytes(kata_file.read_bytes())
    (new / "test_pong.py").write_bytes(ping.visible.read_bytes())
    (new / "kata.toml").write_bytes(ping.metadata.read_bytes())

    done = workspace.update(again(toy), mine)

    mine = again(mine)
    assert mine.kata("tally").stub.read_text() == MINE
    assert "a new stub" in mine.kata("ping").stub.read_text()
    assert mine.kata("ping").untouched
    assert all("a new test" in mine.kata(n).visible.read_text() for n in ("tally", "ping"))
    assert mine.kata("pong").untouched
    assert [path.name for path in done.kept] == ["tally.py"]
    assert done.saved == ()
    assert backups(mine.root) == []


def test_update_copies_a_changed_test_before_it_replaces_it(toy: Course, mine: Course) -> None:
    mine.kata("tally").visible.write_text(MINE)
    workspace.update(toy, mine)
    assert mine.kata("tally").visible.read_bytes() == toy.kata("tally").visible.read_bytes()
    assert [path.read_text() for path in backups(mine.root)] == [MINE]


def test_update_follows_a_kata_to_its_new_number(toy: Course, mine: Course) -> None:
    old = mine.kata("tally")
    old.stub.write_text(MINE)
    (old.folder / "notes.txt").write_text("my notes")
    toy.kata("tally").folder.rename(toy.exercises / "2_second" / "05_tally")

    done = workspace.update(again(toy), mine)

    new = again(mine).kata("tally")
    assert new.folder.relative_to(mine.root).as_posix() == "exercises/2_second/05_tally"
    assert new.stub.read_text() == MINE
    assert (new.folder / "notes.txt").read_text() == "my notes"
    assert len(done.moved) == 1
    assert done.saved == ()


def test_update_twice_changes_nothing(toy: Course, mine: Course) -> None:
    workspace.update(toy, mine)
    done = workspace.update(toy, again(mine))
    assert not (done.added)
    assert not (done.replaced)
    assert not (done.saved)
    assert not (done.moved)


def test_update_refuses_the_course_itself_and_another_course(toy: Course, mine: Course) -> None:
    with pytest.raises(DojoError, match="the course itself"):
        workspace.update(toy, toy)
    with pytest.raises(DojoError, match="can only update"):
        workspace.update(Course.home(), mine)


def test_reset_keeps_every_version_of_the_work(mine: Course) -> None:
    tally = mine.kata("tally")
    pristine = tally.stub.read_bytes()
    for text in ("# one\n", "# two\n", "# three\n"):
        tally.stub.write_text(text)
        copy = workspace.reset(tally)
        assert copy is not None
        assert copy.parent == tally.folder
        assert tally.stub.read_bytes() == pristine
    kept = {path.read_text() for path in backups(tally.folder)}
    assert kept == {"# one\n", "# two\n", "# three\n"}


def test_reset_of_an_untouched_kata_leaves_no_copy(mine: Course) -> None:
    assert workspace.reset(mine.kata("tally")) is None
    assert backups(mine.root) == []


def test_reset_brings_back_a_deleted_stub(mine: Course) -> None:
    mine.kata("tally").stub.unlink()
    assert workspace.reset(mine.kata("tally")) is None
    assert mine.kata("tally").untouched


def test_reset_without_a_pristine_stub_touches_nothing(mine: Course) -> None:
    tally = mine.kata("tally")
    tally.stub.write_text(MINE)
    tally.pristine.unlink()
    with pytest.raises(DojoError, match="no pristine stub"):
        workspace.reset(tally)
    assert tally.stub.read_text() == MINE
