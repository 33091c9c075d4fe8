"""The lean and the recording build pass the same scheduling points, in the same order."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from benchmarks.bugs import BUGS, CORPUS
from grader.engine import file_program
from grader.engine.options import MAX_STEPS
from grader.engine.program import Runner
from grader.engine.recording_hooks import RecordingHooks
from grader.engine.scheduler import Scheduler
from grader.engine.strategy import Forced, RandomWalk, Strategy

HERE = Path(__file__).parent
SEEDS = 5
# Each of their executions has thousands of points, of the kinds that the smaller ones have too.
LARGE = {"twostage_100", "reorder_20"}
TUTORIALS = {
    "bank_account": "withdraw_twice",
    "producer_consumer": "two_consumers",
    "singleton": "two_readers",
    "transfer": "there_and_back",
    "work_queue": "two_workers",
}
PROGRAMS: dict[str, tuple[Path, str]] = {
    **{
        f"{path.stem}-{function}": (path, function)
        for path in sorted((HERE / "corpus" / "models").glob("*.py"))
        for function in ("right", "wrong")
    },
    **{bug.name: (CORPUS / f"{bug.file}.py", bug.name) for bug in BUGS if bug.name not in LARGE},
    **{name: (HERE / "tutorials" / f"{name}.py", main) for name, main in TUTORIALS.items()},
}

Point = tuple[str, str, int]
"""What the thread came to ("point", "block", "back_edge"), its spawn path, the site's number."""


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> list[Point]:
    """All points that executions pass while the test runs, in their order."""
    points: list[Point] = []

    def noting(word: str) -> None:
        method = getattr(Scheduler, word)

        def noted(self: Scheduler, *args: Any, **options: Any) -> Any:
            if not (self.quiet or self.killing or self.over):
                here = self.running.site if word == "block" else args[0]
                points.append((word, self.running.path, here))
            return method(self, *args, **options)

        monkeypatch.setattr(Scheduler, word, noted)

    for word in ("point", "block", "back_edge"):
        noting(word)
    return points


def both_builds(
    runner: Runner, strategy: Strategy, passed: list[Point], build: type[RecordingHooks]
) -> tuple[list[Point], list[Point]]:
    """The points of a lean run, and of a recording of the same decisions."""
    passed.clear()
    strategy.begin()
    result = runner.run(strategy)
    lean, trace, key = list(passed), list(runner.scheduler.trace), result.key
    passed.clear()
    again = Forced(trace)
    again.begin()
    recorded, _ = runner.record(again, build)
    if build is RecordingHooks:
        assert (runner.scheduler.trace, recorded.key) == (trace, key)
    return lean, list(passed)


@pytest.mark.parametrize("timeouts", ["patient", "adversarial"])
@pytest.mark.parametrize("switching", ["anywhere", "gil"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_both_builds_pass_the_same_points(
    name: str, switching: str, timeouts: str, passed: list[Point]
) -> None:
    path, function = PROGRAMS[name]
    with closing(Runner(file_program(path, function), switching, timeouts, MAX_STEPS)) as runner:
        for seed in range(SEEDS):
            lean, recorded = both_builds(runner, RandomWalk(seed), passed, RecordingHooks)
            assert lean
            assert recorded == lean, seed


class OnePointMore(RecordingHooks):
    """A recording build with a point that the lean one does not have."""

    def leave(self, n: int) -> None:
        self.scheduler.point(n)
        super().leave(n)


def test_a_point_of_one_build_alone_is_noticed(passed: list[Point]) -> None:
    program = file_program(CORPUS / "lazy01.py", "lazy01")
    with closing(Runner(program, "anywhere", "patient", MAX_STEPS)) as runner:
        lean, recorded = both_builds(runner, Forced([]), passed, OnePointMore)
        assert len(recorded) > len(lean)
