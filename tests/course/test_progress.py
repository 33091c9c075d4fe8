"""A verdict counts for the very file it was given on."""

from __future__ import annotations

import subprocess
import sys

import pytest

from grader.course.catalogue import Course
from grader.course.progress import Progress
from grader.judge.verdict import Grade


def grade_of(course: Course, verdict: str = "pass") -> Grade:
    score = 100 if verdict == "pass" else 0
    return Grade("tally", 1, verdict, None, score, 100, (), "mark")


def test_a_verdict_is_known_until_the_file_changes(toy: Course) -> None:
    tally = toy.kata("tally")
    Progress(toy).record(tally, grade_of(toy))
    standing = Progress(toy).standing(tally)
    assert standing is not None
    assert (standing.verdict, standing.score) == ("pass", 100)
    assert Progress(toy).standing(tally, "mark") is not None
    assert Progress(toy).standing(tally, "other suites") is None
    tally.stub.write_text("# changed\n")
    assert Progress(toy).standing(tally) is None
    assert Progress(toy).passed(tally)


def test_a_later_failure_does_not_take_the_pass_back(toy: Course) -> None:
    tally = toy.kata("tally")
    Progress(toy).record(tally, grade_of(toy))
    Progress(toy).record(tally, grade_of(toy, "fail"))
    assert Progress(toy).passed(tally)
    assert not Progress(toy).solved(tally)


def test_a_new_version_is_unsolved(toy: Course) -> None:
    tally = toy.kata("tally")
    Progress(toy).record(tally, grade_of(toy))
    tally.metadata.write_text(tally.metadata.read_text().replace("version = 1", "version = 2"))
    tally = Course.at(toy.root).kata("tally")
    assert Progress(toy).standing(tally) is None
    assert not Progress(toy).passed(tally)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": 1, "katas": 3, "passed": {}}'])
def test_a_broken_file_means_that_nothing_is_known(toy: Course, content: str) -> None:
    tally = toy.kata("tally")
    toy.state.mkdir()
    (toy.state / "progress.json").write_text(content)
    assert Progress(toy).standing(tally) is None
    Progress(toy).record(tally, grade_of(toy))
    assert Progress(toy).solved(tally)


def test_processes_that_write_at_once_lose_nothing(toy: Course) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from grader.course.catalogue import Course\n"
        "from grader.course.progress import Progress\n"
        "course = Course.at(Path(sys.argv[1]))\n"
        "kata = course.kata(sys.argv[2])\n"
        "for number in range(1, 60): Progress(course).show_hint(kata, number)\n"
    )
    commands = [[sys.executable, "-c", program, str(toy.root), n] for n in ("tally", "ping")]
    running = [subprocess.Popen(command) for command in commands]
    assert [process.wait() for process in running] == [0, 0]
    assert [Progress(toy).hints_shown(kata) for kata in toy.katas] == [59, 59]
