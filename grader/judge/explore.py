"""`explore`: has a worker find out how a scenario can end."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from grader.engine import ScenarioSource
from grader.engine.encoding import encode, plain
from grader.engine.errors import DojoError
from grader.engine.outcome import Exploration, Outcome, Timeline
from grader.engine.strategy.directed import MOST_CUES, SHAPE
from grader.judge.allowance import REAL, Allowance
from grader.judge.gate.reading import Submission
from grader.judge.observation import (
    NoObservationError,
    read_events,
    read_exploration,
    read_outcome,
)
from grader.judge.own_code import explore_own
from grader.judge.sandbox import spawner, tier
from grader.judge.scenario import Scenario
from grader.judge.worker import (
    Worker,
    WorkerBugError,
    WorkerDefectError,
    WorkerDiedError,
    WorkerError,
    WorkerGarbledError,
    WorkerSpentError,
)
from grader.sandbox.confinement import Tier
from grader.sandbox.spawning import NoZygoteError

if TYPE_CHECKING:
    from grader.measure import Measurement

DEADLINE = 20.0
"""Seconds that a worker may take for 2,000 executions: a backstop, budgets are in steps."""

_THE_ORDER = "def order(submission):\n    return submission.ORDER\n"

_TRIES = 5  # for a request, when processes end that should not


@dataclass(frozen=True)
class Look:
    """One exploration that a test made.

    Attributes:
        scenario: what was explored.
        args: with which arguments, encoded.
        exploration: what was found.
        real: made by `run_for_real`, so there is nothing to replay.
    """

    scenario: ScenarioSource
    args: list[Any]
    exploration: Exploration
    real: bool = False


@dataclass
class Session:
    """A submission under test: what `explore` and `run_for_real` work on.

    Attributes:
        submission: the submission.
        worker: where it runs.
        seed: added to the seed of every exploration.
        switching: overrides what the test asks for.
        stop_at: the number, from 1, of the exploration before which the test is
            stopped by `StoppedError`.
        looks: the explorations made so far.
        notes: findings that change no mark.
        fault: why there was no observation, the first time that there was none.
    """

    submission: Submission
    worker: Worker
    seed: int = 0
    switching: str | None = None
    stop_at: int | None = None
    looks: list[Look] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    fault: DojoError | WorkerError | None = None

    @contextlib.contextmanager
    def active(self) -> Iterator[Session]:
        """Makes this the session of the tests that run in the block."""
        token = _session.set(self)
        try:
            yield self
        finally:
            _session.reset(token)

    def explore(
        self, scenario: ScenarioSource, args: list[Any], options: dict[str, Any]
    ) -> Exploration:
        """Explores a scenario against the submission; `args` are encoded."""
        if self.stop_at == len(self.looks) + 1:
            raise StoppedError(scenario, args)
        options = options | {"seed": options["seed"] + self.seed}
        if self.switching is not None:
            options["switching"] = self.switching
        deadline = DEADLINE * max(1.0, options["executions"] / 2000)
        with self._observing():
            found = self._ask("explore_scenario", scenario, args, options, deadline)
            exploration = read_exploration(
                found, options, lambda schedule: self.replay(scenario, args, schedule).timeline
            )
        self.looks.append(Look(scenario, args, exploration))
        return exploration

    def follow(
        self, scenario: ScenarioSource, args: list[Any], options: dict[str, Any]
    ) -> Exploration:
        """Runs a scenario in the order that the submission's `ORDER` says."""
        if self.stop_at == len(self.looks) + 1:
            raise StoppedError(scenario, args)
        order, why = self._order()
        options = options | {"order": order}
        with self._observing():
            found = self._ask("follow_scenario", scenario, args, options, DEADLINE)
            exploration = read_exploration(
                found, options, lambda schedule: self.replay(scenario, args, schedule).timeline
            )
        exploration.impossible = why or exploration.impossible
        self.looks.append(Look(scenario, args, exploration))
        return exploration

    def _order(self) -> tuple[list[str], str]:
        """Returns the submission's order, and why there is none where there is none."""
        source = ScenarioSource("order", "the order", 1, _THE_ORDER)
        options = {"executions": 1, "seed": 0, "switching": "anywhere", "timeouts": "patient"}
        (outcome,) = self.watch(source, [], options).outcomes
        order = outcome.value
        if outcome.kind != "returned":
            return [], f"this file has no ORDER that can be read: {outcome.describe()}"
        if not isinstance(order, (list, tuple)):
            return [], f"ORDER is a list of texts, such as {SHAPE}, and here it is {order!r:.60}"
        return [step if type(step) is str else repr(step) for step in order[: MOST_CUES + 1]], ""

    def replay(self, scenario: ScenarioSource, args: list[Any], schedule: str) -> Outcome:
        """Runs a scenario under one schedule.

        Raises:
            ScheduleError: it doesn't fit the submission (any more).
            WorkerError: there is no answer.
        """
        with self._observing():
            found = self._ask("replay_scenario", scenario, args, {"schedule": schedule}, DEADLINE)
            return read_outcome(found)

    def watch(
        self, scenario: ScenarioSource, args: list[Any], options: dict[str, Any]
    ) -> Exploration:
        """Explores a scenario of the judge's own beside the submission; nobody is told of it."""
        with self._observing():
            found = self._ask("explore_scenario", scenario, args, options, DEADLINE)
            return read_exploration(found, options, _no_timeline)

    def audited(
        self, scenario: ScenarioSource, args: list[Any], schedule: str
    ) -> tuple[Outcome, tuple[str, ...]]:
        """Replays as `replay` does, and also returns the audit events of the submission's code.

        The process that listens to them is slow for good, so it is used for nothing else.
        """
        options = {"schedule": schedule}
        self.worker.kill()
        try:
            with self._observing():
                found = self._ask("audit_scenario", scenario, args, options, DEADLINE)
                return read_outcome(found), read_events(found)
        finally:
            self.worker.kill()

    def run_for_real(
        self, scenario: ScenarioSource, args: tuple[Any, ...], options: dict[str, Any]
    ) -> Measurement:
        """Runs a scenario against the submission in real processes and threads.

        A run on a free-threaded Python only makes notes, so it is left out where
        the test is run again to learn something else.
        """
        from grader import measure

        notes_only = options["interpreter"] == measure.FREE_THREADED
        if notes_only and (self.switching or self.stop_at):
            return measure.Measurement(outcomes=(), exhaustive=False, executions=0)
        module, siblings = self.submission.module, self.submission.siblings
        left = self.worker.allowance or Allowance()
        began = time.monotonic()
        with self._observing():
            if left.real <= 0:
                raise WorkerSpentError("its real runs last", REAL)
            confined = spawner() if tier() is not Tier.PROCESS else None
            found = measure.run_for_real(
                scenario, module, siblings, args, spawner=confined, **options
            )
        left.real -= time.monotonic() - began
        self.notes += found.notes
        if not notes_only:
            encoded = [encode(arg) for arg in args]
            self.looks.append(Look(scenario, encoded, found, real=True))
        return found

    def _ask(
        self,
        operation: str,
        scenario: ScenarioSource,
        args: list[Any],
        options: dict[str, Any],
        deadline: float,
    ) -> dict[str, Any]:
        request = {
            "operation": operation,
            "scenario": asdict(scenario),
            "submission": asdict(self.submission.module),
            "siblings": [asdict(sibling) for sibling in self.submission.siblings],
            "args": args,
            "options": options,
        }
        ended: list[str] = []
        while True:
            try:
                return self.worker.ask(request, deadline)
            except WorkerDefectError:
                raise
            except WorkerBugError as error:
                ended.append(f"ours: {error.sentence}")
                if len(ended) == _TRIES:
                    raise
            except (WorkerDiedError, WorkerGarbledError) as error:
                # What the submission does it does again; what befell the process does not.
                if error.sentence in ended or len(ended) == _TRIES:
                    raise
                ended.append(error.sentence)

    @contextlib.contextmanager
    def _observing(self) -> Iterator[None]:
        """Keeps what prevents an observation: no test may make a verdict of that."""
        try:
            yield
        except NoZygoteError as error:
            gone = WorkerBugError(f"a run for real ended with the zygote: {error.strerror}")
            self.fault = self.fault or gone
            raise gone from None
        except NoObservationError as error:
            self.worker.kill()
            garbled = WorkerGarbledError(f"it wrote into the judge's channel: {error}")
            self.fault = self.fault or garbled
            raise garbled from None
        except (DojoError, WorkerError) as error:
            self.fault = self.fault or error
            raise


