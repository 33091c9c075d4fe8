"""The names that suites and users may use."""

from grader.engine import CounterexampleError, DojoError, Exploration, Outcome, Timeline
from grader.engine.vocabulary import attempt, repeat, together
from grader.judge.explore import explore, run_for_real
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
    "meet",
    "repeat",
    "run_for_real",
    "scenario",
    "square",
    "together",
    "whereabouts",
]
