"""All that fails, told without reserve: for whoever teaches, never for learners.

A grade stops at the first failure of a property and keeps hidden suites to itself. Here every test
is tried on every case, and what it expects is said.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.engine.encoding import as_json
from grader.engine.errors import DojoError
from grader.engine.outcome import Exploration, Outcome
from grader.judge.allowance import Allowance
from grader.judge.diagnosis import diagnose
from grader.judge.explore import Session
from grader.judge.gate.reading import RejectedError, read_submission
from grader.judge.suite import Suite, Test
from grader.judge.task import Task
from grader.judge.trials import SkippedError, Trial, Trials
from grader.judge.worker import Worker, WorkerSpentError


@dataclass(frozen=True)
class Failure:
    """One test that failed on one case.

    Attributes:
        property: the name of the property.
        trial: the test and its case.
        verdict: what this failure alone would make of the property.
        cause: for a fail.
        message: one plain sentence, with what was expected.
        seen: what was looked at.
        expected: the values that the test allowed in its last comparison; empty where it did
            not compare with values.
        wrong: the outcomes that it did not want.
        source: the test and the scenario, with the numbers of their lines.
    """

    property: str
    trial: Trial
    verdict: str
    cause: str | None
    message: str
    seen: str
    expected: tuple[Any, ...]
    wrong: tuple[Outcome, ...]
    source: tuple[tuple[int, str], ...]

    def to_json(self) -> dict[str, Any]:
        """Returns one entry of `failures` in what `dojo check --full --json` prints."""
        trial = self.trial
        return {
            "property": self.property,
            "address": trial.address,
            "test": trial.test.name,
            "file": trial.suite.shown,
            "hidden": trial.hidden,
            "case": {name: as_json(value) for name, value in trial.case.items()},
            "verdict": self.verdict,
            "cause": self.cause,
            "message": self.message,
            "seen": self.seen,
            "expected": [as_json(value) for value in self.expected],
            "wrong": [
                {
                    "outcome": outcome.describe(),
                    "value": as_json(outcome.value),
                    "preemptions": outcome.preemptions,
                    "schedule": outcome.schedule,
                }
                for outcome in self.wrong
            ],
            "source": [list(line) for line in self.source],
        }


def failures(
    task: Task, path: Path, *, seed: int = 0, allowance: Allowance | None = None
) -> Iterator[Failure]:
    """Yields every failure of a submission that can be run, in the order of grading.

    Args:
        task: what is asked; with its hidden suite.
        path: the submission.
        seed: for what is sampled.
        allowance: what all of it may take; once that is spent, no more is tried.

    Raises:
        DojoError: a suite is broken.
    """
    try:
        submission = read_submission(path, task.name, task.imports)
    except RejectedError:
        return
    trials = Trials(task)
    with Worker(allowance=allowance or Allowance()) as worker:
        for promised in task.properties:
            test = None
            for trial in trials.of(promised.name):
                if trial.test is not test:
                    test = trial.test
                    worker.kill()
                session = Session(submission, worker, seed)
                error = trial.run(session)
                if error is None or isinstance(error, SkippedError):
                    continue
                line = trial.suite.line_of(error)
                found = diagnose(error, session.looks, submission, line, quotable=True)
                look = found.look or (session.looks[-1] if session.looks else None)
                exploration = look.exploration if look else None
                yield Failure(
                    property=promised.name,
                    trial=trial,
                    verdict=found.verdict,
                    cause=found.cause,
                    message=found.message,
                    seen=exploration.seen() if exploration else "",
                    expected=tuple(exploration.expected) if exploration else (),
                    wrong=_wrong(exploration, found.outcome),
                    source=_source(trial.suite, trial.test, look.scenario.name if look else None),
                )
                if isinstance(error, WorkerSpentError):
                    return


def _wrong(exploration: Exploration | None, decided: Outcome | None) -> tuple[Outcome, ...]:
    found = (exploration.wrong if exploration else ()) or tuple(filter(None, [decided]))
    return tuple(sorted(found, key=lambda o: (o.preemptions, o.steps, o.schedule)))


def _source(suite: Suite, test: Test, scenario: str | None) -> tuple[tuple[int, str], ...]:
    """Returns the lines of a test, after those of the scenario that it explored last."""
    try:
        text = suite.path.read_text(encoding="utf-8")
        nodes = ast.parse(text).body
    except (OSError, ValueError, SyntaxError) as error:
        raise DojoError(f"this suite can't be read: {error}", suite.shown) from None
    lines = text.splitlines()
    found: list[tuple[int, str]] = []
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and node.name in (scenario, test.name):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            last = node.end_lineno or node.lineno
            found += [(number, lines[number - 1]) for number in range(first, last + 1)]
    return tuple(found)