def _no_timeline(schedule: str) -> Timeline:
    raise AssertionError("nobody looks at the timeline of a canary")


class StoppedError(BaseException):
    """A test came to the exploration before which it was to be stopped."""

    def __init__(self, scenario: ScenarioSource, args: list[Any]) -> None:
        super().__init__(scenario.name)
        self.scenario = scenario
        self.encoded = args


_session: ContextVar[Session | None] = ContextVar("session", default=None)


def explore(
    scenario: Callable[..., Any],
    *args: Any,
    switching: str = "anywhere",
    timeouts: str = "patient",
    strategy: str = "auto",
    executions: int = 2000,
    seed: int = 0,
    preemptions: int | None = None,
    delays: int | None = None,
) -> Exploration:
    """Finds out how a scenario can end, over all orders in which its threads may run.

    While a kata is judged, that is a scenario of its suite, and the submission is
    its first argument. Anywhere else it is a function of yours at the top level of
    a file.

    Args:
        scenario: the function.
        args: its further arguments, plain data.
        switching: "anywhere", or "gil" for only where CPython hands the GIL over.
        timeouts: "patient" if they fire only when nothing else can run, or "adversarial".
        strategy: "auto", or one of "dpor", "dfs", "delay" (all there is, in some order) and
            "random", "pct", "pos", "surw" (samples).
        executions: how many to try at most.
        seed: of the strategies that sample.
        preemptions: how many an execution may have; None for any number.
        delays: how often an execution may pass over the thread whose turn it is.

    Raises:
        DojoError: it can't be done; the sentence says why, and where.
    """
    options = {
        "switching": switching,
        "timeouts": timeouts,
        "strategy": strategy,
        "executions": executions,
        "seed": seed,
        "preemptions": preemptions,
        "delays": delays,
    }
    session = _session.get()
    if session is not None:
        return session.explore(_closed(scenario).source, _encoded(scenario, args), options)
    return explore_own(scenario, _encoded(scenario, args), options)


