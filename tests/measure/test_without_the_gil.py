"""The real run without the GIL: it gives a note, whatever happens."""

import pytest

from grader.engine import ScenarioSource, Source
from grader.measure import FREE_THREADED, find_free_threaded, run_for_real

needs_one = pytest.mark.skipif(
    find_free_threaded() is None, reason="no free-threaded Python on the PATH"
)

SCENE = ScenarioSource("scene", "s.py", 1, "def scene(submission):\n    return submission.work()\n")


def note(text, expected):
    measurement = run_for_real(
        SCENE, Source("work", "work.py", text), interpreter=FREE_THREADED, expected=expected
    )
    (only,) = measurement.notes
    return only


def test_where_there_is_none_it_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")
    if find_free_threaded() is not None:
        pytest.skip("this very Python runs without the GIL")
    assert "install 3.14t for the real run" in note("def work():\n    return 1\n", 1)


@needs_one
def test_good_runs_are_counted():
    text = "import sys\ndef work():\n    return sys._is_gil_enabled()\n"
    assert note(text, False).endswith(": 3 runs, all right")


@needs_one
def test_the_first_bad_run_is_told():
    assert note("def work():\n    return [1]\n", (1,)).endswith(": returned [1] in run 1")


@needs_one
def test_an_error_is_told():
    assert note("def work():\n    1 / 0\n", 1).endswith(
        ": raised ZeroDivisionError: division by zero in run 1"
    )
