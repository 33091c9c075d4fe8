"""Explores a program: all its executions where that ends, a fair sample where not."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing

from grader.engine import schedule as schedules
from grader.engine.counterexample import (
    NOWHERE,
    Found,
    find_canonical,
    keep,
    name_livelocks,
    schedule_of,
    somebody_finishes,
    with_fewer_preemptions,
)
from grader.engine.options import EXECUTIONS, MAX_STEPS, Options
from grader.engine.outcome import ORDER, Exploration, Outcome, Timeline
from grader.engine.program import Program, Runner
from grader.engine.strategy import DepthFirst, Directed, Following, Reduced, Strategy

# The budget of a whole exploration, in steps and calls for each execution asked for.
STEPS_EACH = 100
# At least so many attempts to find a simpler schedule for an outcome.
_ATTEMPTS = 20


def explore(
    program: Program,
    *,
    switching: str = "anywhere",
    timeouts: str = "patient",
    strategy: str = "auto",
    executions: int = EXECUTIONS,
    seed: int = 0,
    preemptions: int | None = None,
    delays: int | None = None,
    steps: int = MAX_STEPS,
) -> Exploration:
    """Runs the program under many schedules and returns its distinct outcomes.

    Args:
        program: what to run.
        switching: "anywhere" (a switch may come before any access) or "gil" (only
            where CPython since 3.10 may hand the GIL over).
        timeouts: "patient" (fire only when nothing else can run before) or "adversarial"
            (may fire whenever they would block).
        strategy: "auto" (every schedule while the budget lasts, then samples) or a name
            of `grader.engine.strategy`.
        executions: how many executions at most.
        seed: of the sampling strategies.
        preemptions: try only schedules with at most so many; None for all.
        delays: the same for delays, see `grader.engine.strategy.delay`.
        steps: scheduling points after which one execution is given up.

    Raises:
        DojoError: an option or the program is no good; says what to do.
    """
    options = Options(
        switching, timeouts, strategy, executions, seed, preemptions, delays, steps
    )  # fmt: skip
    options.check()
    with closing(Runner(program, switching, timeouts, steps)) as runner:
        return _explore(runner, options)


def _explore(runner: Runner, options: Options) -> Exploration:
    executions = options.executions
    found: dict[object, Found] = {}
    started = time.perf_counter()
    scheduler = runner.scheduler
    count = pruned = total = most_steps = 0
    complete = False
    sound = True
    for search, budget in options.phases():
        tried = 0
        most_steps += budget * STEPS_EACH
        if budget and total < most_steps:
            for result in runner.search(search):
                tried += 1
                total += scheduler.steps + scheduler.calls
                sound = sound and not (scheduler.opaque or scheduler.unfair)
                if scheduler.ending == "pruned":
                    pruned += 1
                else:
                    count += 1
                    keep(found, result, runner, type(search) is DepthFirst)
                if tried == budget or total >= most_steps:
                    break
        if isinstance(search, (DepthFirst, Reduced)) and not search.begin():
            complete = search.exhausted
            if complete or isinstance(search, DepthFirst):
                break
    seconds = time.perf_counter() - started
    known = len(found)
    if options.search != "dfs":
        attempts = max(_ATTEMPTS, executions // 2)
        find_canonical(runner, found, attempts, attempts * STEPS_EACH, options.preemptions)
    complete = complete and len(found) == known
    name_livelocks(runner, found)
    limited = any(entry.result.kind == "limit" for entry in found.values())
    # Simplifying what was found costs no more than finding it; the simplest come first.
    attempts = max(_ATTEMPTS, executions // max(1, len(found)))
    most = max(1, executions // attempts)
    entries = sorted(found.values(), key=lambda entry: entry.rank)
    outcomes = [
        _outcome(runner, entry, attempts if number < most else 0)
        for number, entry in enumerate(entries)
    ]
    outcomes.sort(key=lambda o: (o.preemptions, o.steps, o.schedule))
    return Exploration(
        tuple(outcomes),
        complete and sound and not limited,
        count,
        pruned,
        seconds,
        runner.switching,
        runner.timeouts,
        options.search,
        options.seed,
    )


def follow(
    program: Program,
    order: Sequence[str],
    *,
    switching: str = "anywhere",
    timeouts: str = "patient",
    steps: int = MAX_STEPS,
) -> Exploration:
    """Runs the program in the one order that a person has written.

    Args:
        program: what to run.
        order: the cues, such as "T1 reads self.value", see `grader.engine.strategy.directed`.
        switching, timeouts, steps: as for `explore`.

    Returns:
        An exploration of this one execution; its `impossible` says where the order cannot be
        followed.
    """
    Options(switching, timeouts, "auto", 1, 0, None, None, steps).check()
    started = time.perf_counter()
    with closing(Runner(program, switching, timeouts, steps)) as runner:
        directed = Directed(order)
        _, recorder = runner.record(directed)
        directed.finish(runner.scheduler, recorder.steps)
        schedule = schedules.write(switching, timeouts, directed.entries)
        following = Following(directed.entries)
        outcome = _replayed(runner, following, schedule, "")
    return Exploration(
        (outcome,), False, 1, 0, time.perf_counter() - started, switching, timeouts, ORDER,
        impossible=directed.impossible, followed=directed.followed,
    )  # fmt: skip


def replay(program: Program, schedule: str, *, steps: int = MAX_STEPS, kind: str = "") -> Outcome:
    """Runs the program under one written schedule and records it.

    Args:
        program: what to run.
        schedule: as an outcome has it.
        steps: as for `explore`.
        kind: what the outcome is known to be, if it is; spares the search for a livelock.

    Raises:
        ScheduleError: the schedule is malformed or no longer fits; says at which step.
    """
    switching, timeouts, entries = schedules.parse(schedule)
    with closing(Runner(program, switching, timeouts, steps)) as runner:
        return _replayed(runner, Following(entries), schedule, kind)


def _replayed(runner: Runner, following: Strategy, schedule: str, kind: str) -> Outcome:
    following.begin()
    result, recorder = runner.record(following)
    following.end(runner.scheduler)
    scheduler = runner.scheduler
    outcome = Outcome(
        result.kind, result.value, result.exception, result.message, schedule,
        scheduler.preemptions, scheduler.steps, tuple(scheduler.unhandled),
        scheduler.left_running,
    )  # fmt: skip
    if result.kind == "limit" and not kind:
        kind = "limit" if somebody_finishes(runner, list(scheduler.trace)) else "livelock"
    if kind == "livelock":
        outcome.kind, outcome.message = "livelock", NOWHERE
    ending = outcome.message if outcome.kind == "deadlock" else outcome.describe()
    outcome._timeline = recorder.timeline(ending)
    return outcome


def _outcome(runner: Runner, entry: Found, attempts: int) -> Outcome:
    text, recorded = schedule_of(runner, entry.trace)
    if not entry.minimal and entry.preemptions:
        text = with_fewer_preemptions(runner, text, entry.result.key, attempts)
        following = Following(schedules.parse(text)[2])
        following.begin()
        recorded, _ = runner.record(following)
    result = entry.result
    message = result.message if result.kind == "livelock" else recorded.message

    program, kind, steps = runner.program, result.kind, runner.scheduler.step_limit

    def timeline_of(schedule: str) -> Timeline:
        return replay(program, schedule, steps=steps, kind=kind).timeline

    return Outcome(
        result.kind, result.value, result.exception, message, text,
        runner.scheduler.preemptions, runner.scheduler.steps, entry.unhandled,
        entry.left_running, timeline_of,
    )  # fmt: skip
