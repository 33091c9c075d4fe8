"""`print` in the simulated world: a step of the timeline, and nothing on the screen."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

from grader.engine.encoding import beginning, scrub
from grader.engine.scheduler import Scheduler

_LONGEST = 200


def printing(scheduler: Scheduler) -> Callable[..., None]:
    """Returns the program's `print`, which looks like Python's own in error messages."""

    def print(*values: Any, **options: Any) -> None:
        if options.get("file") is not None:
            builtins.print(*values, **options)
            return
        if scheduler.recorder is not None:
            scheduler.quiet += 1
            text = str(options.get("sep") or " ").join(map(str, values))
            scheduler.quiet -= 1
            scheduler.recorder.step(
                scheduler.running.site, "print", value=scrub(beginning(text))[:_LONGEST]
            )
        elif not all(type(value) in (str, int, float) for value in values):
            # The texts are made all the same: that may run code of the program.
            scheduler.quiet += 1
            for value in values:
                str(value)
            scheduler.quiet -= 1

    print.__module__ = "builtins"
    print.__qualname__ = "print"
    return print
