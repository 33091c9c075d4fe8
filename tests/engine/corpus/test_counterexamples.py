"""The counterexamples of the whole corpus: few preemptions, and each one replays."""

from __future__ import annotations

import statistics
from functools import cache
from pathlib import Path

import pytest

from benchmarks.bugs import BUGS, CORPUS
from grader.engine import Outcome, canonical, explore_file, replay_file, schedule

MODELS = Path(__file__).parent / "models"
EXECUTIONS = 300
ADVERSARIAL = {"timed_wait", "timer"}
# Found too seldom for "auto" to be sure of them; the last one by nobody.
BY_SURW = {"reorder_5", "reorder_10", "reorder_20"}
PROGRAMS = [
    *((CORPUS / f"{bug.file}.py", bug.name) for bug in BUGS if bug.name != "twostage_100"),
    *((path, "wrong") for path in sorted(MODELS.glob("*.py"))),
]


@cache
def bad_outcomes(path: Path, function: str) -> list[Outcome]:
    """What an exploration finds wrong: what did not end well, or not as the right model does."""
    strategy = "surw" if function in BY_SURW else "auto"
    timeouts = "adversarial" if path.stem in ADVERSARIAL else "patient"
    options = {"strategy": strategy, "timeouts": timeouts, "executions": EXECUTIONS}
    outcomes = explore_file(path, function, **options).outcomes
    if path.parent != MODELS:
        return [outcome for outcome in outcomes if not outcome.well]
    right = {o.describe() for o in explore_file(path, "right", **options).outcomes}
    return [o for o in outcomes if not o.well or o.describe() not in right]


def facts(outcome: Outcome) -> tuple[object, ...]:
    return (
        outcome.kind, canonical(outcome.value), outcome.exception, outcome.message,
        outcome.unhandled, outcome.left_running, outcome.preemptions, outcome.steps,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "function"), PROGRAMS, ids=[f"{path.stem}-{name}" for path, name in PROGRAMS]
)
def test_each_counterexample_replays(path: Path, function: str) -> None:
    found = bad_outcomes(path, function)
    assert found
    for outcome in found:
        switching, timeouts, entries = schedule.parse(outcome.schedule)
        assert schedule.write(switching, timeouts, entries) == outcome.schedule
        assert facts(replay_file(path, function, outcome.schedule)) == facts(outcome)


def test_the_median_counterexample_has_few_preemptions() -> None:
    fewest = [min(o.preemptions for o in bad_outcomes(*program)) for program in PROGRAMS]
    assert statistics.median(fewest) <= 2
