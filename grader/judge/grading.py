"""Grades a submission: every property of a task, on the tests of its suites."""

from __future__ import annotations

import contextlib
import random
import shlex
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from grader.engine.errors import DojoError
from grader.engine.outcome import ORDER, Outcome
from grader.judge.allowance import Allowance
from grader.judge.conditions import Conditions
from grader.judge.diagnosis import Diagnosis, diagnose, infra
from grader.judge.evidence import compare, sing
from grader.judge.explore import Look, Session
from grader.judge.gate.reading import RejectedError, Submission, read_submission
from grader.judge.replaying import concealed
from grader.judge.task import Property, Task
from grader.judge.trials import SkippedError, Trial, Trials
from grader.judge.verdict import Grade, PropertyResult
from grader.judge.worker import Worker, WorkerBugError, WorkerError, WorkerSpentError
from grader.patterns import pattern_of


def grade(
    task: Task,
    submission: Path,
    *,
    hidden: bool = True,
    seed: int = 0,
    fresh: int = 0,
    properties: Collection[str] | None = None,
    on_property: Callable[[PropertyResult], object] | None = None,
) -> Grade:
    """Grades a submission. Whatever that does, there is a grade.

    Args:
        task: what is asked.
        submission: the file.
        hidden: also use the hidden suite, where the task has one.
        seed: for what is sampled.
        fresh: once a property has passed, how many cases to draw anew for each of
            its tests; they may add a note, never change a mark.
        properties: the names of those to grade; all by default.
        on_property: called with each result as soon as it is known.
    """
    if not hidden:
        task = replace(task, hidden=None, cases=None)
    asked = [p for p in task.properties if properties is None or p.name in properties]
    read = accepted(task, submission)
    untouched = isinstance(read, Submission) and task.hands_out(read.module.text)
    results = []
    for result in _results(task, submission, read, asked, seed, fresh):
        results.append(replace(result, points=0) if untouched else result)
        if on_property:
            on_property(results[-1])
    under = None
    with contextlib.suppress(OSError):  # then every property says that nothing could be judged
        under = Conditions.here(seed)
    return Grade.of(task.name, task.version, results, task.fingerprint(), untouched, under)


def accepted(task: Task, path: Path) -> Submission | Diagnosis:
    """Returns the submission, or why it is not accepted."""
    try:
        return read_submission(path, task.name, task.imports)
    except RejectedError as error:
        return Diagnosis("rejected", None, error.sentence)


def _results(
    task: Task,
    path: Path,
    submission: Submission | Diagnosis,
    asked: Sequence[Property],
    seed: int,
    fresh: int,
) -> Iterator[PropertyResult]:
    if isinstance(submission, Diagnosis):
        for promised in asked:
            yield unpassed(promised, submission)
        return
    try:
        with Worker(allowance=Allowance()) as worker:
            worker.start()
            examiner = Examiner(task, path, submission, worker, Trials(task), seed)
            for promised in asked:
                yield examiner.examine(promised, fresh)
    except (DojoError, WorkerBugError) as error:  # a suite is broken, or no process can be had
        for promised in asked:
            yield unpassed(promised, infra(str(error)))


