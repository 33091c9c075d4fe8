"""The simulated `time` module: a virtual clock that only waiting moves.

The clock never runs backwards. A read by the program moves it on by a
millisecond, so that a loop which waits for the clock ends; a read by the library
does not, so that its own timeouts stay exact, unless it reads over and over.
"""

from __future__ import annotations

import time as real
from math import inf
from operator import index
from types import ModuleType
from typing import Any

from grader.engine import current

TICK = 0.001
_MOMENT = 1e-6
_EPOCH = 1_700_000_000.0


def _now(tick: float) -> float:
    scheduler = current.scheduler
    if scheduler is None:
        return 0.0
    if not tick:
        # To take the time that is left and to wait for as long needs two reads and a step.
        step, reads = scheduler.clock_reads
        reads = reads + 1 if step == scheduler.steps else 1
        scheduler.clock_reads = (scheduler.steps, reads)
        tick = _MOMENT if reads > 2 else 0.0
    scheduler.clock += tick
    return scheduler.clock


def sleep(seconds: Any, /) -> None:
    """Sleeps in virtual time; others may run before, during and after."""
    if hasattr(type(seconds), "__index__"):
        seconds = index(seconds)
    if not isinstance(seconds, (int, float)) or not 0 <= seconds < inf:
        real.sleep(seconds)  # It complains, in this Python's own words.
    current.require().sleep(float(seconds))


def simulated_time_module(tick: float) -> ModuleType:
    """Returns a `time` module on the virtual clock.

    Args:
        tick: seconds by which each read moves the clock on.
    """
    module = ModuleType("time", "Simulated by GIL Dojo.")
    vars(module).update({k: v for k, v in vars(real).items() if not k.startswith("__")})

    def monotonic() -> float:
        return _now(tick)

    def monotonic_ns() -> int:
        return round(_now(tick) * 1e9)

    def time() -> float:
        return _EPOCH + _now(tick)

    def time_ns() -> int:
        return round((_EPOCH + _now(tick)) * 1e9)

    names: dict[str, Any] = {
        "sleep": sleep,
        "time": time,
        "time_ns": time_ns,
        "monotonic": monotonic,
        "monotonic_ns": monotonic_ns,
        "perf_counter": monotonic,
        "perf_counter_ns": monotonic_ns,
        "process_time": monotonic,
        "process_time_ns": monotonic_ns,
        "thread_time": monotonic,
        "thread_time_ns": monotonic_ns,
    }
    vars(module).update(names)
    return module
