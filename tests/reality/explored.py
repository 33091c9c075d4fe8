"""The programs: all that the engine says they can do, and what real threads do."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from grader.engine import Exploration, Outcome, decode, encode, explore_file
from grader.engine.encoding import safe_text
from tests.reality.known import TIMED

HERE = Path(__file__).parent
PROGRAMS = {path.stem: path for path in sorted((HERE / "programs").glob("*.py"))}
MODELS = ("anywhere", "gil")
MAX_EXECUTIONS = 100_000
RUNS_OF_A_PROCESS = 2500
MOST_HANGS = 3
CRASH = '["crash"]'
DEADLOCK = '["deadlock"]'


@dataclass(frozen=True)
class Explored:
    """What the engine finds under one switching model.

    Attributes:
        endings: as text, see `ending`.
        exhaustive: whether that is all.
        executions: how many it took.
    """

    endings: frozenset[str]
    exhaustive: bool
    executions: int


@dataclass
class Observed:
    """What one real Python did.

    Attributes:
        counts: how often each ending came.
        runs: how many runs there were.
        hangs: how many of them did not end. One alone is no deadlock: a machine may stand still.
        gil: whether that Python has the GIL.
    """

    counts: dict[str, int] = field(default_factory=dict)
    runs: int = 0
    hangs: int = 0
    gil: bool = True

    @property
    def model(self) -> str:
        """The switching model that has to hold for that Python."""
        return "gil" if self.gil else "anywhere"

    def add(self, endings: list[Any], runs: int) -> None:
        """Adds what one process saw: pairs of an ending and its count."""
        for parts, count in endings:
            text = as_text(parts)
            if text == DEADLOCK:
                self.hangs += count
            else:
                self.counts[text] = self.counts.get(text, 0) + count
        self.runs += runs
        if self.hangs > 1:
            self.counts[DEADLOCK] = self.hangs


def about(name: str) -> str:
    """The sentence that says what a program races on."""
    return ast.get_docstring(ast.parse(PROGRAMS[name].read_text("utf-8"))) or ""


def ending(outcome: Outcome) -> str:
    """How an execution ended, in the form that `observe.py` has for real runs."""
    if outcome.kind == "returned":
        parts = [outcome.kind, encode(outcome.value)]
    elif outcome.kind == "raised":
        parts = [outcome.kind, outcome.exception]
    else:
        parts = [outcome.kind]
    # "T1: ValueError: what it says"
    unhandled = sorted(text.split(": ")[1] for text in outcome.unhandled)
    return as_text([*parts, *unhandled])


def endings(exploration: Exploration) -> frozenset[str]:
    return frozenset(map(ending, exploration.outcomes))


def as_text(parts: list[Any]) -> str:
    return json.dumps(parts, separators=(",", ":"))


def shown(text: str) -> str:
    """An ending for people: "2", "raised KeyError", "deadlock", "[] and IndexError"."""
    kind, *rest = json.loads(text)
    if kind == "returned":
        said, *unhandled = safe_text(decode(rest[0])), *rest[1:]
    elif kind == "raised":
        said, *unhandled = f"raised {rest[0]}", *rest[1:]
    else:
        said, *unhandled = kind, *rest
    return " and ".join([said, *unhandled])


@cache
def explore(name: str, model: str) -> Explored:
    """Explores a program whole.

    Args:
        name: of the program.
        model: "anywhere" or "gil".
    """
    exploration = explore_file(
        PROGRAMS[name],
        "main",
        switching=model,
        timeouts="adversarial" if name in TIMED else "patient",
        strategy="dpor" if model == "anywhere" else "dfs",
        executions=MAX_EXECUTIONS,
    )
    return Explored(endings(exploration), exploration.exhaustive, exploration.executions)


def observe(name: str, runs: int, python: str = sys.executable) -> Observed:
    """Runs a program on real threads, in several processes, each of which ends when one hangs.

    Args:
        name: of the program.
        runs: how many.
        python: the command of the Python that runs it.
    """
    seen = Observed()
    while seen.runs < runs and seen.hangs < MOST_HANGS:
        share = min(runs - seen.runs, RUNS_OF_A_PROCESS)
        command = [python, str(HERE / "observe.py"), str(PROGRAMS[name]), "--runs", str(share)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode > 0:
            raise RuntimeError(f"{' '.join(command)} failed: {done.stderr}")
        if done.returncode:
            # A signal: the interpreter itself has crashed.
            seen.counts[CRASH] = 1
            break
        data = json.loads(done.stdout)
        seen.gil = data["gil"]
        seen.add(data["endings"], data["runs"])
    return seen
