"""Explores and replays any function that starts threads, kata or not, in a worker process."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from grader.course.catalogue import Course
from grader.course.kata_file import shown
from grader.engine.encoding import as_json
from grader.engine.errors import DojoError
from grader.engine.outcome import Exploration, Outcome, Timeline
from grader.engine.self_check import Difference
from grader.engine.strategy import STRATEGIES
from grader.judge.observation import NoObservationError, read_exploration, read_outcome
from grader.judge.worker import Worker, WorkerDefectError, WorkerError
from grader.patterns import pattern_of

LIBRARY_LINES = click.option(
    "--library-lines",
    is_flag=True,
    help="Switch inside the lines of threading and queue, too: slow, and a check that nothing "
    "is lost otherwise.",
)
FOUND = ("raised", "deadlock", "livelock", "crash")


@click.command(short_help="Run any function under every order of its threads.")
@click.argument("target", metavar="FILE.py::function")
@click.option(
    "--switching",
    type=click.Choice(["anywhere", "gil"]),
    default="anywhere",
    show_default=True,
    help="Where a thread may be interrupted: anywhere, as on free-threaded Python and PyPy, "
    "or only where CPython since 3.10 hands the GIL over.",
)
@click.option(
    "--timeouts",
    type=click.Choice(["patient", "adversarial"]),
    default="patient",
    show_default=True,
    help="When a timeout may fire: when nothing else can run, or whenever it would wait.",
)
@click.option(
    "--strategy",
    type=click.Choice(["auto", *STRATEGIES]),
    default="auto",
    show_default=True,
    help="How to search: dpor, dfs and delay try everything, in their own orders; random, pct, "
    "pos and surw sample; auto does both.",
)
@click.option(
    "--executions",
    metavar="N",
    type=click.IntRange(min=1),
    default=2000,
    show_default=True,
    help="Try at most N interleavings.",
)
@click.option("--seed", metavar="S", type=int, default=0, show_default=True, help="For sampling.")
@click.option("--preemptions", metavar="N", type=int, help="Stop no thread more than N times.")
@click.option("--delays", metavar="N", type=int, help="Pass over no thread more than N times.")
@LIBRARY_LINES
@click.option("--expect", metavar="VALUE", help="The only value it may return, such as 2 or 'ok'.")
@click.option("--one-outcome", is_flag=True, help="Any value will do, but always the same one.")
@click.option(
    "--self-check", is_flag=True, help="Only look whether the same order always does the same."
)
@click.option("--json", "as_json_alone", is_flag=True, help="Print JSON alone.")
def explore(
    target: str,
    expect: str | None,
    one_outcome: bool,
    self_check: bool,
    library_lines: bool,
    as_json_alone: bool,
    **options: Any,
) -> int:
    """Run a function under every order of its threads, and show how it can end.

    It is any function without parameters, in any file, that starts its threads
    with the standard `threading`. Nothing is run for real: the threads are
    simulated, in a process of their own.

    Exits with 1 if an execution raises, deadlocks or never ends, if an exception
    ends a thread and nobody catches it, if one returns anything but the VALUE of
    --expect, if there are several values under --one-outcome, or if no execution
    could be finished; under --self-check, if an execution did something else when
    it was run again.
    """
    file, function = _target(target)
    request = {"path": file, "function": function, "library_lines": library_lines}
    if self_check:
        return _self_check(request, options, as_json_alone)
    with _worker(file) as ask:

        def timeline_of(schedule: str) -> Timeline:
            again = {"operation": "replay_file", "options": {"schedule": schedule}}
            return read_outcome(ask(request | again)).timeline

        found = ask(request | {"operation": "explore_file", "options": options})
        exploration = read_exploration(found, options, timeline_of)
        wrong = _wrong(exploration, expect)
        if as_json_alone:
            click.echo(json.dumps(_exploration_json(exploration), indent=2))
        else:
            from grader.report.exploration import print_exploration
            from grader.report.look import open_console

            print_exploration(
                open_console(),
                exploration,
                target,
                wrong=wrong or None,
                library_lines=library_lines,
            )
    values = [outcome for outcome in exploration.outcomes if outcome.kind == "returned"]
    return 1 if wrong or not values or (one_outcome and len(values) > 1) else 0


def _self_check(request: dict[str, Any], options: dict[str, Any], as_json_alone: bool) -> int:
    asked = {name: options[name] for name in ("switching", "timeouts", "seed")}
    file, function = request["path"], request["function"]
    with _worker(file) as ask:
        found = ask(request | {"operation": "self_check_file", "options": asked})["difference"]
    if as_json_alone:
        click.echo(json.dumps({"difference": found}, indent=2))
    else:
        from grader.report.exploration import print_self_check
        from grader.report.look import open_console

        print_self_check(open_console(), found and Difference(**found), f"{file}::{function}")
    return 1 if found else 0


@click.command(short_help="Run it under one order, step by step.")
@click.argument("target", metavar="FILE.py::function")
@click.argument("schedule", metavar="SCHEDULE")
@click.option(
    "--submission", metavar="FILE", type=click.Path(path_type=Path), help="What a KATA is done by."
)
@LIBRARY_LINES
@click.option("--json", "as_json_alone", is_flag=True, help="Print JSON alone.")
def replay(
    target: str,
    schedule: str,
    submission: Path | None,
    library_lines: bool,
    as_json_alone: bool,
) -> int:
    """Run a function under one SCHEDULE, and show it step by step.

    `dojo explore` and `dojo check` print the command to type. For a kata the
    target is KATA::property:number, and your stub is what runs. Exits with 1 if
    this execution raises, deadlocks, never ends, or if an exception ends a thread
    and nobody catches it.
    """
    name, _, address = target.partition("::")
    if address and not name.endswith(".py"):
        if library_lines:
            raise DojoError("--library-lines is for FILE.py::function, as dojo explore has it")
        outcome = _replay_kata(name, address, schedule, submission)
    elif submission is not None:
        raise DojoError("--submission is for KATA::property:number; here FILE.py is what runs")
    else:
        outcome = _replay_file(target, schedule, library_lines)
    if as_json_alone:
        click.echo(json.dumps(_story_json(outcome), indent=2))
    else:
        from grader.report.exploration import print_outcome
        from grader.report.look import open_console

        print_outcome(open_console(), outcome, target)
    return 0 if outcome.well else 1


def _replay_file(target: str, schedule: str, library_lines: bool) -> Outcome:
    file, function = _target(target)
    request = {
        "operation": "replay_file",
        "path": file,
        "function": function,
        "library_lines": library_lines,
        "options": {"schedule": schedule},
    }
    with _worker(file) as ask:
        return read_outcome(ask(request))


def _replay_kata(name: str, address: str, schedule: str, submission: Path | None) -> Outcome:
    from grader.judge.replaying import replay as replay_kata

    kata = Course.find().kata(name)
    path = submission or kata.stub
    if not path.is_file():
        raise DojoError("there is no such file; name the file to run", shown(path))
    return replay_kata(kata.task(), path, address, schedule)


def _target(target: str) -> tuple[str, str]:
    """Returns the file, as people see it from here, and the function's name."""
    file, separator, function = target.rpartition("::")
    if not separator or not file or not function.isidentifier():
        raise DojoError(f"{target!r} names no function; write FILE.py::function")
    if not Path(file).is_file():
        raise DojoError("there is no such file; name a Python file", file)
    file = shown(Path(file))
    _refuse_parameters(file, function)
    return file, function


