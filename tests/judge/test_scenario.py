from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from grader.engine.errors import DojoError
from grader.judge.scenario import Scenario
from grader.judge.suite import Suite

HEAD = """\
from __future__ import annotations
import collections.abc
import threading as th
from concurrent import futures
from functools import partial, reduce
import pytest
from grader import explore, repeat, scenario, together
from grader import attempt as try_it

LIMIT = 3

def helper():
    return 1

"""


@pytest.fixture
def source(tmp_path: Path) -> Any:
    """Loads a suite with one scenario and returns what would go to the worker."""

    def load(text: str, head: str = HEAD) -> Any:
        path = tmp_path / "test_it.py"
        path.write_text(head + text)
        found = [thing for thing in Suite(path).namespace.values() if isinstance(thing, Scenario)]
        return found[-1].source

    return load


@pytest.mark.parametrize(
    ("body", "imports"),
    [
        ("return sorted(map(str, range(3)))", ()),
        ("return th.Lock()", ("import threading as th",)),
        ("return collections.abc.Sized", ("import collections.abc",)),
        ("f = futures\n    return partial(f)", None),
        ("import os.path\n    return os.path", ()),
        ("from queue import Queue\n    return Queue()", ()),
        ("return together(repeat(submission.f, 2))", ()),
        ("return [x for x in range(3) if x], {k: v for k, v in ()}", ()),
        ("g = lambda a, *b, c=1, **d: (a, b, c, d, submission)\n    return g(1)", ()),
        (
            "total = 0\n    def add():\n        nonlocal total\n        total += 1\n"
            "    add()\n    return total",
            (),
        ),
        (
            "class Own(Exception):\n        level = 1\n        twice = level * 2\n"
            "        def m(self): return __class__, super()\n    return Own",
            (),
        ),
        ("try:\n        pass\n    except ValueError as e:\n        return e", ()),
        ("def rec(n): return rec(n - 1)\n    return rec(1)", ()),
        ("if (y := 2): return y", ()),
        ("x: helper = 1\n    return x", None),
        ("match submission:\n        case [a, *b]: return a, b", ()),
        ("return s(submission)", ()),
        ("return __name__, NotImplemented, f'{submission!r}'", ()),
    ],
)
def test_closed_functions_are_accepted(source: Any, body: str, imports: Any) -> None:
    sent = source(f"@scenario\ndef s(submission):\n    {body}\n")
    assert sent.name == "s"
    if imports is not None:
        assert sent.imports == imports
    ast.parse(sent.text)


@pytest.mark.parametrize(
    ("text", "culprit", "line"),
    [
        ("@scenario\ndef s(submission):\n    return LIMIT\n", "LIMIT", 3),
        ("@scenario\ndef s(submission):\n    return helper()\n", "helper", 3),
        ("@scenario\ndef s(submission, n=LIMIT):\n    return n\n", "LIMIT", 2),
        ("@scenario\ndef s(submission):\n    return [LIMIT for _ in ()]\n", "LIMIT", 3),
        ("@scenario\ndef s(submission):\n    f = lambda:\\\n  LIMIT\n", "LIMIT", 4),
        (
            "@scenario\ndef s(submission):\n    def g():\n        class C:\n"
            "            x = LIMIT\n    return g\n",
            "LIMIT",
            5,
        ),
        ("@scenario\ndef s(submission):\n    global state\n    state = 1\n", "state", 4),
        ("@scenario\ndef s(submission):\n    import pytest\n", "pytest", 3),
        ("@scenario\ndef s(submission):\n    with pytest.raises(ValueError): pass\n", "pytest", 3),
        ("@scenario\ndef s(submission):\n    return explore(s)\n", "explore", 3),
        ("@scenario\ndef s(submission):\n    return try_it(submission.f)\n", "try_it", 3),
    ],
)
def test_what_comes_from_outside_is_named_with_its_line(
    source: Any, text: str, culprit: str, line: int
) -> None:
    with pytest.raises(DojoError) as caught:
        source(text)
    assert f"`{culprit}`" in caught.value.sentence
    assert caught.value.line == HEAD.count("\n") + line
    assert (caught.value.file or "").endswith("test_it.py")


def test_a_scenario_takes_its_place_in_the_file_along(source: Any) -> None:
    sent = source("\n\n@scenario\ndef s(submission):\n    return 1\n")
    assert (sent.file, sent.line) == ("test_it.py", HEAD.count("\n") + 4)
    assert sent.text == "def s(submission):\n    return 1\n"


def test_annotations_need_nothing(source: Any) -> None:
    sent = source("@scenario\ndef s(submission: Unknown, n: LIMIT = 1) -> helper:\n    return n\n")
    assert sent.imports == ("from __future__ import annotations",)


def test_a_scenario_inside_a_function_must_be_closed_too(tmp_path: Path) -> None:
    path = tmp_path / "test_it.py"
    path.write_text(
        "from grader import scenario\n\ndef make(n):\n    @scenario\n    def s(submission):\n"
        "        return n\n    return s\n\nmade = make(1)\n"
    )
    with pytest.raises(DojoError, match="`n`"):
        Suite(path)


def test_it_is_still_the_function() -> None:
    def double(n: int) -> int:
        "Doubles."
        return 2 * n

    marked = Scenario(double)
    assert (marked(2), marked.name, marked.__doc__) == (4, "double", "Doubles.")
