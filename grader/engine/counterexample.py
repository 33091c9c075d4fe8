"""The schedule that an outcome is shown with: few preemptions, few steps.

Whatever strategy met an outcome first, it is looked for again in the order of preemptions
(Musuvathi and Qadeer, "Iterative Context Bounding", PLDI 2007), as far as the budget goes;
where that does not reach, decisions are dropped while the outcome stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from grader.engine import schedule as schedules
from grader.engine.program import Result, Runner
from grader.engine.strategy import DelayBounded, DepthFirst, Following, Forced

# Before a spent budget is called a livelock, it is raised so many times.
_PATIENCE = 10
NOWHERE = "the threads keep running and none of them gets anywhere"


@dataclass(slots=True)
class Found:
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


def find_canonical(
    runner: Runner, found: dict[object, Found], budget: int, steps: int, bound: int | None
) -> None:
    """Looks for each outcome again until all are met or the budget is spent.

    Half of it goes to schedules in the order of their preemptions; with many threads those
    without any are too many already, and the other half goes to the order of delays.

    Args:
        runner: what to run.
        found: the best schedule known for each outcome; changed in place.
        budget: executions.
        steps: scheduling points and calls.
        bound: the most preemptions, or None.
    """
    if [entry.result.kind for entry in found.values()] == ["returned"]:
        # Whatever the program does, it does in its default run.
        budget = 1
    search = DepthFirst(bound)
    if _look_again(runner, found, search, budget - budget // 2, steps // 2):
        return
    if bound is None and not search.exhausted:
        _look_again(runner, found, DelayBounded(), budget // 2, steps // 2)


def _look_again(
    runner: Runner, found: dict[object, Found], search: DepthFirst, budget: int, steps: int
) -> bool:
    """Tells whether each outcome was met with the fewest preemptions that there can be."""
    by_preemptions = not isinstance(search, DelayBounded)
    for _, result in zip(range(budget), runner.search(search), strict=False):
        keep(found, result, runner, minimal=by_preemptions)
        entries = found.values()
        if all(e.minimal and e.preemptions < search.cost for e in entries) and by_preemptions:
            return True
        steps -= runner.scheduler.steps + runner.scheduler.calls
        if steps < 0:
            break
    return search.exhausted


def keep(found: dict[object, Found], result: Result, runner: Runner, minimal: bool) -> None:
    scheduler = runner.scheduler
    known = found.get(result.key)
    if known is not None and (known.preemptions, known.steps) < (
        scheduler.preemptions,
        scheduler.steps,
    ):
        return
    entry = Found(
        result, scheduler.preemptions, scheduler.steps, list(scheduler.trace),
        tuple(scheduler.unhandled), scheduler.left_running, minimal,
    )  # fmt: skip
    if known is None or entry.rank < known.rank:
        found[result.key] = entry
    elif entry.rank == known.rank:
        known.minimal = known.minimal or minimal


def schedule_of(runner: Runner, trace: list[int]) -> tuple[str, Result]:
    """Returns the schedule of an execution, and how it ended when it was run for that."""
    forced = Forced(trace)
    forced.begin()
    result, _ = runner.record(forced)
    return schedules.write(runner.switching, runner.timeouts, forced.entries), result


def with_fewer_preemptions(runner: Runner, text: str, key: object, attempts: int) -> str:
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


def name_livelocks(runner: Runner, found: dict[object, Found]) -> None:
    """A spent budget is a livelock only if nobody finishes, fairly scheduled or alone."""
    for entry in found.values():
        if entry.result.kind == "limit" and not somebody_finishes(runner, entry.trace):
            entry.result.kind = "livelock"
            entry.result.message = NOWHERE


def somebody_finishes(runner: Runner, trace: list[int]) -> bool:
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
