"""Some real runs of one scenario, and what they showed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any

from grader.engine.encoding import canonical
from grader.engine.errors import DojoError
from grader.engine.outcome import Exploration, Outcome
from grader.measure.interpreters import find_free_threaded
from grader.measure.run import DEADLINE_SECONDS, run_once

if TYPE_CHECKING:
    from grader.engine import ScenarioSource, Source
    from grader.sandbox.spawning import Spawner

FREE_THREADED = "free-threaded"
"""Instead of an interpreter's path: the newest Python on the PATH that runs without the GIL."""

START_METHODS = ("spawn", "forkserver")
"""How worker processes are started, so that a result says something about every platform."""

_ANYTHING: Any = object()
_FREE_THREADED_RUNS = 3
_FREE_THREADED_SECONDS = 20.0
_DEADLOCKS = 2
_AT_ONCE = 2


@dataclass(slots=True)
class Measurement(Exploration):
    """What some real runs of one scenario showed. Never exhaustive: reality isn't asked twice.

    Attributes:
        conditions: under what each run took place: "spawn", "Python 3.13.5 free-threaded".
        notes: findings for a person; they change no mark.
    """

    conditions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def seen(self) -> str:
        """What was looked at, in words: "2 real runs (spawn, forkserver)"."""
        plural = "" if self.executions == 1 else "s"
        under = ", ".join(dict.fromkeys(filter(None, self.conditions)))
        return f"{self.executions:,} real run{plural}" + (f" ({under})" if under else "")


def run_for_real(
    scenario: ScenarioSource,
    submission: Source,
    siblings: Sequence[Source] = (),
    args: tuple[Any, ...] = (),
    *,
    interpreter: str | None = None,
    start_methods: Sequence[str] = START_METHODS,
    deadline: float = DEADLINE_SECONDS,
    expected: object = _ANYTHING,
    spawner: Spawner | None = None,
    seen: str | None = None,
) -> Measurement:
    """Runs a scenario against a submission in real processes, and collects the outcomes.

    A deadlock counts if it comes again at once: ending a `multiprocessing.Pool` hangs by itself
    once in a while, on a busy machine.

    Args:
        scenario: the closed function.
        submission: the module that is its first argument.
        siblings: modules that the submission may import.
        args: the further arguments, plain data.
        interpreter: the Python to use; this one if None. With `FREE_THREADED` the scenario runs a
            few times there, and the findings are in `.notes`: a bad run proves that a submission
            is wrong, good ones prove nothing, so that is no matter of marks.
        start_methods: how `multiprocessing` starts processes, with a run for each.
        deadline: seconds after which a run that still moves is ended.
        expected: what the scenario returns if all goes well; told in the notes, judged by nobody.
        spawner: starts the processes in a sandbox; without one they are ordinary processes.
        seen: "crew" or "together"; see `run_once`.

    Raises:
        DojoError: `seen` is something else.
    """
    if seen not in (None, "crew", "together"):
        raise DojoError(f"seen={seen!r} is neither 'crew' nor 'together'")
    if interpreter == FREE_THREADED:
        return _without_the_gil(scenario, submission, siblings, args, deadline, expected, spawner)
    began = time.monotonic()

    def run(method: str) -> Outcome:
        for _ in range(_DEADLOCKS):
            outcome = run_once(
                scenario,
                submission,
                siblings,
                args,
                interpreter=interpreter,
                start_method=method,
                deadline=deadline,
                stop=stop,
                spawner=spawner,
                seen=seen,
            )
            if outcome.kind != "deadlock":
                break
        return outcome

    stop = Event()
    with ThreadPoolExecutor(_AT_ONCE) as runs:
        try:
            outcomes = list(runs.map(run, start_methods))
        finally:
            stop.set()
    return _measured(outcomes, tuple(start_methods), began)


def _without_the_gil(
    scenario: ScenarioSource,
    submission: Source,
    siblings: Sequence[Source],
    args: tuple[Any, ...],
    deadline: float,
    expected: object,
    spawner: Spawner | None,
) -> Measurement:
    began = time.monotonic()
    python = find_free_threaded()
    if python is None:
        note = "not run without the GIL: install 3.14t for the real run (python3.14t on the PATH)"
        return _measured([], (), began, note)
    deadline = min(deadline, _FREE_THREADED_SECONDS)
    outcomes: list[Outcome] = []
    note = f"for real without the GIL, {python}: {_FREE_THREADED_RUNS} runs, all right"
    while len(outcomes) < _FREE_THREADED_RUNS:
        try:
            outcome = run_once(
                scenario,
                submission,
                siblings,
                args,
                interpreter=python.path,
                deadline=deadline,
                spawner=spawner,
            )
        except DojoError as error:
            note = f"not run without the GIL: {error}"
            break
        outcomes.append(outcome)
        finding = _finding(outcome, expected)
        if finding:
            note = f"for real without the GIL, {python}: {finding} in run {len(outcomes)}"
            break
    return _measured(outcomes, (str(python),) * len(outcomes), began, note)


def _finding(outcome: Outcome, expected: object) -> str:
    if outcome.kind == "raised":
        return outcome.describe()
    if outcome.kind != "returned":
        return f"{outcome.kind} ({outcome.message})"
    if expected is _ANYTHING or canonical(outcome.value) == canonical(expected):
        return ""
    text = f"{outcome.value!r}"
    return f"returned {text if len(text) < 200 else text[:200] + '…'}"


def _measured(
    outcomes: Sequence[Outcome], conditions: tuple[str, ...], began: float, *notes: str
) -> Measurement:
    distinct: dict[tuple[str, str, str], Outcome] = {}
    for outcome in outcomes:
        key = (outcome.kind, canonical(outcome.value), outcome.exception or "")
        distinct.setdefault(key, outcome)
    return Measurement(
        outcomes=tuple(distinct[key] for key in sorted(distinct)),
        exhaustive=False,
        executions=len(outcomes),
        seconds=time.monotonic() - began,
        switching="real",
        timeouts="real",
        strategy="real",
        conditions=conditions,
        notes=notes,
    )
