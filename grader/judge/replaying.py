"""Replays what a grade has shown, and keeps hidden suites out of what is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from grader.engine import ScenarioSource
from grader.engine.errors import DojoError
from grader.engine.outcome import Outcome, Step, Timeline
from grader.judge.explore import Session, StoppedError
from grader.judge.gate.reading import RejectedError, read_submission
from grader.judge.task import Task
from grader.judge.trials import Trial, Trials
from grader.judge.worker import Worker, WorkerDefectError, WorkerError
from grader.patterns.trace import CONCEALED


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
    hidden = scenario.file
    steps: list[Step] = []
    switch = ""
    last = {step.thread: step for step in timeline.steps if outcome.kind == "deadlock"}
    for step in timeline.steps:
        waits = step.action == "wait" and step is last.get(step.thread)
        if step.file != hidden:
            shown = _without_taking(step, timeline, hidden)
            steps.append(replace(shown, switch=step.switch or switch))
            switch = ""
        elif step.fatal or waits:
            steps.append(_hidden(step))
        else:
            switch = step.switch or switch
    calls = [(n, "", "") if file == hidden else (n, name, file)
             for n, name, file in timeline.activations]  # fmt: skip
    story = replace(
        timeline,
        steps=steps,
        activations=calls,
        ending=_told(timeline.ending, outcome, hidden),
    )
    message = _told(outcome.message, outcome, hidden)
    return Outcome.from_data({**outcome.to_data(), "message": message, "timeline": story.to_data()})


def _hidden(step: Step) -> Step:
    """Returns a step of a hidden test with nothing that says what it did."""
    return replace(step, source=CONCEALED, target="", value="", note="", function="", since=0)


def _told(text: str, outcome: Outcome, hidden: str) -> str:
    """Returns what is said of an outcome; of a deadlock that names what threads wait in."""
    if outcome.kind != "deadlock":
        return text
    last = {step.thread: step for step in outcome.timeline.steps}
    for step in last.values():
        note = _without_taking(step, outcome.timeline, hidden).note
        if step.file == hidden and not note.endswith(" to end"):
            note = "waits in a hidden test"
        text = text.replace(f"{step.name} {step.note}", f"{step.name} {note}")
    return text


def _without_taking(step: Step, timeline: Timeline, hidden: str) -> Step:
    """Returns a step that does not say where its lock was taken, if a hidden test took it."""
    if not step.since:
        return step
    lines = {
        other.file
        for other in timeline.steps
        if other.thread == step.holder and other.line == step.since
    }
    if lines and hidden not in lines:
        return step
    return replace(step, note="waits for a lock that a hidden test holds", since=0)


def _find(trials: Trials, address: str) -> tuple[Trial, int]:
    match = re.fullmatch(r"(\w+):(\d+)(?:\.(\d+))?", address)
    if match is None:
        raise DojoError(f"{address!r} names no test; copy the command whole, it has PROPERTY:N")
    name, number, nth = match[1], int(match[2]), int(match[3] or 1)
    found = trials.of(name)
    if not 1 <= number <= len(found):
        raise DojoError(f"{address!r}: the property {name} has the tests 1 to {len(found)}")
    return found[number - 1], nth