def follow(scenario: Callable[..., Any], *args: Any, timeouts: str = "patient") -> Exploration:
    """Runs a scenario of a kata's suite once, in the order that the submission has written.

    The submission is a file with a list `ORDER`, such as `["T1 reads self.value", "T2 ends"]`:
    who goes on until they have done what, in the words of the timeline. The program that runs is
    the scenario; nothing of the submission does.

    Args:
        scenario: the scenario; it starts its threads by `together`, so they are T1, T2, …
        args: its further arguments, plain data.
        timeouts: as in `explore`.

    Returns:
        The exploration of this one execution. Its `impossible` is a sentence that says which step
        can't be, and why; "" where the order could be followed to its end.

    Raises:
        DojoError: it can't be done; the sentence says why, and where.
    """
    session = _session.get()
    closed = _closed(scenario)
    if session is None:
        raise DojoError(f"`{closed.name}` needs a submission; run its suite by `dojo check`")
    return session.follow(closed.source, _encoded(scenario, args), {"timeouts": timeouts})


def run_for_real(
    scenario: Callable[..., Any], *args: Any, interpreter: str | None = None, **options: Any
) -> Measurement:
    """Runs a scenario of a kata's suite for real: not rewritten, in processes and threads.

    Args:
        scenario: the scenario.
        args: its further arguments, plain data.
        interpreter: the Python that runs it, by its path; this one if None. With
            "free-threaded" the findings become notes and change no mark.
        options: as in `grader.measure.run_for_real`.

    Raises:
        DojoError: it can't be done; the sentence says why, and where.
    """
    session = _session.get()
    closed = _closed(scenario)
    if session is None:
        raise DojoError(f"`{closed.name}` needs a submission; run its suite by `dojo check`")
    _encoded(scenario, args)
    return session.run_for_real(closed.source, args, {"interpreter": interpreter, **options})


def _closed(scenario: Callable[..., Any]) -> Scenario[..., Any]:
    if isinstance(scenario, Scenario):
        return scenario
    name = getattr(scenario, "__name__", repr(scenario))
    raise DojoError(f"`{name}` is no scenario; write @scenario above it")


def _encoded(scenario: Callable[..., Any], args: tuple[Any, ...]) -> list[Any]:
    for arg in args:
        if not plain(arg):
            name = getattr(scenario, "__name__", "the scenario")
            raise DojoError(
                f"`{name}` is given {arg!r:.60}, and arguments are plain data: numbers, texts, "
                "bytes, None, tuples, lists, dictionaries, sets"
            )
    return [encode(arg) for arg in args]
