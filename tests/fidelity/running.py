"""Runs the tests of a module: each under the default schedule, then under random ones."""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from grader.engine import DojoError, Program, Source, encode
from grader.engine.program import Result, Runner
from grader.engine.scheduler import Scheduler
from grader.engine.simulated_thread import SimThread
from grader.engine.strategy import RandomWalk
from grader.engine.strategy.base import Strategy
from grader.engine.strategy.forced import Forced
from tests.fidelity.cases import FAILED, PASSED, SKIPPED
from tests.fidelity.package import TestPackage
from tests.fidelity.skips import BY_DEFAULT, NEVER, Skip, find
from tests.fidelity.support import import_support, inside_absent

# Points after which one execution is given up, and after which no further schedule is tried.
MAX_STEPS = 100_000
_SAMPLED_STEPS = 20_000
# Seconds without an answer after which the process says where it hangs, and ends.
_HANGS = 120
_DEFECT = "a defect of the engine"
_ENTRY = """
import sys
from tests.fidelity import cases
for name in {names}:
    __import__(name)
def names():
    return cases.names(sys.modules[name])
def run(test):
    return cases.run(sys.modules[name], test)
"""


@dataclass
class Verdict:
    """What became of one test.

    Attributes:
        name: as `module.Class.test`.
        by_default: "passed", "skipped" (by itself) or "failed" under the default schedule.
        schedules: under how many random schedules it ran then.
        under_all: whether it passed under those too.
        why: the text of the first failure, or the reason of its own skip.
    """

    name: str
    by_default: str
    schedules: int = 0
    under_all: bool = False
    why: str = ""

    @property
    def skip(self) -> Skip | None:
        """The entry of `skips` that explains it, if something is to be explained."""
        if self.why.startswith(_DEFECT):
            return None
        if self.by_default != PASSED:
            return find(self.name, self.why, NEVER)
        return None if self.under_all else find(self.name, self.why, BY_DEFAULT)

    @property
    def wrong(self) -> bool:
        """Whether it fails and no entry of `skips` says that it may."""
        fails = self.by_default == FAILED or (self.by_default == PASSED and not self.under_all)
        return fails and self.skip is None


class Schedules:
    """Lets one search go on with another strategy: finalisers then run while it lasts."""

    exhausted = False

    def __init__(self) -> None:
        self.now: Strategy = Forced([])

    def begin(self) -> bool:
        return self.now.begin()

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        return self.now.pick(scheduler, running, enabled, free)

    def end(self, scheduler: Scheduler) -> None:
        self.now.end(scheduler)


class TestModule:
    """One module of CPython's tests, rewritten.

    Args:
        package: where it is.
        name: such as `test_queue`.
        switching: "anywhere" or "gil".
        seed: of the random schedules.
        schedules: how many of them.
    """

    __test__ = False

    def __init__(
        self, package: TestPackage, name: str, switching: str, seed: int, schedules: int
    ) -> None:
        self.name = name
        self._seed = seed
        self._schedules = schedules
        sources = package.sources(name)
        names = [source.name for source in sources]
        entry = Source("fidelity_entry", "<entry>", _ENTRY.format(names=names))
        program = Program((entry, *sources), ("fidelity_entry", "names"))
        self._listing = Runner(program, switching, "patient", MAX_STEPS)
        program = replace(program, entry=("fidelity_entry", "run"), args=encode(("",)))
        self._running = Runner(program, switching, "patient", MAX_STEPS)
        self._strategy = Schedules()
        self._search = self._running.search(self._strategy)
        library = self._running.library.modules
        library.update(import_support(library, package.folders, package.support(sources)))

    def verdicts(self) -> Iterator[Verdict]:
        """Runs every test."""
        with closing(self._listing), inside_absent():
            try:
                listed = next(self._listing.search(Forced([])))
            except DojoError as error:
                listed = Result("refused", message=str(error))
        if listed.kind != "returned":
            yield Verdict(self.name, FAILED, why=f"{listed.exception}: {listed.message}")
            return
        for test in listed.value:
            faulthandler.dump_traceback_later(_HANGS, exit=True)
            with inside_absent():
                verdict = self._verdict(test)
            yield verdict
        faulthandler.cancel_dump_traceback_later()
        self._search = iter(())
        self._running.close()

    def _verdict(self, test: str) -> Verdict:
        name = f"{self.name}.{test}"
        self._running.program = replace(self._running.program, args=encode((test,)))
        self._strategy.now = Forced([])
        by_default, why = self._run()
        verdict = Verdict(name, by_default, why=why)
        if by_default != PASSED:
            return verdict
        steps = 0
        verdict.under_all = True
        self._strategy.now = RandomWalk(self._seed)
        while verdict.under_all and verdict.schedules < self._schedules and steps < _SAMPLED_STEPS:
            ending, verdict.why = self._run()
            verdict.under_all = ending == PASSED
            verdict.schedules += 1
            steps += self._running.scheduler.steps
        return verdict

    def _run(self) -> tuple[str, str]:
        """How one execution ended, and why so."""
        try:
            return _told(next(self._search))
        except DojoError as error:
            ended = f"refused: {error}"
        except Exception as error:
            ended = f"{_DEFECT}: {error!r}"
        self._search = self._running.search(self._strategy)
        return FAILED, ended


def _told(result: Result) -> tuple[str, str]:
    """How one execution of a test ended, and why so."""
    if result.kind == "returned":
        ending, why = result.value
        return ending, why
    if result.exception == "SkipTest":
        return SKIPPED, result.message
    said = f"{result.exception}: {result.message}" if result.exception else result.message
    return FAILED, f"{result.kind}: {said}"
