"""The trials of a property: each of its tests, in both suites, on each of its cases."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from unittest import SkipTest

from grader.engine.errors import DojoError
from grader.judge.explore import Session
from grader.judge.suite import Case, Suite, Test, draw_cases, read_cases
from grader.judge.task import Task

_UNPINNED = 10  # cases for a drawing test of the visible suite, which needs no pinned ones


class SkippedError(Exception):
    """A test skipped itself, for the reason given."""


@dataclass(frozen=True)
class Trial:
    """One test on one case.

    Attributes:
        address: its name within the task: "no_increment_is_lost:3".
        suite: where the test is from.
        hidden: whether that is the hidden suite.
    """

    address: str
    suite: Suite
    test: Test
    case: Case
    hidden: bool

    @property
    def case_text(self) -> str:
        return ", ".join(f"{name}={value!r}" for name, value in self.case.items())

    def run(self, session: Session) -> Exception | None:
        """Runs the test on a session's submission.

        Returns:
            None if it passes, else what it raised; `SkippedError` if it skipped itself. What
            says nothing about the submission, such as a worker that gave no answer, is
            returned as it is, whatever the test made of it.
        """
        failure = self._run(session)
        return session.fault or failure

    def _run(self, session: Session) -> Exception | None:
        try:
            with session.active():
                self.test.run(self.case)
        except SkipTest as error:
            return SkippedError(str(error))
        except Exception as error:
            return error
        except BaseException as error:
            pytest = sys.modules.get("_pytest.outcomes")
            if pytest and isinstance(error, pytest.Skipped):
                return SkippedError(str(error))
            if pytest and isinstance(error, pytest.Failed):
                return self._failed(error)
            raise
        return None

    def _failed(self, error: BaseException) -> Exception:
        """Returns what a `pytest.fail` means: the test's own word, or that its time was up."""
        frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
        if any(frame.f_globals.get("__name__") == "pytest_timeout" for frame in frames):
            return DojoError(f"{self.test.name} was ended by pytest-timeout: {error}")
        return AssertionError(str(error)).with_traceback(error.__traceback__)


class Trials:
    """The suites of a task, ready to be run.

    Raises:
        DojoError: a suite or its cases are broken.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._visible = Suite(task.visible)
        self._hidden = Suite(task.hidden) if task.hidden else None
        self._pinned = read_cases(task.cases) if task.cases else {}

    def of(self, name: str) -> list[Trial]:
        """Returns the trials of the property `name`: the visible suite first.

        Raises:
            DojoError: there are none, or a test lacks its cases.
        """
        found = [
            (suite, test, case, hidden)
            for suite, test, hidden in self._tests(name)
            for case in self._cases(test, hidden)
        ]
        return [Trial(f"{name}:{n}", *parts) for n, parts in enumerate(found, 1)]

    def drawn(self, name: str, count: int, seed: int) -> Iterator[list[Trial]]:
        """Yields, for each test of a property that draws its cases, trials on new ones."""
        for suite, test, hidden in self._tests(name):
            if test.draws:
                cases = draw_cases(test, count, seed)
                yield [Trial(f"{name}:fresh", suite, test, case, hidden) for case in cases]

    def _tests(self, name: str) -> list[tuple[Suite, Test, bool]]:
        suites = [(self._visible, False), (self._hidden, True)]
        found = [
            (suite, suite.tests[f"test_{name}"], hidden)
            for suite, hidden in suites
            if suite and f"test_{name}" in suite.tests
        ]
        if not found and self._task.hidden is None:
            raise DojoError(f"test_{name} is in the hidden suite, which isn't here")
        if not found:
            raise DojoError(f"no suite has a test_{name}; write it", self._visible.shown)
        return found

    def _cases(self, test: Test, hidden: bool) -> list[Case]:
        if not test.draws:
            if test.parameters:
                raise DojoError(
                    f"{test.name} takes arguments; draw them with @given, or take none", test.file
                )
            return [{}]
        pinned = self._pinned.get(test.name, [])
        if pinned and all(case.keys() == set(test.parameters) for case in pinned):
            return pinned
        if hidden:
            what = "pinned cases of other arguments" if pinned else "no pinned cases"
            raise DojoError(f"{test.name} has {what}; run `dojo course pin`", test.file)
        return draw_cases(test, _UNPINNED)
