"""What a learner sees of `pytest exercises/`."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

RunPytest = Callable[..., "subprocess.CompletedProcess[str]"]

TALLY = Path("exercises/1_first/01_tally")
PYTESTS_OWN = [
    "test session starts",
    "FAILED",
    "ERROR",
    "FAILURES",
    "short test summary",
    "Traceback",
    "collected",
    "AssertionError",
    "rootdir",
    "%]",
    "E   ",
]


def assert_none_of_pytests_own(text: str) -> None:
    assert [words for words in PYTESTS_OWN if words in text] == []


def test_an_untouched_course_is_one_line_per_kata_and_fails(
    toy: Path, run_pytest: RunPytest
) -> None:
    done = run_pytest(toy, "exercises")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["TODO tally: make add() safe", "TODO ping: make wait() wait"]
    assert "0 of 2 katas" in done.stdout
    assert done.returncode == 1
    assert_none_of_pytests_own(done.stdout + done.stderr)


def test_a_failing_property_shows_the_interleaving(racy: Path, run_pytest: RunPytest) -> None:
    done = run_pytest(racy, "exercises")
    text = done.stdout
    parts = [
        "✗ tally  1 of 2 properties",
        "✗ nothing_is_lost  race",
        "Promised: Every add() counts.",
        "self.total += 1",
        "reads self.total → 0",
        "preempted",
        "✗ writes self.total = 1",
        "1 of 2 outcomes is wrong; tried: all 6 interleavings.",
        "Safe only thanks to the GIL",
        "dojo replay",
        "TODO ping",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert done.returncode == 1
    assert_none_of_pytests_own(text + done.stderr)


def test_a_pass_says_what_was_seen(solved: Path, run_pytest: RunPytest) -> None:
    done = run_pytest(solved, "exercises")
    assert re.search(r"✓ tally  all \d+ interleavings", done.stdout)
    assert "2 of 2 katas" in done.stdout
    assert "All katas pass." in done.stdout
    assert done.returncode == 0
    assert_none_of_pytests_own(done.stdout + done.stderr)


def test_the_end_says_what_to_do_next(racy: Path, run_pytest: RunPytest) -> None:
    done = run_pytest(racy, "exercises")
    assert "Next: tally, make add() safe" in done.stdout
    assert f"pytest {TALLY}" in done.stdout
    assert "dojo hint tally" in done.stdout
    assert re.fullmatch(r"2 failed, 1 passed in [\d.]+s", done.stdout.splitlines()[-1])


def test_the_next_kata_is_the_first_that_does_not_pass(racy: Path, run_pytest: RunPytest) -> None:
    shutil.copy(racy / "solutions/1_first/01_tally/tally.py", racy / TALLY / "tally.py")
    assert "Next: ping" in run_pytest(racy, TALLY).stdout
    assert "1 of 2 katas" in run_pytest(racy, "exercises/2_second").stdout


def test_a_solved_kata_that_was_broken_again_does_not_count(
    solved: Path, run_pytest: RunPytest
) -> None:
    assert run_pytest(solved, "exercises").returncode == 0
    shutil.copy(solved / TALLY / ".pristine.py", solved / TALLY / "tally.py")
    assert "1 of 2 katas" in run_pytest(solved, "exercises/2_second").stdout


def test_one_property_alone_is_no_pass_of_the_kata(solved: Path, run_pytest: RunPytest) -> None:
    assert "0 of 2 katas" in run_pytest(solved, "exercises", "-k", "starts_at_zero").stdout


def test_verbose_shows_every_property(solved: Path, run_pytest: RunPytest) -> None:
    text = run_pytest(solved, "exercises", "-v").stdout
    assert re.search(r"  ✓ nothing_is_lost  all \d+ interleavings", text)
    assert "A new tally is 0." in text


def test_quiet_is_short(racy: Path, run_pytest: RunPytest) -> None:
    done = run_pytest(racy, "exercises", "-q")
    assert done.stdout.splitlines()[:-1] == [
        "✗ tally  1 of 2 properties",
        "TODO ping: make wait() wait",
    ]
    assert done.returncode == 1


def test_stopping_at_the_first_failure(racy: Path, run_pytest: RunPytest) -> None:
    done = run_pytest(racy, "exercises", "-x")
    assert "✗ nothing_is_lost" in done.stdout
    assert "Stopped after 1 failure" in done.stdout
    assert "TODO ping" not in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize("width", [60, 80, 120])
def test_lines_fit_the_terminal(racy: Path, run_pytest: RunPytest, width: int) -> None:
    lines = run_pytest(racy, "exercises", COLUMNS=str(width)).stdout.splitlines()
    assert [line for line in lines if len(line) > width and "dojo replay" not in line] == []


def test_a_broken_suite_is_one_sentence(racy: Path, run_pytest: RunPytest) -> None:
    (racy / TALLY / "test_tally.py").write_text("def test_nothing_is_lost(:\n")
    done = run_pytest(racy, "exercises")
    assert f"{TALLY}/test_tally.py:1: this suite is no Python" in done.stdout
    assert len(done.stdout.splitlines()) <= 3
    assert done.returncode == 2


def test_a_broken_course_is_one_sentence(toy: Path, run_pytest: RunPytest) -> None:
    (toy / "exercises/course.toml").write_text("name = \n")
    done = run_pytest(toy, "exercises")
    assert "course.toml:1: not TOML" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode == 4


def test_a_selection_without_katas_says_so(toy: Path, run_pytest: RunPytest) -> None:
    done = run_pytest(toy, "exercises", "-k", "no_such_thing")
    assert "No kata matches" in done.stdout
    assert done.returncode == 5


def test_ctrl_c_leaves_what_was_found(racy: Path, run_pytest: RunPytest) -> None:
    (racy / "conftest.py").write_text(
        "def pytest_runtest_setup(item):\n"
        "    if 'ping' in item.nodeid:\n"
        "        raise KeyboardInterrupt\n"
    )
    done = run_pytest(racy, "exercises")
    assert "✗ nothing_is_lost" in done.stdout
    assert "Stopped by you." in done.stdout
    assert done.returncode == 2
    assert_none_of_pytests_own(done.stdout + done.stderr)


def test_a_judge_that_hangs_is_stopped(racy: Path, run_pytest: RunPytest) -> None:
    (racy / "conftest.py").write_text(
        "import time\n"
        "import grader.pytest_plugin.collection as collection\n"
        "collection.judge_property = lambda *args: time.sleep(60)\n"
    )
    done = run_pytest(racy, "exercises", "-k", "starts_at_zero", "--timeout", "0.2")
    assert "judging starts_at_zero took too long" in done.stdout
    assert done.returncode == 1
    assert_none_of_pytests_own(done.stdout)


def test_colours_and_progress_are_for_a_terminal(racy: Path) -> None:
    reading, writing = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "DOJO_PLAIN")}
    with subprocess.Popen(
        [sys.executable, "-m", "pytest", "exercises"],
        cwd=racy,
        env=env | {"COLUMNS": "80", "TERM": "xterm-256color"},
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=writing,
    ) as process:
        os.close(writing)
        text = b"".join(iter(lambda: _read(reading), b"")).decode()
        os.close(reading)
    assert process.returncode == 1
    assert "\x1b[" in text
    assert "│" in text
    waiting = "  tally: nothing_is_lost …"
    assert text.index(waiting) < text.index("race")
    left = re.sub(r"[^\n]*\r\x1b\[2K", "", text)
    assert waiting not in left


def _read(file: int) -> bytes:
    try:
        return os.read(file, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""
