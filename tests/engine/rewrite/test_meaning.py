"""Every function of `programs/` returns rewritten what it returns plainly.

A program is a function without parameters that returns plain data. Files in
`programs/python3NN/` need that Python.
"""

from __future__ import annotations

import linecache
import re
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from grader.engine import canonical, decode, encode, file_program
from grader.engine.program import Result, Runner
from grader.engine.strategy import DepthFirst

PROGRAMS = Path(__file__).parent / "programs"
MAX_STEPS = 1_000_000


def _functions(path: Path) -> list[str]:
    return re.findall(r"^def (\w+)\(\):", path.read_text("utf-8"), re.MULTILINE)


def _programs() -> list[object]:
    found = []
    for path in sorted(PROGRAMS.rglob("*.py")):
        version = re.fullmatch(r"python3(\d+)", path.parent.name)
        needed = int(version[1]) if version else 0
        reason = f"the syntax or the module needs Python 3.{needed}"
        mark = pytest.mark.skipif(sys.version_info < (3, needed), reason=reason)
        for name in _functions(path):
            found.append(pytest.param(path, name, marks=mark, id=f"{path.stem}-{name}"))
    return found


def run_plainly(path: Path, function: str) -> object:
    """Runs the function of a module that Python itself compiled."""
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    saved = sys.modules.get(path.stem)
    sys.modules[path.stem] = module
    try:
        code = compile(path.read_text("utf-8"), str(path), "exec", dont_inherit=True)
        exec(code, vars(module))
        return decode(encode(vars(module)[function]()))
    finally:
        del sys.modules[path.stem]
        if saved is not None:
            sys.modules[path.stem] = saved


@cache
def _runner(path: Path, switching: str) -> Runner:
    return Runner(file_program(path, _functions(path)[0]), switching, "patient", MAX_STEPS)


def run_rewritten(path: Path, function: str, build: str) -> tuple[Result, int]:
    """Runs the function once in the engine; tells how many points were passed."""
    runner = _runner(path, "gil" if build == "gil" else "anywhere")
    runner.program = replace(runner.program, entry=(path.stem, function))
    once = DepthFirst(None)
    once.begin()
    result = runner.record(once)[0] if build == "recorded" else runner.run(once)
    return result, runner.scheduler.steps


@pytest.fixture(autouse=True)
def _recursion_limit():
    before = sys.getrecursionlimit()
    yield
    sys.setrecursionlimit(before)
    linecache.clearcache()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("build", ["anywhere", "gil", "recorded"])
@pytest.mark.parametrize(("path", "function"), _programs())
def test_a_rewritten_program_returns_what_it_returns_plainly(path, function, build):
    expected = run_plainly(path, function)

    result, points = run_rewritten(path, function, build)

    assert (result.kind, result.exception, result.message) == ("returned", None, "")
    assert canonical(result.value) == canonical(expected)
    assert points > 0
