"""CPython's own tests hold on the simulated threads, but for those listed with a reason."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NO_TESTS = 2


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process of its own: the tests leave traces in one."""
    command = [sys.executable, "-m", "tests.fidelity", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.fixture(scope="module")
def here() -> None:
    try:
        import test.lock_tests  # noqa: F401
    except ImportError:
        pytest.skip("this Python was installed without CPython's own tests")


@pytest.mark.usefixtures("here")
def test_every_test_holds_or_is_listed(tmp_path) -> None:
    file = tmp_path / "results.json"

    finished = run("--json", str(file))

    assert finished.returncode == 0, finished.stdout + finished.stderr
    results = json.loads(file.read_text("utf-8"))
    everything = results["classes"]["all"]
    assert everything["wrong"] == 0
    assert everything["by_default"] + everything["held_back"] == everything["tests"] > 300
    assert everything["under_all"] > 250
    names = {test["name"] for test in results["tests"]}
    assert "test_threading.LockTests.test_acquire_contended" in names
    assert "test_queue.PySimpleQueueTest.test_order" in names


@pytest.mark.usefixtures("here")
def test_what_is_not_listed_or_listed_in_vain_is_an_error(tmp_path) -> None:
    """With two tests of a module in place of its own, one fails and its listed ones are gone."""
    folder = tmp_path / "test"
    folder.mkdir()
    (folder / "lock_tests.py").touch()
    (folder / "test_sched.py").touch()
    (folder / "test_threading_local.py").write_text(
        "import threading, unittest\n"
        "class LocalTest(unittest.TestCase):\n"
        "    def test_right(self):\n"
        "        self.assertFalse(hasattr(threading.local(), 'x'))\n"
        "    def test_wrong(self):\n"
        "        self.assertTrue(hasattr(threading.local(), 'x'))\n",
        "utf-8",
    )
    program = (
        "from tests.fidelity import package\n"
        "init = package.TestPackage.__init__\n"
        "def first(self, extra=None):\n"
        "    init(self, extra)\n"
        "    self.folders.reverse()\n"
        "package.TestPackage.__init__ = first\n"
        "from tests.fidelity import __main__"
    )
    arguments = ["--tests", str(folder), "test_threading_local"]
    finished = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )

    told = " ".join(finished.stdout.split())
    assert finished.returncode == 1, finished.stderr
    assert "test_threading_local.LocalTest.test_wrong fails by default: AssertionError" in told
    assert "test_threading_local_clear_race in tests/fidelity/skips.py explains no failure" in told
    assert "test_right" not in told


def test_no_tests_where_told_is_one_sentence(tmp_path) -> None:
    program = (
        "from importlib import util; util.find_spec = lambda name: None\n"
        "from tests.fidelity import __main__"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program, "--tests", str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert finished.returncode == NO_TESTS
    (sentence,) = [line for line in finished.stderr.splitlines() if line.startswith("Error: ")]
    assert f"there are no tests in {tmp_path}" in sentence
    assert "--tests FOLDER" in sentence


def test_tests_of_another_python_are_not_taken(tmp_path) -> None:
    folder = tmp_path / "python3.9" / "test"
    finished = run("--tests", str(folder))
    assert finished.returncode == NO_TESTS
    assert "is of Python 3.9, but this is" in finished.stderr
