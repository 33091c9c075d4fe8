"""Explores one scenario: every interleaving of its threads, or a fair sample of them.

The engine knows no pytest and no course. What it needs of Python it simulates.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from grader.engine.encoding import Opaque, canonical, decode, encode
from grader.engine.errors import DojoError, ScheduleError, UnsimulatedError
from grader.engine.explorer import explore, follow, replay
from grader.engine.library_lines import with_library_lines
from grader.engine.outcome import (
    CounterexampleError,
    Exploration,
    Outcome,
    Step,
    Timeline,
    Values,
)
from grader.engine.program import Program, ScenarioSource
from grader.engine.rewrite import Source, parse
from grader.engine.self_check import Difference, self_check
from grader.engine.vocabulary import SCENARIO_MODULE

__all__ = [
    "CounterexampleError",
    "Difference",
    "DojoError",
    "Exploration",
    "Opaque",
    "Outcome",
    "Program",
    "ScenarioSource",
    "ScheduleError",
    "Source",
    "Step",
    "Timeline",
    "UnsimulatedError",
    "Values",
    "canonical",
    "decode",
    "encode",
    "explore",
    "explore_file",
    "explore_scenario",
    "file_program",
    "follow",
    "follow_scenario",
    "replay",
    "replay_file",
    "replay_scenario",
    "scenario_program",
    "self_check",
    "with_library_lines",
]


def file_program(path: str | Path, function: str, args: tuple[Any, ...] = ()) -> Program:
    """Returns the program that calls `function` of a file, with its same-folder imports.

    Raises:
        DojoError: the file cannot be read or is not valid Python.
    """
    path = Path(path)
    sources = [_read(path)]
    seen = {path.stem}
    for source in sources:
        for name in _imported(source):
            sibling = path.parent / f"{name}.py"
            if name not in seen and sibling.is_file():
                seen.add(name)
                sources.append(_read(sibling))
    return Program(tuple(sources), (path.stem, function), encode(args))


def scenario_program(
    scenario: ScenarioSource,
    submission: Source | None,
    siblings: tuple[Source, ...] = (),
    args: tuple[Any, ...] = (),
) -> Program:
    """Returns the program that runs a scenario against a submission."""
    own = () if submission is None else (submission, *siblings)
    return Program(
        (scenario.as_module(), *own),
        (SCENARIO_MODULE, scenario.name),
        encode(args),
        None if submission is None else submission.name,
    )


def explore_file(path: str | Path, function: str, **options: Any) -> Exploration:
    """Explores a function without parameters; options as for `explore`."""
    return explore(file_program(path, function), **options)


def replay_file(path: str | Path, function: str, schedule: str) -> Outcome:
    """Replays one schedule of such a function."""
    return replay(file_program(path, function), schedule)


def explore_scenario(
    scenario: ScenarioSource,
    submission: Source | None,
    siblings: tuple[Source, ...] = (),
    args: tuple[Any, ...] = (),
    **options: Any,
) -> Exploration:
    """Explores a scenario against a submission; options as for `explore`."""
    return explore(scenario_program(scenario, submission, siblings, args), **options)


def follow_scenario(
    scenario: ScenarioSource,
    submission: Source | None,
    siblings: tuple[Source, ...],
    args: tuple[Any, ...],
    **options: Any,
) -> Exploration:
    """Runs a scenario in the order that a person has written; options as for `follow`."""
    return follow(scenario_program(scenario, submission, siblings, args), **options)


def replay_scenario(
    scenario: ScenarioSource,
    submission: Source | None,
    siblings: tuple[Source, ...],
    args: tuple[Any, ...],
    schedule: str,
) -> Outcome:
    """Replays one schedule of a scenario."""
    return replay(scenario_program(scenario, submission, siblings, args), schedule)


def _read(path: Path) -> Source:
    try:
        return Source(path.stem, str(path), path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise DojoError("there is no such file", str(path)) from None
    except UnicodeDecodeError:
        raise DojoError("this is not UTF-8 text", str(path)) from None
    except OSError as error:
        raise DojoError(f"this cannot be read: {error.strerror}", str(path)) from None


def _imported(source: Source) -> list[str]:
    names = []
    for node in ast.walk(parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name.split(".")[0] for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.append(node.module.split(".")[0])
    return names
