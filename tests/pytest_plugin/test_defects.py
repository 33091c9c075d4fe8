"""A mistake of ours: one sentence and an exit code of its own, never our traceback."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
RunPytest = Callable[..., Done]

SENTENCE = "this is a defect of gil-dojo, not of your code (TypeError: 'NoneType' object"
ADVICE = "run it again with DOJO_TRACEBACK=1 and report what that shows"

# What breaks, by the place where it is noticed.
BREAKS = {
    "judging": "import grader.judge.grading as it; it.read_submission = None",
    "collecting": "import grader.course.at_hand as it; it._test_lines = None",
    "tallying": "from grader.pytest_plugin.tally import Tally; Tally.add = None",
    "recording": "from grader.course.progress import Progress; Progress.record = None",
    "printing": "import grader.pytest_plugin.reporter as it; it.progress_line = None",
}


@pytest.mark.parametrize(
    ("place", "others"),
    [(place, False) for place in BREAKS]
    + [(place, True) for place in BREAKS if place != "printing"],  # there pytest itself prints
)
def test_it_is_one_sentence_wherever_it_is_noticed(
    racy: Path, run_pytest: RunPytest, place: str, others: bool
) -> None:
    (racy / "conftest.py").write_text(BREAKS[place] + "\n")
    (racy / "test_mine.py").write_text("def test_mine():\n    pass\n")
    done = run_pytest(racy, "exercises/1_first", *["test_mine.py"] * others)
    text = done.stdout + done.stderr
    assert done.returncode == 3, text
    printed = " ".join(text.split())
    assert SENTENCE in printed
    assert ADVICE in printed
    assert re.findall(r"Traceback|INTERNALERROR|\.py:\d|File ", text) == []
    wanted = run_pytest(racy, "exercises/1_first", DOJO_TRACEBACK="1")
    assert "grader/" in wanted.stdout + wanted.stderr
    assert wanted.returncode == 3


def test_it_is_told_from_a_worker_of_xdist(racy: Path, run_pytest: RunPytest) -> None:
    pytest.importorskip("xdist")
    (racy / "conftest.py").write_text(BREAKS["judging"] + "\n")
    done = run_pytest(racy, "exercises/1_first", "-n", "1")
    assert done.returncode == 3
    assert SENTENCE in " ".join(done.stdout.split())
    assert "Traceback" not in done.stdout + done.stderr


def test_a_mistake_of_another_plugin_is_not_ours(racy: Path, run_pytest: RunPytest) -> None:
    (racy / "conftest.py").write_text("def pytest_runtest_makereport(item):\n    None.x\n")
    done = run_pytest(racy, "exercises/1_first")
    assert "INTERNALERROR" in done.stdout
    assert "gil-dojo" not in done.stdout + done.stderr
