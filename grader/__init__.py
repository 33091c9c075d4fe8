"""The names that suites and users may use.

They are looked up when first asked for: pytest imports this package in every project.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.engine import CounterexampleError, DojoError, Exploration, Outcome, Timeline
    from grader.engine.vocabulary import attempt, record, repeat, together
    from grader.judge.explore import explore, follow, run_for_real
    from grader.judge.order import assert_linearizable
    from grader.judge.scenario import scenario
    from grader.measure.workload import meet, square, whereabouts
    from grader.spec import ANYTHING, programs

__all__ = [
    "ANYTHING",
    "CounterexampleError",
    "DojoError",
    "Exploration",
    "Outcome",
    "Timeline",
    "assert_linearizable",
    "attempt",
    "explore",
    "follow",
    "meet",
    "programs",
    "record",
    "repeat",
    "run_for_real",
    "scenario",
    "square",
    "together",
    "whereabouts",
]

_HOMES = {
    "ANYTHING": "grader.spec",
    "assert_linearizable": "grader.judge.order",
    "attempt": "grader.engine.vocabulary",
    "explore": "grader.judge.explore",
    "follow": "grader.judge.explore",
    "meet": "grader.measure.workload",
    "programs": "grader.spec",
    "record": "grader.engine.vocabulary",
    "repeat": "grader.engine.vocabulary",
    "run_for_real": "grader.judge.explore",
    "scenario": "grader.judge.scenario",
    "square": "grader.measure.workload",
    "together": "grader.engine.vocabulary",
    "whereabouts": "grader.measure.workload",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES.get(name, "grader.engine")), name)
    globals()[name] = value
    return value
