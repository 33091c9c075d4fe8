"""Explores a program: all its executions where that ends, a fair sample where not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from grader.engine import schedule as schedules
from grader.engine.errors import DojoError
from grader.engine.outcome import Exploration, Outcome, Timeline
from grader.engine.program import Program, Result, Runner
from grader.engine.strategy import STRATEGIES, DepthFirst, Following, Forced, Reduced, Strategy

EXECUTIONS = 2000
MAX_STEPS = 5000
# The budget of a whole exploration, in steps and calls for each execution asked for.
_STEPS_EACH = 100
_SWITCHING = ("anywhere", "gil")
_TIMEOUTS = ("patient", "adversarial")
# At least so many attempts to find a simpler schedule for an outcome.
_ATTEMPTS = 20
# Before a spent budget is called a livelock, it is raised so many times.
_PATIENCE = 10
_NOWHERE = "the threads keep running and none of them gets anywhere"


@dataclass(slots=True)
class _Found:
    """The best schedule known for one outcome."""

    result: Result
    preemptions: int
    steps: int
    trace: list[int]
    unhandled: tuple[str, ...]
    left_running: tuple[str, ...]
    minimal: bool

    @property
    def rank(self) -> tuple[int, int, list[int]]:
        return (self.preemptions, self.steps, self.trace)


def explore(
    program: Program,
    *,
    switching: str = "anywhere",
    timeouts: str = "patient",
    strategy: str = "auto",
    executions: int = EXECUTIONS,
    seed: int = 0,
    preemptions: int | None = None,
    steps: int = MAX_STEPS,
) -> Exploration:
    """Runs the program under many schedules and returns its distinct outcomes.

    Args:
        program: what to run.
        switching: "anywhere" (a switch may come before any access) or "gil" (only
            where CPython since 3.10 may hand the GIL over).
        timeouts: "patient" (fire only when nothing else can run) or "adversarial"
            (may fire whenever they would block).
        strategy: "auto" (every schedule while the budget lasts, then samples), "dfs",
            "random" or "pct".
        executions: how many executions at most.
        seed: of the sampling strategies.
        preemptions: try only schedules with at most so many; None for all.
        steps: scheduling points after which one execution is given up.

    Raises:
        DojoError: an option or the program is no good; says what to do.
    """
    _check_options(switching, timeouts, strategy, executions, preemptions)
    with closing(Runner(program, switching, timeouts, steps)) as runner:
        return _explore(runner, strategy, executions, seed, preemptions)


def _explore(
    runner: Runner, strategy: str, executions: int, seed: int, preemptions: int | None
) -> Exploration:
    found: dict[object, _Found] = {}
    started = time.perf_counter()
    scheduler = runner.scheduler
    count = pruned = total = 0
    most_steps = executions * _STEPS_EACH
    complete = False
    sound = True
    for search, budget in _phases(runner.switching, strategy, executions, seed, preemptions):
        tried = 0
        if budget and total < most_steps:
            for result in runner.search(search):
                tried += 1
                total += scheduler.steps + scheduler.calls
                sound = sound and not (scheduler.opaque or scheduler.unfair)
                if scheduler.ending == "pruned":
                    pruned += 1
                else:
                    count += 1
                    _keep(found, result, runner, isinstance(search, DepthFirst))
                if tried == budget or total >= most_steps:
                    break
        if isinstance(search, (DepthFirst, Reduced)) and not search.begin():
            complete = search.exhausted
            if complete or isinstance(search, DepthFirst):
                break
    seconds = time.perf_counter() - started
    known = len(found)
    if strategy != "dfs":
        _find_canonical(runner, found, max(_ATTEMPTS, executions // 2), preemptions)
    complete = complete and len(found) == known
    _name_livelocks(runner, found)
    limited = any(entry.result.kind == "limit" for entry in found.values())
    # Simplifying what was found costs no more than finding it.
    attempts = max(_ATTEMPTS, executions // max(1, len(found)))
    outcomes = [_outcome(runner, entry, attempts) for entry in found.values()]
    outcomes.sort(key=lambda o: (o.preemptions, o.steps, o.schedule))
    return Exploration(
        tuple(outcomes),
        complete and sound and not limited,
        count,
        pruned,
        seconds,
        runner.switching,
        runner.timeouts,
        strategy,
        seed,
    )


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
        kind = "limit" if _somebody_finishes(runner, list(scheduler.trace)) else "livelock"
    if kind == "livelock":
        outcome.kind, outcome.message = "livelock", _NOWHERE
    ending = outcome.message if outcome.kind == "deadlock" else outcome.describe()
    outcome._timeline = recorder.timeline(ending)
    return outcome


def _check_options(
    switching: str, timeouts: str, strategy: str, executions: int, preemptions: int | None
) -> None:
    for value, allowed, word in (
        (switching, _SWITCHING, "switching"),
        (timeouts, _TIMEOUTS, "timeouts"),
        (strategy, ("auto", *STRATEGIES), "strategy"),
    ):
        if value not in allowed:
            raise DojoError(f"{word} is one of {', '.join(allowed)}, not {value!r}")
    if executions < 1:
        raise DojoError(f"executions must be at least 1, not {executions}")
    if preemptions is not None and preemptions < 0:
        raise DojoError(f"preemptions must be at least 0, not {preemptions}")


def _phases(
    switching: str, strategy: str, executions: int, seed: int, preemptions: int | None
) -> Iterator[tuple[Strategy, int]]:
    """Which searches run one after the other, each with its share of the executions."""
    if strategy == "auto":
        # Half of the budget on all there is; the rest is sampled only if that did not end.
        reduced = switching == "anywhere" and preemptions is None
        yield Reduced() if reduced else DepthFirst(preemptions), max(1, executions // 2)
        if preemptions is None:
            yield STRATEGIES["random"](seed), executions // 4
            yield STRATEGIES["pct"](seed), executions - executions // 2 - executions // 4
    elif strategy == "dfs":
        yield DepthFirst(preemptions), executions
    else:
        yield STRATEGIES[strategy](seed), executions


def _find_canonical(
    runner: Runner, found: dict[object, _Found], budget: int, preemptions: int | None
) -> None:
    """Looks for each outcome again in the order of preemptions, until all are met or the budget
    is spent."""
    if [entry.result.kind for entry in found.values()] == ["returned"]:
        # Whatever the program does, it does in its default run.
        budget = 1
    search = DepthFirst(preemptions)
    for _, result in zip(range(budget), runner.search(search), strict=False):
        _keep(found, result, runner, minimal=True)
        if all(entry.minimal and entry.preemptions < search.cost for entry in found.values()):
            break


def _keep(found: dict[object, _Found], result: Result, runner: Runner, minimal: bool) -> None:
    scheduler = runner.scheduler
    known = found.get(result.key)
    if known is not None and (known.preemptions, known.steps) < (
        scheduler.preemptions,
        scheduler.steps,
    ):
        return
    entry = _Found(
        result, scheduler.preemptions, scheduler.steps, list(scheduler.trace),
        tuple(scheduler.unhandled), scheduler.left_running, minimal,
    )  # fmt: skip
    if known is None or entry.rank < known.rank:
        found[result.key] = entry
    elif entry.rank == known.rank:
        known.minimal = known.minimal or minimal


def _outcome(runner: Runner, entry: _Found, attempts: int) -> Outcome:
    text = _schedule_of(runner, entry.trace)
    if not entry.minimal and entry.preemptions:
        text = _with_fewer_preemptions(runner, text, entry.result.key, attempts)
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


def _schedule_of(runner: Runner, trace: list[int]) -> str:
    forced = Forced(trace)
    forced.begin()
    runner.record(forced)
    return schedules.write(runner.switching, runner.timeouts, forced.entries)


def _with_fewer_preemptions(runner: Runner, text: str, key: object, attempts: int) -> str:
    """Drops decisions, many at once and at last one by one, while the outcome stays."""
    entries = schedules.parse(text)[2]
    best = (runner.scheduler.preemptions, len(entries))
    size = max(1, len(entries) // 2)
    while size:
        number = 0
        dropped = False
        while number < len(entries) and attempts:
            attempts -= 1
            following = Following(entries[:number] + entries[number + size :], lenient=True)
            following.begin()
            result, _ = runner.record(following)
            rank = (runner.scheduler.preemptions, len(following.taken))
            if result.key == key and rank < best:
                entries, best, dropped = following.taken, rank, True
            else:
                number += size
        if size > 1 or not dropped:
            size //= 2
    return schedules.write(runner.switching, runner.timeouts, entries)


def _name_livelocks(runner: Runner, found: dict[object, _Found]) -> None:
    """A spent budget is a livelock only if nobody finishes, fairly scheduled or alone."""
    for entry in found.values():
        if entry.result.kind == "limit" and not _somebody_finishes(runner, entry.trace):
            entry.result.kind = "livelock"
            entry.result.message = _NOWHERE


def _somebody_finishes(runner: Runner, trace: list[int]) -> bool:
    scheduler = runner.scheduler
    usual = scheduler.step_limit
    scheduler.step_limit = _PATIENCE * usual
    try:
        if _finishes(runner, trace, "fair"):
            return True
        unfinished = [thread.index for thread in scheduler.threads if not thread.done]
        return any(_finishes(runner, trace, index) for index in unfinished)
    finally:
        scheduler.step_limit = usual


def _finishes(runner: Runner, trace: list[int], then: str | int) -> bool:
    """Tells whether the program, or the thread that then runs alone, comes to its end."""
    forced = Forced(trace, then)
    forced.begin()
    if runner.run(forced).kind != "limit":
        return True
    return isinstance(then, int) and runner.scheduler.threads[then].done
