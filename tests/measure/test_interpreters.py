"""Which Pythons there are, told by asking them."""

import os
import sys

import pytest

from grader.measure import find_free_threaded, find_interpreters
from grader.measure.interpreters import Interpreter

FREE_THREADED = find_free_threaded()
ANSWER = "#!/bin/sh\necho '[[3, {minor}, 1], \"{name}\", {built}, {enabled}]'\n"


def plant(folder, command, minor, *, name="cpython", built="true", enabled="false", answer=ANSWER):
    folder.mkdir(exist_ok=True)
    path = folder / command
    path.write_text(answer.format(minor=minor, name=name, built=built, enabled=enabled))
    path.chmod(0o755)
    return str(path)


def test_the_python_that_runs_is_found_even_if_it_is_not_on_the_path():
    (only,) = find_interpreters("")
    assert only.path == sys.executable
    assert only.version == sys.version_info[:3]


def test_the_newest_free_threaded_one_is_taken(tmp_path):
    plant(tmp_path, "python3.13t", 13)
    newest = plant(tmp_path, "python3.14t", 14)
    plant(tmp_path, "python3.16", 16, built="false", enabled="true")
    assert find_free_threaded(str(tmp_path)) == Interpreter(
        newest, (3, 14, 1), "cpython", True, False
    )


def test_a_free_threaded_build_that_turns_the_gil_on_is_not_taken(tmp_path):
    plant(tmp_path, "python3.14t", 14, enabled="true")
    found = find_free_threaded(str(tmp_path))
    assert found is None or found.path == sys.executable


def test_a_free_threaded_one_needs_no_t_in_its_name(tmp_path):
    path = plant(tmp_path, "python3.14", 14)
    found = find_free_threaded(str(tmp_path))
    assert found is not None
    assert found.path in (path, sys.executable)


def test_what_does_not_answer_is_left_out(tmp_path):
    plant(tmp_path, "python3.13t", 13, answer="#!/bin/sh\nexit 1\n")
    plant(tmp_path, "python3.14t", 14, answer="#!/bin/sh\necho nonsense\n")
    (tmp_path / "python3.15t").write_text("not executable")
    assert [found.path for found in find_interpreters(str(tmp_path))] == [sys.executable]


def test_two_names_of_one_python_are_one(tmp_path):
    os.symlink(plant(tmp_path / "a", "python3.14t", 14), tmp_path / "python3.14t")
    path = f"{tmp_path}{os.pathsep}{tmp_path / 'a'}"
    planted = [f for f in find_interpreters(path) if f.path.startswith(str(tmp_path))]
    assert len(planted) == 1


@pytest.mark.skipif(FREE_THREADED is None, reason="no free-threaded Python on the PATH")
def test_a_real_free_threaded_python_says_so():
    assert FREE_THREADED is not None
    assert FREE_THREADED.free_threaded
    assert str(FREE_THREADED).endswith(" free-threaded")
