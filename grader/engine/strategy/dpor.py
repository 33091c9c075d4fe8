"""Every outcome, without running schedules that differ only in the order of steps that
commute.

Source-set dynamic partial-order reduction with sleep sets: Abdulla, Aronis, Jonsson and
Sagonas, "Optimal Dynamic Partial Order Reduction" (POPL 2014), after Flanagan and
Godefroid (POPL 2005).

Invariants:

* A node's `backtrack` holds threads whose next step must be tried there. Whenever two
  steps of an execution race, the node before the earlier one gets an initial of the
  sequence in which the later one comes first (a source set).
* A thread sleeps below a node once its step from there has been explored, until a step
  that conflicts with it has run: the executions in between are those already seen. If
  everybody who can run sleeps, the execution is cut short and counted as pruned.
* Two conflicting steps are ordered but do not race where the later one's thread could
  not run before the earlier one, as with a release and the acquire that waits for it.
  The race is then with a step further back: the acquire that was released.
* Threads that never get to their next step, for a deadlock or because daemons are
  dropped, race with it all the same: in another order it might have come.
* That a step is the last of a recorded call shows only when it has run, and it touches
  more then (`call_log`). So a step wakes sleepers once it is over, and what is remembered
  of a thread that sleeps is whether its step, as it was explored, ended a call.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from grader.engine.operations import Operation, conflict, end

if TYPE_CHECKING:
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread

PRUNE = -1
_Holders = dict[int, list[tuple[int, int | None]]]
"""A lock to who took it in which step, None for its release."""
_Steps = dict[int, list[tuple[int, Any]]]
"""A thread to its steps, each with the part of the place that it touches."""
_Sleepers = dict[int, bool]
"""Threads whose next step has been explored, and whether it ended a recorded call."""


class _Node:
    """A state of the search: who could run there, who must be tried, who has been."""

    __slots__ = ("backtrack", "done", "enabled", "sleep")

    def __init__(self, enabled: list[int], chosen: int, sleep: _Sleepers) -> None:
        self.enabled = enabled
        self.backtrack = {chosen}
        self.done: _Sleepers = {chosen: False}
        self.sleep = sleep


class _Event:
    """A step that ran: whose, what it touched, and what must have come before it."""

    __slots__ = ("acquires", "after", "clock", "operation", "thread")

    def __init__(self, thread: SimThread, operation: Operation) -> None:
        self.thread = thread.index
        self.operation = operation
        self.acquires = thread.acquires
        self.after = thread.take_causes()
        self.clock: dict[int, int] = {}


class _History:
    """The steps that ran, in the order of time, by what they touched and whose they were."""

    def __init__(self) -> None:
        self._all: _Steps = {}
        self._unknown: _Steps = {}
        self._touched: dict[object, _Steps] = {}
        self._written: dict[object, _Steps] = {}

    def add(self, number: int, event: _Event) -> None:
        thread = event.thread
        self._all.setdefault(thread, []).append((number, None))
        if event.operation is None:
            self._unknown.setdefault(thread, []).append((number, None))
            return
        for place, part, writes in event.operation:
            entry = (number, part)
            self._touched.setdefault(place, {}).setdefault(thread, []).append(entry)
            if writes:
                self._written.setdefault(place, {}).setdefault(thread, []).append(entry)

    def conflicts(self, event: _Event, cover: dict[int, int]) -> Iterator[int]:
        """Yields the numbers of the steps that conflict with `event`, the latest first.

        Left out are those that `cover` has reached, which may grow meanwhile: a step of a
        thread covers all earlier ones of that thread.
        """
        if event.operation is None:
            parts = [(self._all, None)]
        else:
            parts = [(self._unknown, None)]
            for place, part, writes in event.operation:
                steps = self._touched if writes else self._written
                parts.append((steps.get(place, {}), part))
        backwards = [
            _backwards(thread, entries, part, cover)
            for steps, part in parts
            for thread, entries in steps.items()
        ]
        previous = -1
        for number, thread in heapq.merge(*backwards, reverse=True):
            if number != previous and cover.get(thread, -1) < number:
                previous = number
                yield number


def _backwards(
    thread: int, entries: list[tuple[int, Any]], part: Any, cover: dict[int, int]
) -> Iterator[tuple[int, int]]:
    for number, other in reversed(entries):
        if cover.get(thread, -1) >= number:
            return
        if part is None or other is None or part == other:
            yield number, thread


class Reduced:
    """Depth-first search with partial-order reduction."""

    def __init__(self) -> None:
        self.exhausted = False
        self.pruned = 0
        self._nodes: list[_Node] = []
        self._choices: list[int] = []
        self._events: list[_Event] = []
        self._unfinished: list[_Event] = []
        self._depth = 0
        self._sleep: _Sleepers = {}
        self._awake = True
        self._fresh = True
        self._astray = False

    def begin(self) -> bool:
        if self._astray or (not self._fresh and not self._next_branch()):
            self.exhausted = not self._astray
            return False
        self._fresh = False
        self._events = []
        self._unfinished = []
        self._depth = 0
        self._sleep = {}
        self._awake = True
        return True

    def _next_branch(self) -> bool:
        """Goes back to the deepest node with a thread yet to be tried."""
        while self._nodes:
            node = self._nodes[-1]
            todo = node.backtrack - node.done.keys() - node.sleep.keys()
            if todo:
                choice = min(todo, key=node.enabled.index)
                self._choices[-1] = choice
                return True
            self._nodes.pop()
            self._choices.pop()
        return False

    def decide(self, scheduler: Scheduler, enabled: list[SimThread]) -> int:
        """Returns the index of the thread that goes on, or PRUNE."""
        depth = self._depth
        if self._astray:
            return 0
        if not self._awake:
            self._wake(scheduler)
        if depth < len(self._choices):
            node = self._nodes[depth]
            chosen = self._choices[depth]
            index = next((i for i, t in enumerate(enabled) if t.index == chosen), PRUNE)
            if index == PRUNE:
                # The program did not do the same again: nothing can be said for certain.
                self._astray = True
                return 0
            if depth == len(self._choices) - 1 and chosen not in node.done:
                # The new branch: what was tried here before sleeps now.
                self._sleep = node.sleep | node.done
                node.done[chosen] = False
            else:
                self._sleep = node.sleep | node.done
                self._sleep.pop(chosen, None)
        else:
            index = next((i for i, t in enumerate(enabled) if t.index not in self._sleep), PRUNE)
            if index == PRUNE:
                return PRUNE
            chosen = enabled[index].index
            self._nodes.append(_Node([t.index for t in enabled], chosen, dict(self._sleep)))
            self._choices.append(chosen)
        self._run(scheduler, enabled[index])
        return index

    def _run(self, scheduler: Scheduler, thread: SimThread) -> None:
        self._events.append(_Event(thread, thread.operation()))
        scheduler.event = len(self._events) - 1
        self._depth += 1
        self._awake = not self._sleep

    def _wake(self, scheduler: Scheduler) -> None:
        """Has those sleep no longer whose step conflicts with the one that has just run."""
        last = self._events[-1]
        self._sleep = {
            sleeper: ends
            for sleeper, ends in self._sleep.items()
            if sleeper != last.thread
            and not conflict(_next_operation(scheduler.threads[sleeper], ends), last.operation)
        }
        self._awake = True

    def ends_call(self, thread: SimThread) -> None:
        """Notes that the step under way is the last of a recorded call of its thread."""
        last = self._events[-1] if self._events else None
        if self._astray or last is None or last.thread != thread.index:
            return
        if last.operation is not None:
            last.operation += end(thread.index)
        self._nodes[self._depth - 1].done[thread.index] = True

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        return self.decide(scheduler, enabled)

    def leave(self, scheduler: Scheduler) -> None:
        """Notes the steps that threads were about to do when the execution ended."""
        if scheduler.ending != "pruned":
            self._unfinished = [
                _Event(thread, _next_operation(thread, _in_call(scheduler, thread)))
                for thread in scheduler.threads
                if not thread.done
            ]

    def end(self, scheduler: Scheduler) -> None:
        if scheduler.ending == "pruned":
            self.pruned += 1
        if not self._astray:
            self._find_races(scheduler.lock_changes)

    # -- races -------------------------------------------------------------

    def _find_races(self, held: _Holders) -> None:
        last: dict[int, _Event] = {}
        history = _History()
        for number, event in enumerate(self._events):
            self._reverse_races(number, event, last, history, held)
            last[event.thread] = event
            history.add(number, event)
        for event in self._unfinished:
            self._events.append(event)
            self._reverse_races(len(self._events) - 1, event, last, history, held)
            self._events.pop()

    def _reverse_races(
        self,
        number: int,
        event: _Event,
        last: dict[int, _Event],
        history: _History,
        held: _Holders,
    ) -> None:
        """Finds the steps that this one races with, and what happened before it."""
        events = self._events
        before: dict[int, int] = dict(last[event.thread].clock) if event.thread in last else {}
        for cause in event.after:
            _merge(before, events[cause].clock)
        cover = dict(before)
        clock = dict(before)
        for candidate in history.conflicts(event, cover):
            other = events[candidate]
            _merge(clock, other.clock)
            free = self._free(candidate, number)
            certain = self._could_run(candidate, event, held)
            if certain or (certain is None and free):
                self._reverse(candidate, number, before, free)
            if certain:
                _merge(cover, other.clock)
        clock[event.thread] = number
        event.clock = clock

    def _free(self, early: int, late: int) -> list[int]:
        """The steps between the two that do not need `early` to have run."""
        events = self._events
        thread = events[early].thread
        return [n for n in range(early + 1, late) if events[n].clock.get(thread, -1) < early]

    def _could_run(self, early: int, event: _Event, held: _Holders) -> bool | None:
        """Tells whether the thread of `event` could have run it right before step `early`.

        Returns:
            None if that depends on what other threads do first.
        """
        if event.acquires is not None:
            holder = None
            for number, taker in held.get(event.acquires, ()):
                if number >= early:
                    break
                holder = taker
            if holder is not None and holder != event.thread:
                return False if holder == self._events[early].thread else None
        return True if event.thread in self._nodes[early].enabled else None

    def _reverse(self, early: int, late: int, before: dict[int, int], free: list[int]) -> None:
        """Has the node before step `early` try what lets step `late` come first.

        `free` are the steps between them that do not need `early`.
        """
        node = self._nodes[early]
        events = self._events
        mine = events[late].thread
        initials: list[int] = []
        met: dict[int, int] = {}
        for n in free:
            event = events[n]
            if event.thread not in met:
                met[event.thread] = n
                needs = any(event.clock.get(events[m].thread, -1) >= m for m in free if m < n)
                if not needs:
                    initials.append(event.thread)
        needed = any(
            before.get(events[m].thread, -1) >= m
            or conflict(events[m].operation, events[late].operation)
            for m in free
        )
        if mine not in met and not needed:
            initials.append(mine)
        if node.backtrack.intersection(initials):
            return
        able = [thread for thread in initials if thread in node.enabled]
        if able:
            node.backtrack.add(able[-1] if mine not in able else mine)
        else:
            node.backtrack.update(node.enabled)


def _in_call(scheduler: Scheduler, thread: SimThread) -> bool:
    return scheduler.call_log is not None and scheduler.call_log.lasts(thread)


def _next_operation(thread: SimThread, ends: bool) -> Operation:
    """What the next step of a thread touches, if it ends a recorded call or does not."""
    operation = thread.operation()
    return operation + end(thread.index) if ends and operation is not None else operation


def _merge(clock: dict[int, int], other: dict[int, int]) -> None:
    for thread, number in other.items():
        if clock.get(thread, -1) < number:
            clock[thread] = number
