from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.engine.errors import DojoError
from grader.judge.suite import Suite, draw_cases, read_cases, write_cases

GIVEN = """
from hypothesis import example, given, settings, strategies as st

@given(numbers=st.lists(st.integers(0, 3), min_size=2, max_size=3))
def test_drawn(numbers):
    assert sum(numbers) < 3

@example(numbers=[9, 9, 9, 9, 9])
@example(numbers=[8])
@given(numbers=st.lists(st.integers(0, 3)))
def test_with_examples(numbers):
    pass

@given(st.booleans())
def test_few(flag):
    pass

@settings(max_examples=1)
@given(n=st.integers(), text=st.text(max_size=3))
def test_with_settings_of_its_own(n, text):
    pass

@given(f=st.functions())
def test_not_plain(f):
    pass

@given(st.data())
def test_interactive(data):
    data.draw(st.integers())

@given(n=st.integers().filter(lambda n: False))
def test_impossible(n):
    pass

def test_plain():
    pass
"""


@pytest.fixture
def suite(tmp_path: Path) -> Suite:
    path = tmp_path / "test_it.py"
    path.write_text(GIVEN)
    return Suite(path)


def test_suites_of_the_same_name_dont_meet_and_leave_nothing_behind(tmp_path: Path) -> None:
    for folder, value in (("a", 1), ("b", 2)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "test_it.py").write_text(
            "from __future__ import annotations\nfrom dataclasses import dataclass\n"
            f"@dataclass\nclass Point:\n    x: int = {value}\n"
            f"def test_one():\n    assert Point().x == {value}\n"
        )
    before = set(sys.modules)
    suites = [Suite(tmp_path / folder / "test_it.py") for folder in ("a", "b")]
    for suite in suites:
        suite.tests["test_one"].run({})
    assert {name for name in set(sys.modules) - before if "test_it" in name} == set()
    assert list(tmp_path.rglob("*.pyc")) == []


def test_only_its_own_tests_are_tests(suite: Suite) -> None:
    assert len(suite.tests) == 8
    assert suite.tests["test_drawn"].draws
    assert not suite.tests["test_plain"].draws
    assert suite.tests["test_with_settings_of_its_own"].parameters == ("n", "text")


def test_a_drawn_test_runs_once_on_the_case_it_gets(suite: Suite) -> None:
    test = suite.tests["test_drawn"]
    test.run({"numbers": [0, 0]})
    with pytest.raises(AssertionError):
        test.run({"numbers": [3, 3]})


def test_cases_are_different_smallest_first_and_hold_the_simplest(suite: Suite) -> None:
    cases = draw_cases(suite.tests["test_drawn"], 12)
    assert cases[0] == {"numbers": [0, 0]}
    assert len({json.dumps(case) for case in cases}) == 12
    assert [len(case["numbers"]) for case in cases] == sorted(len(c["numbers"]) for c in cases)


def test_cases_depend_on_the_seed_alone(suite: Suite, tmp_path: Path) -> None:
    test = suite.tests["test_with_settings_of_its_own"]
    first = draw_cases(test, 8, seed=1)
    assert draw_cases(Suite(suite.path).tests[test.name], 8, seed=1) == first
    assert draw_cases(test, 8, seed=2) != first
    assert not (tmp_path / ".hypothesis").exists()


DRAWS_IN_A_FRESH_PROCESS = """
import sys
from pathlib import Path
from hypothesis import configuration
from grader.judge.suite import Suite, draw_cases

chosen = sys.argv[2] and Path(sys.argv[2])
configuration.set_hypothesis_home_dir(chosen or None)
suite = Suite(Path(sys.argv[1]))
for name in ("test_drawn", "test_with_settings_of_its_own"):
    print(len(draw_cases(suite.tests[name], 5)))
home = configuration.storage_directory("examples")
print(getattr(home, "path", home))
"""


@pytest.mark.parametrize("chosen", ["", "a_users_choice"])
def test_hypothesis_leaves_no_files_and_keeps_the_home_that_a_user_chose(
    suite: Suite, tmp_path: Path, chosen: str
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    command = [sys.executable, "-c", DRAWS_IN_A_FRESH_PROCESS, str(suite.path), chosen]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=True)
    first, second, home = done.stdout.splitlines()
    assert (first, second) == ("5", "5")
    assert (chosen or ".hypothesis") in home
    assert list(work.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"work", "test_it.py"}


def test_examples_are_cases_and_push_nothing_out(suite: Suite) -> None:
    cases = draw_cases(suite.tests["test_with_examples"], 2)
    assert cases == [{"numbers": []}, {"numbers": [8]}, {"numbers": [9, 9, 9, 9, 9]}]


def test_there_may_be_fewer_cases_than_wanted(suite: Suite) -> None:
    assert draw_cases(suite.tests["test_few"], 10) == [{"flag": True}, {"flag": False}]


@pytest.mark.parametrize("name", ["test_not_plain", "test_interactive", "test_impossible"])
def test_what_cant_be_pinned_is_said(suite: Suite, name: str) -> None:
    with pytest.raises(DojoError, match=name):
        draw_cases(suite.tests[name], 3)


def test_cases_come_back_from_the_file_as_they_were(tmp_path: Path) -> None:
    cases: dict[str, list[dict[str, Any]]] = {
        "test_a": [{"x": (1, [True, None], {2: "é"}, {3})}, {"x": 1.5}],
        "test_b": [],
    }
    path = tmp_path / "cases.json"
    path.write_text(write_cases(cases), encoding="utf-8")
    assert read_cases(path) == cases
    assert type(read_cases(path)["test_a"][0]["x"]) is tuple
    assert write_cases(read_cases(path)) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": [1]}', '{"a": [{"x": ["?"]}]}'])
def test_a_broken_file_of_cases_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "cases.json"
    path.write_text(text)
    with pytest.raises(DojoError, match="dojo course pin"):
        read_cases(path)


@pytest.mark.parametrize(
    ("text", "sentence", "line"),
    [
        ("def test_x(:\n", "no Python", 1),
        ("x = 1\nraise KeyError('k')\n", "KeyError", 2),
        ("import nothing_like_it\n", "nothing_like_it", 1),
    ],
)
def test_a_broken_suite_is_said_with_its_line(
    tmp_path: Path, text: str, sentence: str, line: int
) -> None:
    path = tmp_path / "test_it.py"
    path.write_text(text)
    with pytest.raises(DojoError, match=sentence) as caught:
        Suite(path)
    assert (caught.value.file, caught.value.line) == (str(path), line)
    with pytest.raises(DojoError, match="can't be read"):
        Suite(tmp_path / "none.py")