class Examiner:
    """Tries the properties of a task on one submission.

    Args:
        task: what is asked.
        path: the file of the submission.
        submission: what was read of it.
        worker: where it runs; it has been started.
        trials: the suites of the task.
        seed: for what is sampled.
    """

    def __init__(
        self,
        task: Task,
        path: Path,
        submission: Submission,
        worker: Worker,
        trials: Trials,
        seed: int,
    ) -> None:
        self._task = task
        self._path = path
        self._submission = submission
        self._worker = worker
        self._trials = trials
        self._seed = seed

    def examine(self, promised: Property, fresh: int) -> PropertyResult:
        """Runs the property's tests; the first failure decides.

        Args:
            promised: the property.
            fresh: how many cases to draw anew for each test, once it has passed.
        """
        looks: list[Look] = []
        notes: list[str] = []
        tried = 0
        try:
            trials = self._trials.of(promised.name)
        except DojoError as error:
            return unpassed(promised, infra(str(error)))
        test = None
        for trial in trials:
            if trial.test is not test:
                test = trial.test
                self._worker.kill()  # each test has a process of its own
            session, failure = self._run(trial)
            looks += session.looks
            notes += session.notes
            if isinstance(failure, SkippedError):
                notes.append(f"not tried in full: {failure}")
            elif failure is not None:
                result = self._failure(promised, trial, session, failure)
                return replace(result, notes=tuple(dict.fromkeys(notes)))
            tried += failure is None or bool(session.looks)
        if not tried:
            return replace(unpassed(promised, infra("no test was run")), notes=tuple(notes))
        doubt = self._doubt(looks)
        if doubt is not None:
            return replace(unpassed(promised, doubt), notes=tuple(dict.fromkeys(notes)))
        notes += self._fresh_findings(promised, fresh)
        return PropertyResult(
            name=promised.name,
            promise=promised.promise,
            verdict="pass",
            cause=None,
            points=promised.points,
            max=promised.points,
            seen=_seen(looks),
            outcomes=sum(len(look.exploration.outcomes) for look in looks),
            notes=tuple(dict.fromkeys(notes)),
        )

    def _run(self, trial: Trial, switching: str | None = None) -> tuple[Session, Exception | None]:
        """Runs a test on one case."""
        session = Session(self._submission, self._worker, self._seed, switching)
        return session, trial.run(session)

    def _doubt(self, looks: Sequence[Look]) -> Diagnosis | None:
        """Returns why a pass is none yet; None if nothing speaks against it."""
        explored = [look for look in looks if not look.real]
        if not explored:
            return None
        session = Session(self._submission, self._worker, self._seed)
        try:
            why = sing(session) or compare(session, explored[-1])
        except WorkerBugError as error:
            return infra(error.sentence)
        except WorkerSpentError as error:
            return Diagnosis("limit", None, error.sentence)
        except (DojoError, WorkerError) as error:
            why = str(error)
        return Diagnosis("suspect", None, f"a person has to look: {why}") if why else None

    def _failure(
        self, promised: Property, trial: Trial, session: Session, error: Exception
    ) -> PropertyResult:
        line = trial.suite.line_of(error)
        found = diagnose(error, session.looks, self._submission, line, not trial.hidden)
        result = unpassed(promised, found)
        if found.look is None:
            return result
        exploration = found.look.exploration
        if exploration.strategy != ORDER:
            result = replace(
                result,
                outcomes=len(exploration.outcomes),
                wrong_outcomes=found.wrong,
            )
        result = replace(result, seen=exploration.seen())
        outcome = found.outcome
        if outcome is None or found.look.real:
            return replace(result, timeline=outcome.timeline if outcome else None)
        only_gil = False
        searched = exploration.strategy != ORDER and exploration.switching == "anywhere"
        if found.verdict == "fail" and outcome.preemptions and searched:
            error_under_gil = self._run(trial, switching="gil")[1]
            if isinstance(error_under_gil, WorkerBugError):
                return unpassed(promised, infra(error_under_gil.sentence))
            only_gil = error_under_gil is None
        nth = session.looks.index(found.look) + 1
        ordered = exploration.strategy == ORDER  # what the learner has written is no mistake
        shown = self._replayed(session, trial, found.look, outcome.schedule)
        timeline = shown.timeline if shown else None
        if shown and shown.kind == "deadlock" and result.message == outcome.message:
            result = replace(result, message=shown.message)
        return replace(
            result,
            schedule=outcome.schedule,
            timeline=timeline,
            pattern=pattern_of(outcome, timeline) if timeline and not ordered else None,
            only_gil=only_gil,
            replay=self._replay_command(trial, nth, outcome.schedule),
        )

    def _replayed(
        self, session: Session, trial: Trial, look: Look, schedule: str
    ) -> Outcome | None:
        """Returns the execution that decided, as far as it may be seen."""
        try:
            outcome = session.replay(look.scenario, look.args, schedule)
        except (DojoError, WorkerError):
            return None
        outcome._timeline = look.exploration.as_far_as_followed(outcome.timeline)
        return concealed(outcome, look.scenario) if trial.hidden else outcome

    def _replay_command(self, trial: Trial, nth: int, schedule: str) -> str:
        address = trial.address if nth == 1 else f"{trial.address}.{nth}"
        words = ["dojo", "replay", f"{self._task.name}::{address}", schedule]
        if self._path.resolve() != self._task.stub.resolve():
            words += ["--submission", str(self._path)]
        return shlex.join(words)

    def _fresh_findings(self, promised: Property, count: int) -> Iterator[str]:
        """Yields a note for each test that fails on a case drawn just now."""
        if not count:
            return
        seed = random.SystemRandom().getrandbits(32)
        try:
            drawn = list(self._trials.drawn(promised.name, count, seed))
        except DojoError as error:
            yield f"no cases could be drawn just now: {error}"
            return
        for trials in drawn:
            for trial in trials:
                session, failure = self._run(trial)
                if isinstance(failure, WorkerSpentError):
                    return
                if failure is None or isinstance(failure, SkippedError):
                    continue
                line = trial.suite.line_of(failure)
                found = diagnose(failure, session.looks, self._submission, line, not trial.hidden)
                if found.verdict in ("fail", "limit"):
                    yield f"a case drawn just now breaks it ({trial.case_text}): {found.message}"
                    break


def unpassed(promised: Property, found: Diagnosis) -> PropertyResult:
    """Returns the result of a property that does not pass, before it is explained."""
    return PropertyResult(
        name=promised.name,
        promise=promised.promise,
        verdict=found.verdict,
        cause=found.cause,
        points=0,
        max=promised.points,
        message=found.message,
    )


def _seen(looks: list[Look]) -> str:
    """Says what all explorations of a property looked at."""
    real = list(dict.fromkeys(look.exploration.seen() for look in looks if look.real))
    found = [look.exploration for look in looks if not look.real]
    real += dict.fromkeys(one.seen() for one in found if one.strategy == ORDER)
    explored = [one for one in found if one.strategy != ORDER]
    if explored:
        total = replace(
            explored[0],
            executions=sum(one.executions for one in explored),
            exhaustive=all(one.exhaustive for one in explored),
        )
        cases = f" of {len(explored)} cases" if len(explored) > 1 else ""
        real.insert(0, total.seen() + cases)
    return "; ".join(real)