def _refuse_parameters(file: str, function: str) -> None:
    try:
        body = ast.parse(Path(file).read_bytes()).body
    except (SyntaxError, ValueError, OSError, RecursionError, MemoryError):
        return  # the engine says what is wrong with the file
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            required = len(node.args.posonlyargs + node.args.args) - len(node.args.defaults)
            if required > 0 or None in node.args.kw_defaults:
                sentence = f"{function}() needs arguments; write a function without, that calls it"
                raise DojoError(sentence, file, node.lineno)


@contextmanager
def _worker(file: str) -> Iterator[Callable[[Mapping[str, Any]], dict[str, Any]]]:
    """Lends a function that asks a worker process; that process dies with the block."""
    watched = sys.stderr.isatty()
    with Worker(Path.cwd()) as worker:

        def ask(request: Mapping[str, Any]) -> dict[str, Any]:
            if watched:
                click.echo(f"{request['operation'].partition('_')[0]} …", err=True, nl=False)
            try:
                return worker.ask(request, None)
            finally:
                if watched:
                    click.echo("\r\033[K", err=True, nl=False)

        try:
            yield ask
        except WorkerDefectError:
            raise
        except WorkerError as error:
            raise DojoError(error.sentence, file) from None
        except NoObservationError as error:
            raise DojoError(f"this code wrote into the dojo's own channel: {error}", file) from None


def _wrong(exploration: Exploration, expect: str | None) -> list[Outcome]:
    wrong = [o for o in exploration.outcomes if o.kind in FOUND or o.unhandled]
    if expect is not None:
        right = _expected(expect)
        values = [outcome for outcome in exploration.outcomes if outcome.kind == "returned"]
        wrong += [one for one in values if _text(one.value) != right and repr(one.value) != expect]
    return [outcome for outcome in exploration.outcomes if outcome in wrong]


def _expected(text: str) -> str:
    """Returns VALUE as canonical JSON: it is a Python literal, JSON, or else a plain text."""
    try:
        return _text(ast.literal_eval(text))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        pass
    try:
        return _text(json.loads(text))
    except ValueError:
        return _text(text)


def _text(value: object) -> str:
    return json.dumps(as_json(value), sort_keys=True)


def _exploration_json(exploration: Exploration) -> dict[str, Any]:
    names = ("exhaustive", "executions", "pruned", "seconds")
    options = ("switching", "timeouts", "strategy", "seed")
    return {
        **{name: getattr(exploration, name) for name in (*names, *options)},
        "outcomes": [_outcome_json(outcome) for outcome in exploration.outcomes],
    }


def _story_json(outcome: Outcome) -> dict[str, Any]:
    """Returns an outcome with its execution and the pattern that this shows.

    The form of both is in docs/timeline.schema.json.
    """
    timeline = outcome.timeline
    pattern = pattern_of(outcome, timeline)
    told = {"timeline": timeline.to_data(), "pattern": pattern and asdict(pattern)}
    return _outcome_json(outcome) | told


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "kind": outcome.kind,
        "value": as_json(outcome.value),
        "exception": outcome.exception,
        "message": outcome.message,
        "schedule": outcome.schedule,
        "preemptions": outcome.preemptions,
        "unhandled": list(outcome.unhandled),
        "left_running": list(outcome.left_running),
    }
