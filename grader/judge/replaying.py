"""Replays what a grade has shown, and keeps hidden suites out of what is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from grader.engine import ScenarioSource
from grader.engine.errors import DojoError
from grader.engine.outcome import Outcome, Step
from grader.judge.explore import Session, StoppedError
from grader.judge.gate.reading import RejectedError, read_submission
from grader.judge.task import Task
from grader.judge.trials import Trial, Trials
from grader.judge.worker import Worker, WorkerDefectError, WorkerError


def replay(task: Task, submission: Path, address: str, schedule: str) -> Outcome:
    """Runs one execution that a grade has named, and returns it with its timeline.

    Args:
        task: the task.
        submission: the file.
        address: "property:trial", or "property:trial.exploration" for a test that
            explores several times; as in `PropertyResult.replay`.
        schedule: the execution's schedule.

    Raises:
        DojoError: the address or schedule doesn't fit, or the submission can't be run.
    """
    trial, nth = _find(Trials(task), address)
    try:
        source = read_submission(submission, task.name, task.imports)
        with Worker() as worker:
            session = Session(source, worker, stop_at=nth)
            try:
                trial.run(session)
            except StoppedError as stop:
                outcome = session.replay(stop.scenario, stop.encoded, schedule)
                return concealed(outcome, stop.scenario) if trial.hidden else outcome
    except WorkerDefectError:
        raise
    except (RejectedError, WorkerError) as error:
        raise DojoError(error.sentence) from None
    raise DojoError(f"{address!r}: this test doesn't come to its exploration {nth}")


def concealed(outcome: Outcome, scenario: ScenarioSource) -> Outcome:
    """Returns an outcome whose timeline shows nothing of the hidden suite."""
    timeline = outcome.timeline
    steps: list[Step] = []
    switch = ""
    for step in timeline.steps:
        if step.file != scenario.file:
            steps.append(replace(step, switch=step.switch or switch))
            switch = ""
        elif step.fatal:
            steps.append(replace(step, source="(a hidden test)", target="", value="", note=""))
        else:
            switch = step.switch or switch
    shown = replace(timeline, steps=steps)
    return Outcome.from_data({**outcome.to_data(), "timeline": shown.to_data()})


def _find(trials: Trials, address: str) -> tuple[Trial, int]:
    match = re.fullmatch(r"(\w+):(\d+)(?:\.(\d+))?", address)
    if match is None:
        raise DojoError(f"{address!r} names no test; copy the command whole, it has PROPERTY:N")
    name, number, nth = match[1], int(match[2]), int(match[3] or 1)
    found = trials.of(name)
    if not 1 <= number <= len(found):
        raise DojoError(f"{address!r}: the property {name} has the tests 1 to {len(found)}")
    return found[number - 1], nth
