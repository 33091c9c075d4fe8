"""Real processes and real interpreters: a scenario run for real, watched from outside.

A `Measurement` is an `Exploration` (`.values`, `.outcomes`, `.wrong`, `.seen()`) that also has
`.notes`. A scenario that runs for real may use the names of `workload.__all__` besides the
vocabulary.
"""

from grader.measure.interpreters import Interpreter, find_free_threaded, find_interpreters
from grader.measure.measurement import FREE_THREADED, START_METHODS, Measurement, run_for_real
from grader.measure.run import run_once
from grader.measure.workload import meet, square, whereabouts

__all__ = [
    "FREE_THREADED",
    "START_METHODS",
    "Interpreter",
    "Measurement",
    "find_free_threaded",
    "find_interpreters",
    "meet",
    "run_for_real",
    "run_once",
    "square",
    "whereabouts",
]
