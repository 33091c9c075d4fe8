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

Done = subprocess.CompletedProcess[str]
RunPytest = Callable[..., Done]

TALLY = Path("exercises/1_first/01_tally")
PING = Path("exercises/2_second/01_ping")
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


def test_an_untouched_course_is_one_line_per_kata_and_fails(untouched_run: Done) -> None:
    lines = untouched_run.stdout.splitlines()
    assert lines[:2] == ["TODO tally: make add() safe", "TODO ping: make wait() wait"]
    assert "0 of 2 katas" in untouched_run.stdout
    assert untouched_run.returncode == 1
    assert_none_of_pytests_own(untouched_run.stdout + untouched_run.stderr)


def test_a_failing_property_shows_the_interleaving(racy_run: Done) -> None:
    text = racy_run.stdout
    parts = [
        "✗ tally  1 of 2 properties",
        "✗ nothing_is_lost  race",
        "Promised: Every add() counts.",
        "self.total += 1",
        "reads self.total → 0",
        "preempted",
        "✗ writes self.total = 1",
        "1 of 2 outcomes is wrong; tried: all ",
        "Safe only thanks to the GIL",
        "dojo replay",
        "✓ starts_at_zero  the only interleaving",
        "TODO ping",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert racy_run.returncode == 1
    assert_none_of_pytests_own(text + racy_run.stderr)


def test_a_pass_says_what_was_seen(solved_run: Done) -> None:
    text = solved_run.stdout
    assert "✓ tally  2 of 2 properties" in text
    assert re.search(r"  ✓ nothing_is_lost  all \d+ interleavings", text)
    assert "2 of 2 katas" in text
    assert "All katas pass." in text
    assert solved_run.returncode == 0
    assert_none_of_pytests_own(text + solved_run.stderr)


def test_verbose_repeats_the_promises(solved_run: Done, racy_run: Done) -> None:
    assert "A new tally is 0." in solved_run.stdout
    assert "A new tally is 0." not in racy_run.stdout


def test_the_end_says_what_to_do_next(racy_run: Done) -> None:
    text = racy_run.stdout
    assert "Next: tally, make add() safe" in text
    assert f"pytest {TALLY}\n" in text
    assert "dojo hint tally" in text
    assert re.search(r"^2 failed, 1 passed in [\d.]+s$", text, re.MULTILINE)


def test_the_next_kata_is_the_first_that_does_not_pass(solved: Path, run_pytest: RunPytest) -> None:
    done = run_pytest(solved, str(TALLY))
    assert "1 of 2 katas" in done.stdout
    assert "Next: ping" in done.stdout
    shutil.copy(solved / TALLY / ".pristine.py", solved / TALLY / "tally.py")
    done = run_pytest(solved, "exercises/2_second")
    assert "1 of 2 katas" in done.stdout
    assert "Next: tally" in done.stdout


def test_a_kata_that_was_begun_comes_before_earlier_ones(toy: Path, run_pytest: RunPytest) -> None:
    stub = toy / PING / "ping.py"
    stub.write_text(stub.read_text() + "\n\n# my first try\n")
    assert "Next: ping" in run_pytest(toy, "exercises").stdout


def test_one_property_alone_is_no_pass_of_the_kata(solved: Path, run_pytest: RunPytest) -> None:
    assert "0 of 2 katas" in run_pytest(solved, "exercises", "-k", "starts_at_zero").stdout


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


def test_lines_fit_the_terminal(racy: Path, racy_run: Done, run_pytest: RunPytest) -> None:
    for width, done in ((80, racy_run), (60, run_pytest(racy, "exercises", COLUMNS="60"))):
        # A command to copy stays whole, and the name of the JUnit file is pytest's own line.
        whole = ("dojo replay", "generated xml file")
        lines = [li for li in done.stdout.splitlines() if not any(text in li for text in whole)]
        assert max(map(len, lines)) <= width


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


def test_a_judge_that_takes_too_long_is_no_verdict(racy: Path, run_pytest: RunPytest) -> None:
    hidden = racy / "solutions/1_first/01_tally/test_hidden.py"
    slow = "def test_starts_at_zero():\n    import time\n    time.sleep(60)\n"
    hidden.write_text(hidden.read_text() + "\n\n" + slow)
    done = run_pytest(racy, "exercises", "-k", "starts_at_zero", "--timeout", "3")
    assert "starts_at_zero could not be judged: it took more than 3 s" in done.stdout
    assert "wrong" not in done.stdout
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


def test_many_untouched_katas_are_counted(toy: Path, run_pytest: RunPytest) -> None:
    first = toy / "exercises/1_first/01_tally"
    for number in range(2, 12):
        folder = shutil.copytree(first, first.parent / f"{number:02}_tally_{number}")
        for path in folder.iterdir():
            path.rename(path.with_name(path.name.replace("tally.py", f"tally_{number}.py")))
    lines = run_pytest(toy, "exercises").stdout.splitlines()
    assert [line[:4] for line in lines[:10]] == ["TODO"] * 9 + [""]
    assert lines[8] == "TODO 4 more katas; `dojo list` shows them all"
    lines = run_pytest(toy, "exercises", "-v").stdout.splitlines()
    assert len([line for line in lines if "TODO" in line]) == 12
