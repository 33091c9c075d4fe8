"""Each pattern's small program: what is said of it, and how it is drawn.

The texts below `golden/` were read by a person before they were kept. Where one changes, read the
new one: does a learner see why?
"""

from __future__ import annotations

import importlib.util
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from grader import explore
from grader.engine.outcome import Outcome, Step, Timeline
from grader.patterns import pattern_of
from grader.report.look import open_console
from grader.report.terminal import print_pattern
from grader.report.timeline import render_timeline

HERE = Path(__file__).parent
PROGRAMS = sorted(path.stem for path in HERE.glob("programs/*.py"))


@cache
def wrong_outcome(name: str) -> tuple[Outcome, str]:
    """The wrong outcome of a program that is shown, and the pattern that its first line names."""
    path = HERE / "programs" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    outcomes = [
        outcome
        for outcome in explore(module.program).outcomes
        if not outcome.well or outcome.left_running or outcome.value not in module.RIGHT
    ]
    return min(outcomes, key=lambda o: (o.preemptions, o.steps, o.schedule)), module.__doc__ or ""


def story(outcome: Outcome, console: Console, plain: bool = False) -> None:
    pattern = pattern_of(outcome, outcome.timeline)
    if pattern:
        print_pattern(console, pattern)
        console.print()
    telling = pattern.steps if pattern else ()
    console.print(render_timeline(outcome.timeline, console.width, plain=plain, telling=telling))


def drawn(outcome: Outcome, width: int, *, plain: bool = False, colour: bool = False) -> str:
    with StringIO() as file:
        story(outcome, open_console(file, width, plain=plain, colour=colour or None), plain)
        return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_pattern_is_named(name: str) -> None:
    outcome, expected = wrong_outcome(name)
    pattern = pattern_of(outcome, outcome.timeline)
    assert (pattern.name if pattern else "") == expected


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_is_told_and_drawn_as_approved(name: str) -> None:
    outcome, _ = wrong_outcome(name)
    parts = {f"{width} columns": drawn(outcome, width) for width in (60, 80, 120)}
    parts["plain"] = drawn(outcome, 80, plain=True)
    parts["colour"] = drawn(outcome, 80, colour=True).replace("\x1b", "\\e")
    text = "\n".join(f"=== {how} ===\n{told}" for how, told in parts.items())
    approved = HERE / "golden" / f"{name}.txt"
    if not approved.exists():
        approved.write_text(text, encoding="utf-8")
        pytest.fail(f"{approved.name} did not exist; look at what was written, and keep it")
    assert text == approved.read_text(encoding="utf-8")


def test_a_long_execution_takes_no_long_search() -> None:
    steps = [
        Step(
            str(1 + n % 2),
            "T",
            "p.py",
            1,
            "f",
            "x += 1",
            action,
            "x",
            "1",
            object=1,
            place=1 + n % 7,
        )
        for n in range(4000)
        for action in ("read", "write")
    ]
    timeline = Timeline([("1", "T1"), ("2", "T2")], steps, "")
    for kind in ("returned", "raised", "deadlock"):
        assert pattern_of(Outcome(kind), timeline) is None
