"""A small course of one kata, written where the test wants it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from grader.judge.grading import grade
from grader.judge.task import Property, Task
from grader.judge.verdict import Grade

VISIBLE = """
    from grader import explore, repeat, scenario, together

    @scenario
    def increments(submission, per_thread):
        counter = submission.Counter()
        together(*[repeat(counter.increment, n) for n in per_thread])
        return counter.value

    def test_no_increment_is_lost():
        assert explore(increments, (1, 1)).values == {2}
"""

RACY = """
    class Counter:
        def __init__(self):
            self.value = 0

        def increment(self):
            self.value += 1
"""

LOCKED = """
    import threading

    class Counter:
        def __init__(self):
            self.value = 0
            self.lock = threading.Lock()

        def increment(self):
            with self.lock:
                self.value += 1
"""


@dataclass
class Desk:
    """Where a test writes suites and submissions, and has them graded."""

    folder: Path
    imports: frozenset[str] = frozenset({"threading", "queue", "time", "os"})

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    def task(
        self, visible: str = VISIBLE, hidden: str | None = None, cases: str | None = None
    ) -> Task:
        names = re.findall(r"def test_(\w+)", visible + (hidden or ""))
        return Task(
            name="counter",
            version=1,
            properties=tuple(Property(n, f"{n} holds", 10) for n in dict.fromkeys(names)),
            imports=self.imports,
            visible=self.write("test_counter.py", visible),
            hidden=self.write("hidden/test_hidden.py", hidden) if hidden else None,
            cases=self.write("hidden/cases.json", cases) if cases else None,
        )

    def grade(self, submission: str, task: Task | None = None, **options: object) -> Grade:
        path = self.write("counter.py", submission)
        return grade(task or self.task(), path, **options)  # type: ignore[arg-type]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def racy() -> str:
    return RACY


@pytest.fixture
def locked() -> str:
    return LOCKED
