"""The names that suites and users may use.

They are looked up when first asked for: pytest imports this package in every project.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.engine import CounterexampleError, DojoError, Exploration, Outcome, Timeline
    from grader.engine.vocabulary import attempt, repeat, together
    from grader.judge.explore import explore, follow, run_for_real
    from grader.judge.scenario import scenario
    from grader.measure.workload import meet, square, whereabouts

__all__ = [
    "CounterexampleError",
    "DojoError",
    "Exploration",
    "Outcome",
    "Timeline",
    "attempt",
    "explore",
    "follow",
    "meet",
    "repeat",
    "run_for_real",
    "scenario",
    "square",
    "together",
    "whereabouts",
]

_HOMES = {
    "attempt": "grader.engine.vocabulary",
    "explore": "grader.judge.explore",
    "follow": "grader.judge.explore",
    "meet": "grader.measure.workload",
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
