"""The plugin outside a course: nothing, except that failed explorations tell their story."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

RunPytest = Callable[..., "subprocess.CompletedProcess[str]"]

# A test that fails in each of the ways in which an exploration can be compared.
CHECKS = [
    "assert explore(deposits).values == {2}",
    "assert explore(deposits).values <= {2, 3}",
    "assert explore(deposits).values.all(lambda value: value == 2)",
    "values = explore(deposits).values; assert values == {2, 4}",
]

RACE = """\
import threading

from grader import explore


class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self):
        self.balance += 1


def deposits():
    account = Account()
    threads = [threading.Thread(target=account.deposit) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return account.balance
"""
DEADLOCK = """\
import threading

from grader import explore


def stuck():
    left, right = threading.Lock(), threading.Lock()

    def work(first, second):
        with first:
            with second:
                return 1

    threads = [
        threading.Thread(target=work, args=pair) for pair in ((left, right), (right, left))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return "done"
"""


def test_a_project_without_a_course_sees_nothing(tmp_path: Path, run_pytest: RunPytest) -> None:
    (tmp_path / "test_it.py").write_text(
        "import sys\n"
        "def test_it():\n"
        "    loaded = {name for name in sys.modules if name.startswith('grader')}\n"
        "    assert loaded <= {'grader', 'grader.pytest_plugin'}\n"
        "    assert not {'greenlet', 'rich'} & set(sys.modules)\n"
    )
    done = run_pytest(tmp_path)
    assert done.returncode == 0, done.stdout
    assert "test session starts" in done.stdout
    assert run_pytest(tmp_path, "--fresh", "3").returncode == 4


def test_a_folder_called_exercises_is_not_yet_a_course(
    tmp_path: Path, run_pytest: RunPytest
) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "test_it.py").write_text("def test_it():\n    assert 1 == 2\n")
    assert "test session starts" in run_pytest(tmp_path, "exercises").stdout


def test_a_failed_comparison_shows_the_interleaving(tmp_path: Path, run_pytest: RunPytest) -> None:
    tests = [f"def test_{number}():\n    {check}\n" for number, check in enumerate(CHECKS)]
    (tmp_path / "test_account.py").write_text("\n\n".join([RACE, *tests]))
    done = run_pytest(tmp_path)
    assert done.returncode == 1
    assert [check for check in CHECKS if check not in done.stdout] == []
    assert done.stdout.count("how it comes about") == len(CHECKS)
    assert done.stdout.count("✗ writes self.balance = 1") == len(CHECKS)
    assert "wrong: returned 1" in done.stdout
    assert "never seen: 4" in done.stdout
    assert "grader/" not in done.stdout


def test_a_deadlock_shows_who_waits_for_whom(tmp_path: Path, run_pytest: RunPytest) -> None:
    check = "assert explore(stuck).values == {'done'}"
    (tmp_path / "test_stuck.py").write_text(f"{DEADLOCK}\n\ndef test_stuck():\n    {check}\n")
    done = run_pytest(tmp_path)
    assert "CounterexampleError: deadlock" in done.stdout
    assert "how it comes about" in done.stdout
    assert "waits for" in done.stdout
    assert "grader/" not in done.stdout


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        ("explore(deposits, switching='often')", "switching is one of anywhere, gil, not 'often'"),
        ("explore(deposits, object())", "arguments are plain data"),
        ("explore(lambda: 1)", "define it at the top level of a file"),
    ],
)
def test_what_cannot_be_explored_is_said_at_the_users_line(
    tmp_path: Path, run_pytest: RunPytest, check: str, sentence: str
) -> None:
    (tmp_path / "test_account.py").write_text(f"{RACE}\n\ndef test_it():\n    {check}\n")
    done = run_pytest(tmp_path)
    assert done.returncode == 1
    assert f">       {check}" in done.stdout
    assert sentence in done.stdout
    assert "grader/" not in done.stdout
    assert "defect" not in done.stdout


BREAKS = {
    "judge": "import grader.judge.own_code as it; it.read_exploration = None",
    "story": "import grader.pytest_plugin.counterexample as it; it.timeline_text = None",
    "worker": """\
import grader.judge.worker as it

ask = it.Worker.ask
it.Worker.ask = lambda self, request, deadline: ask(self, {**request, "operation": 1}, deadline)
""",
}


@pytest.mark.parametrize("place", BREAKS)
def test_a_defect_of_ours_shows_no_frame_of_ours(
    tmp_path: Path, run_pytest: RunPytest, place: str
) -> None:
    check = "assert explore(deposits).values == {2}"
    (tmp_path / "conftest.py").write_text(BREAKS[place] + "\n")
    (tmp_path / "test_account.py").write_text(f"{RACE}\n\ndef test_it():\n    {check}\n")
    done = run_pytest(tmp_path)
    assert done.returncode == 1
    assert check in done.stdout
    assert "this is a defect of gil-dojo, not of your code (" in done.stdout
    assert "grader/" not in done.stdout
    assert "INTERNALERROR" not in done.stdout
    assert "grader/" in run_pytest(tmp_path, DOJO_TRACEBACK="1").stdout


def test_of_several_explorations_the_one_that_was_compared_is_shown(
    tmp_path: Path, run_pytest: RunPytest
) -> None:
    more = """
def withdrawals():
    return -1


def test_it():
    before = explore(deposits).values
    after = explore(withdrawals).values
    assert after == {-1}
    assert before == {2}
"""
    (tmp_path / "test_account.py").write_text(f"{RACE}\n{more}")
    done = run_pytest(tmp_path)
    assert "wrong: returned 1" in done.stdout
    assert "✗ writes self.balance = 1" in done.stdout


def test_the_story_survives_xdist(tmp_path: Path, run_pytest: RunPytest) -> None:
    pytest.importorskip("xdist")
    check = "assert explore(deposits).values == {2}"
    (tmp_path / "test_account.py").write_text(f"{RACE}\n\ndef test_deposits():\n    {check}\n")
    assert "✗ writes self.balance = 1" in run_pytest(tmp_path, "-n", "1").stdout


def test_other_failures_stay_as_they_are(tmp_path: Path, run_pytest: RunPytest) -> None:
    check = "assert explore(deposits).exhaustive is None"
    (tmp_path / "test_account.py").write_text(f"{RACE}\n\ndef test_deposits():\n    {check}\n")
    done = run_pytest(tmp_path)
    assert "how it comes about" not in done.stdout
    assert done.returncode == 1
