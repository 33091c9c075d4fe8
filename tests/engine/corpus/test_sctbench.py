"""Each bug of the SCTBench CS programs is found within the usual budget, whatever the seed.

Twenty seeds for "auto", three for each other strategy that draws lots; the whole table is
`python -m benchmarks.bugs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from benchmarks.bugs import BUGS, NAMES, SEEDS, Bug, Hunt, draws_lots

EXECUTIONS = 2000
FEW_SEEDS = 3

MANY_SETTERS = {"reorder_10", "reorder_20"}
HUNDRED_THREADS = {"twostage_100"}
# What a strategy does not reach for sure within the budget; all else it has to find.
BEYOND = {
    "auto": HUNDRED_THREADS,
    "dpor": MANY_SETTERS | HUNDRED_THREADS | {"reorder_5", "wronglock"},
    "dfs": MANY_SETTERS | HUNDRED_THREADS | {"reorder_5", "wronglock"},
    "delay": MANY_SETTERS | HUNDRED_THREADS | {"reorder_5"},
    "random": MANY_SETTERS | HUNDRED_THREADS | {"reorder_4", "reorder_5"},
    "pct": MANY_SETTERS | HUNDRED_THREADS,
    "pos": MANY_SETTERS | HUNDRED_THREADS,
    "surw": HUNDRED_THREADS,
}
CASES = [
    pytest.param(bug, name, id=f"{bug.name}-{name}")
    for bug in BUGS
    for name in NAMES
    if bug.name not in BEYOND.get(name, ())
]


@pytest.fixture(scope="module")
def hunt_for() -> Iterator[Callable[[Bug], Hunt]]:
    """A hunt is kept for all strategies: what draws no lots answers but once."""
    hunts: dict[str, Hunt] = {}
    with ExitStack() as stack:

        def make(bug: Bug) -> Hunt:
            if bug.name not in hunts:
                hunts[bug.name] = Hunt(bug.program(), EXECUTIONS)
                stack.callback(hunts[bug.name].close)
            return hunts[bug.name]

        yield make


@pytest.mark.parametrize(("bug", "strategy"), CASES)
def test_every_bug_is_found(hunt_for: Callable[[Bug], Hunt], bug: Bug, strategy: str) -> None:
    seeds = SEEDS if strategy == "auto" else FEW_SEEDS if draws_lots(strategy) else 1
    hunt = hunt_for(bug)
    missed = [seed for seed in range(seeds) if hunt.first_bug(strategy, seed) is None]
    assert missed == []


def test_no_bug_is_beyond_all() -> None:
    """Some strategy is held to each bug, that of the hundred threads apart."""
    reached = {bug.name for bug in BUGS for name in NAMES if bug.name not in BEYOND.get(name, ())}
    assert {bug.name for bug in BUGS} - reached == HUNDRED_THREADS
