"""What memory the engine holds while it makes a great many executions."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

from benchmarks.engine import PROGRAMS, program_of
from grader.engine.options import MAX_STEPS
from grader.engine.program import Runner
from grader.engine.strategy import RandomWalk

PROGRAM = "racy counter 2x2, Thread"
_STATM = Path("/proc/self/statm")


def resident() -> int:
    """Returns the memory this process holds now, in bytes; where nobody tells, the most it held."""
    if _STATM.exists():
        return int(_STATM.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def memory(executions: int, tell: Callable[[int, int], object]) -> list[tuple[int, int]]:
    """Runs a racy counter under a random walk, and looks at the memory as it goes.

    Args:
        executions: how many.
        tell: called after each hundredth with the executions made and the bytes held.

    Returns:
        The executions made and the bytes held, at the first execution and at each tenth of all.
    """
    readings = []
    tenths = {executions * part // 10 for part in range(1, 11)} | {1}
    hundredths = max(1, executions // 100)
    program = program_of(PROGRAMS[PROGRAM])
    with closing(Runner(program, "anywhere", "patient", MAX_STEPS)) as runner:
        results = islice(runner.search(RandomWalk(0)), executions)
        for number, _ in enumerate(results, 1):
            if number in tenths or number % hundredths == 0:
                held = resident()
                tell(number, held)
                if number in tenths:
                    readings.append((number, held))
    return readings
