"""A random walk that is uniform over interleavings, of selected steps.

"Selectively Uniform Concurrency Testing" (ASPLOS 2025). A walk that picks uniformly
among the threads favours interleavings in which a short thread ends early; one that
weighs each thread by the steps that it and those it will start have left is uniform
over all interleavings, where nothing blocks. Of long executions only a selection can be
treated so: here the steps that touch one place, another one for each execution. The
thread that takes the next selected step is drawn by weight; meanwhile all others walk at
random up to their own selected steps.

How many steps a thread has is learned from the executions before; places are told apart
by what they are called.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread

_Counts = dict[str, dict[str, int]]


class SelectivelyUniform:
    """Draws interleavings of the steps on one place uniformly.

    Args:
        seed: the same seed decides the same way on every Python.
    """

    exhausted = False

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random
        # Per place, the most steps that each thread, by its path, was seen to take there.
        self._known: _Counts = {}
        self._counts: _Counts = {}
        self._place = ""
        self._left: dict[str, int] = {}
        # The selected steps of those that a thread has yet to start, and of theirs.
        self._to_come: dict[str, int] = {}
        self._subtree: dict[str, int] = {}
        self._started: set[str] = set()
        self._intended: int | None = None
        self._yields: dict[int, int] = {}

    def begin(self) -> bool:
        contended = sorted(place for place, steps in self._known.items() if len(steps) > 1)
        self._place = contended[int(self._random() * len(contended))] if contended else ""
        self._left = dict(self._known.get(self._place, {}))
        self._subtree = {}
        for path, count in self._left.items():
            for ancestor in _line(path):
                self._subtree[ancestor] = self._subtree.get(ancestor, 0) + count
        self._to_come = {p: n - self._left.get(p, 0) for p, n in self._subtree.items()}
        self._started = {"0"}
        self._counts = {}
        self._intended = None
        self._yields = {}
        return True

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        for thread in enabled:
            if thread.path not in self._started:
                self._started.add(thread.path)
                parent = _parent(thread.path)
                steps = self._subtree.get(thread.path, 0)
                self._to_come[parent] = self._to_come.get(parent, 0) - steps
        places = [_place(scheduler, thread) for thread in enabled]
        able = [i for i, thread in enumerate(enabled) if not self._gives_way(thread)]
        if free and running in enabled and len(able) > 1:
            able = [i for i in able if enabled[i] is not running]
        able = able or list(range(len(enabled)))
        if not self._place:
            # Nothing is known yet.
            choice = able[int(self._random() * len(able))]
        else:
            choice = self._choose(enabled, able, places)
        taken, place = enabled[choice], places[choice]
        counts = self._counts.setdefault(place, {})
        counts[taken.path] = counts.get(taken.path, 0) + 1
        return choice

    def _choose(self, enabled: list[SimThread], able: list[int], places: list[str]) -> int:
        if not any(enabled[i].index == self._intended for i in able):
            self._intended = self._draw([enabled[i] for i in able])
        candidates = [
            i for i in able if places[i] != self._place or enabled[i].index == self._intended
        ]
        choice = candidates[int(self._random() * len(candidates))]
        if places[choice] == self._place:
            path = enabled[choice].path
            self._left[path] = self._left.get(path, 0) - 1
            self._intended = None
        return choice

    def _draw(self, threads: list[SimThread]) -> int:
        """Draws who takes the next selected step, by the steps left to each."""
        weights = [self._weight(thread) for thread in threads]
        at = self._random() * sum(weights)
        for thread, weight in zip(threads, weights, strict=True):
            at -= weight
            if at < 0:
                return thread.index
        return threads[-1].index

    def _weight(self, thread: SimThread) -> int:
        """The steps left to the thread, and to those that it has yet to start."""
        path = thread.path
        return max(1, self._left.get(path, 0) + self._to_come.get(path, 0))

    def _gives_way(self, thread: SimThread) -> bool:
        """Tells, once for each time, that the thread would rather have others run."""
        if thread.yields > self._yields.get(thread.index, 0):
            self._yields[thread.index] = thread.yields
            return True
        return False

    def end(self, scheduler: Scheduler) -> None:
        for place, steps in self._counts.items():
            known = self._known.setdefault(place, {})
            for path, count in steps.items():
                known[path] = max(known.get(path, 0), count)


def _place(scheduler: Scheduler, thread: SimThread) -> str:
    site = scheduler.sites[thread.site]
    return site.key or site.target


def _parent(path: str) -> str:
    """The path of the thread that started the one with this path."""
    return path.rpartition(".")[0] or "0"


def _line(path: str) -> Iterator[str]:
    """Yields the path and those of all that led to it."""
    while path != "0":
        yield path
        path = _parent(path)
    yield "0"
