"""Explores functions of users' own files."""

from __future__ import annotations

import atexit
import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.engine.errors import DojoError
from grader.engine.outcome import Exploration, Timeline
from grader.judge.observation import NoObservationError, read_exploration, read_outcome
from grader.judge.scenario import Scenario, shown
from grader.judge.worker import Worker, WorkerDefectError, WorkerError


@dataclass(frozen=True)
class _Surroundings:
    """What a worker is started with; one in others is of no use."""

    process: int
    folder: Path
    environment: dict[str, str]


_idle: list[tuple[_Surroundings, Worker]] = []


def _idle_worker(where: _Surroundings) -> Worker | None:
    """Returns the worker that has been kept, if it fits; ends one that doesn't."""
    found = None
    while _idle:
        kept, worker = _idle.pop()
        if kept == where and found is None:
            found = worker
        elif kept.process == where.process:
            worker.kill()
    return found


@atexit.register
def _end_idle() -> None:
    _idle_worker(_Surroundings(os.getpid(), Path(), {}))


def explore_own(
    scenario: Callable[..., Any], args: list[Any], options: dict[str, Any]
) -> Exploration:
    """Explores a function of a user's own file, in a worker of its own.

    Args:
        scenario: the function.
        args: its arguments, encoded.
        options: as in `grader.judge.explore.explore`.

    Raises:
        DojoError: it can't be done; the sentence says why, and where.
    """
    function = scenario.function if isinstance(scenario, Scenario) else scenario
    name = getattr(function, "__qualname__", repr(function))
    code = getattr(function, "__code__", None)
    if code is None or not name.isidentifier() or not Path(code.co_filename).is_file():
        raise DojoError(f"`{name}` can't be explored: define it at the top level of a file")
    path = shown(code.co_filename)
    if code.co_argcount > len(args) and code.co_varnames[0] == "submission":
        raise DojoError(
            f"`{name}` needs a submission; run its suite by `dojo check`",
            path,
            code.co_firstlineno,
        )
    request = {"path": path, "function": name, "args": args}

    def timeline_of(schedule: str) -> Timeline:
        with _worker(path) as worker:
            again = {"operation": "replay_file", "options": {"schedule": schedule}}
            return read_outcome(worker.ask(request | again, None)).timeline

    with _worker(path) as worker:
        found = worker.ask(request | {"operation": "explore_file", "options": options}, None)
        return read_exploration(found, options, timeline_of)


@contextlib.contextmanager
def _worker(path: str) -> Iterator[Worker]:
    """Lends a worker in the current folder; what goes wrong in it is one sentence."""
    try:
        with contextlib.ExitStack() as ends:
            where = _Surroundings(os.getpid(), Path.cwd(), dict(os.environ))
            worker = ends.enter_context(_idle_worker(where) or Worker(where.folder))
            yield worker
            # A test that draws its cases asks again and again; starting takes longer than most.
            _idle.append((where, worker))
            ends.pop_all()
    except WorkerDefectError:
        raise
    except WorkerError as error:
        raise DojoError(error.sentence, path) from None
    except NoObservationError as error:
        raise DojoError(f"it wrote into the judge's channel: {error}", path) from None
