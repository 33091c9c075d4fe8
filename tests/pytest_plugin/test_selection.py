"""Katas as pytest items: node ids, selection, editors, machine output, other plugins."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.course.catalogue import Course
from grader.course.progress import Progress

Done = subprocess.CompletedProcess[str]
RunPytest = Callable[..., Done]

TALLY = "exercises/1_first/01_tally"
PING = "exercises/2_second/01_ping"
ALL = [
    f"{TALLY}/test_tally.py::test_nothing_is_lost",
    f"{TALLY}/test_tally.py::test_starts_at_zero",
    f"{PING}/test_ping.py::test_message_arrives",
]


SELECTIONS = {
    "exercises": ALL,
    "exercises/1_first": ALL[:2],
    "exercises -k tally": ALL[:2],
    "exercises -k tally+and+zero": ALL[1:2],
    ALL[1]: ALL[1:2],
    f"{PING}/ping.py": [f"{PING}/ping.py::test_message_arrives"],
    ".": ALL,
    f"exercises --deselect {ALL[0]}": ALL[1:],
    "solutions": [],
}
SEVERAL_RUNS = """\
import sys
import pytest
for words in sys.argv[1:]:
    args = [word.replace("+", " ") for word in words.split()]
    pytest.main(["--collect-only", "-q", "--rootdir", ".", *args])
    print("----")
"""


def test_properties_are_the_items(toy: Path) -> None:
    command = [sys.executable, "-c", SEVERAL_RUNS, *SELECTIONS]
    text = subprocess.run(command, cwd=toy, capture_output=True, text=True, check=True).stdout
    found = [
        [line for line in part.splitlines() if "::" in line] for part in text.split("----")[:-1]
    ]
    assert dict(zip(SELECTIONS, found, strict=True)) == SELECTIONS


def test_an_editor_jumps_to_the_visible_test(toy: Path, run_pytest: RunPytest) -> None:
    (toy / "conftest.py").write_text(
        "def pytest_collection_finish(session):\n"
        "    for item in session.items:\n"
        "        print('location:', *item.location)\n"
    )
    done = run_pytest(toy, "--collect-only", "--rootdir", ".", TALLY, "-s")
    suite = (toy / TALLY / "test_tally.py").read_text().splitlines()
    line = suite.index("def test_nothing_is_lost():")
    assert f"location: {TALLY}/test_tally.py {line} test_nothing_is_lost" in done.stdout
    assert f"location: {TALLY}/test_tally.py 0 test_starts_at_zero" in done.stdout


def test_hidden_properties_without_their_suite_are_not_asked(
    solved: Path, run_pytest: RunPytest
) -> None:
    shutil.rmtree(solved / "solutions")
    done = run_pytest(solved, TALLY)
    assert "1 passed" in done.stdout
    assert "1 of 2 katas" in done.stdout
    assert "Note: the hidden suite is not here; left out: starts_at_zero" in done.stdout
    assert done.returncode == 0


def test_xdist_gives_the_same_verdicts(racy: Path, racy_run: Done, run_pytest: RunPytest) -> None:
    pytest.importorskip("xdist")
    spread = run_pytest(racy, "exercises", "-n", "2")
    assert spread.returncode == 1

    def told(text: str) -> list[str]:
        unlike = (" passed in ", "generated xml")
        return sorted(x for x in text.splitlines() if x and not any(word in x for word in unlike))

    assert told(spread.stdout) == told(racy_run.stdout)


def test_junit_xml_tells_the_story(racy_run: Done) -> None:
    file = re.search("generated xml file: (.*?xml)", racy_run.stdout)
    assert file is not None
    suite = ET.parse(file[1]).getroot()[0]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    failures = {case.get("name"): case.findtext("failure") for case in suite}
    assert failures["test_starts_at_zero"] is None
    assert "✗ writes self.total = 1" in str(failures["test_nothing_is_lost"])
    assert failures["test_message_arrives"] == "TODO ping: make wait() wait"


def test_beside_other_tests_pytest_reports_as_ever(racy: Path, run_pytest: RunPytest) -> None:
    (racy / "test_mine.py").write_text("def test_mine():\n    assert 1 == 2\n")
    done = run_pytest(racy, "exercises", "test_mine.py")
    assert "test session starts" in done.stdout
    assert "assert 1 == 2" in done.stdout
    assert "✗ writes self.total = 1" in done.stdout
    assert "3 failed, 1 passed" in done.stdout


def test_a_learners_own_test_in_a_kata_folder_runs_too(racy: Path, run_pytest: RunPytest) -> None:
    (racy / TALLY / "test_mine.py").write_text("def test_mine():\n    assert 1 == 2\n")
    done = run_pytest(racy, "exercises")
    assert "test_mine.py::test_mine" in done.stdout
    assert "assert 1 == 2" in done.stdout
    assert "3 failed, 1 passed" in done.stdout


def test_suites_of_the_same_name_do_not_collide(solved: Path, run_pytest: RunPytest) -> None:
    twin = solved / "exercises/3_third/01_again"
    shutil.copytree(solved / TALLY, twin)
    (twin / "tally.py").rename(twin / "again.py")
    (twin / "test_tally.py").rename(twin / "test_again.py")
    shutil.copytree(solved / "solutions/1_first/01_tally", solved / "solutions/3_third/01_again")
    done = run_pytest(solved, "exercises")
    assert "5 passed" in done.stdout
    assert done.returncode == 0


def test_a_pass_is_remembered(solved: Path, run_pytest: RunPytest) -> None:
    run_pytest(solved, TALLY)
    course = Course.at(solved)
    assert Progress(course).passed(course.kata("tally"))
    assert not Progress(course).passed(course.kata("ping"))


def test_a_stub_with_a_comment_earns_no_points(racy: Path, run_pytest: RunPytest) -> None:
    done = run_pytest(racy, TALLY)
    assert "✓ starts_at_zero" in done.stdout
    printed = " ".join(done.stdout.split())
    assert "Note: this is still the program that was handed out, so there are no" in printed
    course = Course.at(racy)
    standing = Progress(course).standing(course.kata("tally"))
    assert standing is not None
    assert (standing.verdict, standing.score) == ("fail", 0)


def test_fresh_cases_change_no_verdict(solved: Path, run_pytest: RunPytest) -> None:
    assert run_pytest(solved, "exercises", "--fresh", "3").returncode == 0
    assert not (solved / ".hypothesis").exists()
