"""A mistake of ours: people get one sentence, and the traceback where they ask for it."""

from __future__ import annotations

import os
import traceback

from grader.judge.worker import WorkerDefectError

EXIT_CODE = 3
"""What a command ends with; pytest ends with the same for internal errors."""

VARIABLE = "DOJO_TRACEBACK"
"""The environment variable that asks for the traceback."""


def traceback_wanted() -> bool:
    """Whether the traceback shall be shown."""
    return os.environ.get(VARIABLE, "0") not in ("", "0")


def is_ours(error: BaseException) -> bool:
    """Whether an exception in a pytest run comes from this package, or from what it called.

    What another plugin or a conftest.py raises may have come through our hooks, but pytest
    itself stands between.
    """
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    for frame in reversed(frames):
        package = str(frame.f_globals.get("__name__")).partition(".")[0]
        if package in ("grader", "pluggy"):
            return package == "grader"
    return False


def sentence(error: BaseException) -> str:
    """Returns the one sentence about a mistake of ours."""
    first = str(error).strip().partition("\n")[0]
    if not isinstance(error, WorkerDefectError):
        first = f"{type(error).__name__}: {first}" if first else type(error).__name__
    todo = f"run it again with {VARIABLE}=1 and report what that shows"
    if traceback_wanted():
        todo = "please report it with its traceback"
    return f"this is a defect of gil-dojo, not of your code ({first}); {todo}"


def told(error: BaseException) -> str:
    """Returns the sentence, after the traceback if that is asked for."""
    return traceback_text(error) * traceback_wanted() + sentence(error)


def traceback_text(error: BaseException) -> str:
    """Returns the traceback, that in the worker first."""
    where = error.traceback if isinstance(error, WorkerDefectError) else ""
    return where + "".join(traceback.format_exception(error))
