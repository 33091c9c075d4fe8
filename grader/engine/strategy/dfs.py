"""Every schedule, in the order of their preemptions.

Depth-first search without reduction, arranged as iterative context bounding
(Musuvathi and Qadeer, PLDI 2007): all executions with no preemption first, then
all with one, and so on. Each schedule is run exactly once, and whatever is found
is found with the fewest preemptions it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread


class DepthFirst:
    """Runs every schedule.

    Args:
        bound: run only schedules with at most so many preemptions; None for all.
    """

    def __init__(self, bound: int | None = None) -> None:
        self.bound = bound
        self.exhausted = False
        self.cut = False
        # One stack per cost (preemptions): (trace it branches from, length, choice there).
        self._stacks: list[list[tuple[list[int], int, int]]] = [[([], 0, 0)]]
        self.cost = 0
        self._prefix: list[int] = []
        self._branches: list[tuple[int, bool]] = []

    def begin(self) -> bool:
        while self.cost < len(self._stacks) and not self._stacks[self.cost]:
            self.cost += 1
        if self.cost == len(self._stacks):
            self.exhausted = not self.cut
            return False
        trace, length, choice = self._stacks[self.cost].pop()
        self._prefix = [*trace[:length], choice] if trace or choice else []
        self._branches = []
        return True

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        position = len(self._branches)
        self._branches.append((len(enabled), free))
        if position >= len(self._prefix):
            return 0
        if self._prefix[position] >= len(enabled):
            # The program did not do the same again: nothing can be said for certain.
            self.cut = True
            return 0
        return self._prefix[position]

    def end(self, scheduler: Scheduler) -> None:
        trace = scheduler.trace
        for position in range(len(self._prefix), len(trace)):
            width, free = self._branches[position]
            for choice in range(width - 1, 0, -1):
                cost = self.cost + self.price(choice, free)
                if self.bound is not None and cost > self.bound:
                    self.cut = True
                    continue
                while len(self._stacks) <= cost:
                    self._stacks.append([])
                self._stacks[cost].append((trace, position, choice))

    def price(self, choice: int, free: bool) -> int:
        """What it costs to take `choice` instead of the default, 0."""
        return 0 if free else 1
