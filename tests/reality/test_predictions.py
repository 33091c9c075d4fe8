"""The answers to the kata predict_the_switch hold on the Python that runs this.

CPython hands the GIL over where it also runs the handlers of signals that have come. So each
letter is written by a descriptor that makes a signal come, in C, without a call that Python would
see; where the handler then runs is where it looked first. No clock and no luck is involved.
"""

from __future__ import annotations

import ast
import ctypes
import signal
import sys
import sysconfig
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from grader.engine.vocabulary import together

KATA = "3_understanding_the_gil/02_predict_the_switch"
ROOT = Path(__file__).parents[2]
SUITE = ROOT / "exercises" / KATA / "test_predict_the_switch.py"
ANSWERS = ROOT / "solutions" / KATA / "predict_the_switch.py"
WARM = 60
RUNS = 200

pytestmark = [
    pytest.mark.skipif(sys.implementation.name != "cpython", reason="it is about CPython's GIL"),
    pytest.mark.skipif(bool(sysconfig.get_config_var("Py_GIL_DISABLED")), reason="there is none"),
]


def answers() -> dict[str, Any]:
    found: dict[str, Any] = {}
    exec(ANSWERS.read_text("utf-8"), found)
    return found


def scenario_named(name: str) -> ast.FunctionDef:
    tree = ast.parse(SUITE.read_text("utf-8"))
    return next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == name)


def parts_of(name: str) -> tuple[dict[str, Any], dict[int, str]]:
    """What a scenario defines, and which letter each line of its `work` writes."""
    parts = [n for n in scenario_named(name).body if isinstance(n, (ast.ClassDef, ast.FunctionDef))]
    namespace: dict[str, Any] = {"threading": threading, "time": time}
    exec(compile(ast.Module(parts, []), str(SUITE), "exec"), namespace)
    work = next(n for n in parts if n.name == "work")
    letters = {
        node.lineno: node.value.value
        for node in work.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and ast.unparse(node.targets[0]) == "desk.at"
    }
    return namespace, letters


@pytest.fixture
def interrupting() -> Iterator[Callable[[Callable[[FrameType], None]], None]]:
    before = signal.getsignal(signal.SIGINT)

    def by(note: Callable[[FrameType], None]) -> None:
        signal.signal(signal.SIGINT, lambda number, frame: note(frame) if frame else None)

    yield by
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("name", ["plain", "calls", "loops", "unseen"])
def test_python_looks_at_just_the_letters_of_the_answers(name: str, interrupting: Any) -> None:
    namespace, letters = parts_of(name)
    interrupt = ctypes.PyDLL(None).PyErr_SetInterrupt
    interrupt.argtypes, interrupt.restype = [ctypes.py_object, ctypes.py_object], None
    namespace["Desk"].at = type("At", (), {"__set__": interrupt})()
    seen: set[str] = set()

    def note(frame: FrameType | None) -> None:
        while frame is not None and frame.f_code.co_name != "work":
            frame = frame.f_back
        if frame is not None:
            written = [line for line in letters if line <= frame.f_lineno]
            seen.add(letters[max(written)] if written else "start")

    interrupting(note)
    for _ in range(WARM):
        seen.clear()
        namespace["desk"] = namespace["Desk"]()
        namespace["work"]()
        assert seen - {"start", "end"} == set(answers()["LETTERS"][name])


@pytest.mark.parametrize("number", [1, 4, 6])
def test_a_line_that_can_lose_nothing_loses_nothing(number: int) -> None:
    function = scenario_named("line")
    function.decorator_list.clear()
    namespace: dict[str, Any] = {"together": together}
    exec(compile(ast.Module([function], []), str(SUITE), "exec"), namespace)
    assert answers()["LOSES"][number] is False
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        assert {namespace["line"](None, number) for _ in range(RUNS)} == {5}
    finally:
        sys.setswitchinterval(interval)
