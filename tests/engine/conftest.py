"""Programs for the engine: written to a file, explored, and every outcome replayed."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from grader.engine import Exploration, Outcome, canonical, explore_file, replay_file

HEAD = """\
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
from grader.engine.vocabulary import attempt, repeat, together
"""


class Lab:
    """A folder of programs.

    Args:
        folder: where they are written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "program.py"

    def write(self, text: str, name: str = "program.py") -> Path:
        """Writes a program, dedented, and returns its path."""
        path = self.folder / name
        path.write_text(dedent(text).lstrip("\n"), "utf-8")
        return path

    @staticmethod
    def joined(*texts: str) -> str:
        """Several pieces of a program, each dedented for itself."""
        return "".join(dedent(text) for text in texts)

    def explore(self, text: str, function: str = "main", **options: Any) -> Exploration:
        """Explores a program, its imports put before it, and replays each outcome found."""
        return self.explore_path(self.write(HEAD + dedent(text).lstrip("\n")), function, **options)

    def endings(self, text: str, **options: Any) -> list[Any]:
        """What the program does: values, exceptions' names and kinds, sorted by their text."""
        return sorted(map(ending, self.explore(text, **options).outcomes), key=repr)

    def only(self, text: str, **options: Any) -> Any:
        """The value that the program returns in each and every execution."""
        (value,) = self.explore(text, **options).values
        return value

    def as_python(self, text: str, **options: Any) -> Any:
        """The value that the program returns, after making sure that real threads return it."""
        value = self.only(text, **options)
        namespace: dict[str, Any] = {}
        exec(compile(self.path.read_text("utf-8"), str(self.path), "exec"), namespace)
        assert canonical(namespace["main"]()) == canonical(value)
        return value

    def explore_path(self, path: Path, function: str = "main", **options: Any) -> Exploration:
        exploration = explore_file(path, function, **options)
        for outcome in exploration.outcomes:
            replayed = replay_file(path, function, outcome.schedule)
            assert facts(replayed) == facts(outcome)
            assert replayed.timeline.to_data() == outcome.timeline.to_data()
        return exploration

    def replay(self, schedule: str, function: str = "main") -> Outcome:
        return replay_file(self.path, function, schedule)


def ending(outcome: Outcome) -> Any:
    """How an execution ended, in one value."""
    if outcome.kind == "returned":
        return outcome.value
    return outcome.exception if outcome.kind == "raised" else outcome.kind


def facts(outcome: Outcome) -> dict[str, Any]:
    """All that two runs of one schedule must agree on."""
    return {
        "kind": outcome.kind,
        "value": canonical(outcome.value),
        "exception": outcome.exception,
        "message": outcome.message,
        "schedule": outcome.schedule,
        "preemptions": outcome.preemptions,
        "steps": outcome.steps,
        "unhandled": outcome.unhandled,
        "left_running": outcome.left_running,
    }


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    return Lab(tmp_path)
