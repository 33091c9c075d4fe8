"""What the rewritten program calls at its scheduling points.

The search gets lean hooks, the replay that is shown gets recording ones; both
pass the same points. Under the `gil` model the points are only where CPython
since 3.10 may hand the GIL over (see `rewrite.handovers`); there accesses are no
points.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from sys import getrefcount
from typing import Any

from grader.engine.access_hooks import CONTAINERS, NO_POINT
from grader.engine.call_hooks import CallHooks, is_python
from grader.engine.sequence_iterators import ALONE
from grader.engine.world.locks import RLock, lock


class Hooks(CallHooks):
    """The hooks of one build: `with`, loops, and the table of all."""

    def table(self) -> dict[str, Callable[..., Any]]:
        """Returns the function for each word that the rewriting uses."""
        return {
            "attr": self.attr,
            "frozen": self.frozen,
            "item": self.item,
            "getitem": self.getitem,
            "key": self.key,
            "name": self.name,
            "store": self.store,
            "update": self.update,
            "look": self.look,
            "held": self.held,
            "first": self.first,
            "both": self.both,
            "delegate": self.delegate,
            "slice": slice,
            "sink": self.sink,
            "take": self.take,
            "call": self.call,
            "call_own": self.call_own,
            "call_local": self.call_local,
            "enter": self.enter,
            "leave": self.leave,
            "after": self.point if self.gil else operator.not_,
            "point": self.point,
            "returned": self.returned,
            "passed": self.passed,
            "entered": self.entered,
            "begins": self.begins,
            "back_to": self.back_to,
            "again": self.again,
            "each": self.each,
            "each_shared": self.each_shared,
            "each_own": self.each_own,
            "each_local": self.each_local,
            "back": self.back_point if self.gil else self.scheduler.back_edge,
            "entry": self.entry if self.gil else operator.not_,
            "begun": self.entry if self.gil else self.begun,
            "resumed": self.returned if self.gil else self.resumed,
            "quiet": self.quiet,
            "loud": self.loud,
        }

    def enter(self, n: int, manager: Any) -> Any:
        inner = lock_of(manager)
        if self.scheduler.tracking:
            self._announce_enter(n, manager, inner)
        if inner is not None:
            self.scheduler.running.taking = inner
            if not self.gil:
                self._acquire(n, inner)
                return manager
        if self.gil:
            python = is_python(getattr(type(manager), "__enter__", None))
            self.scheduler.running.places.setdefault(n, []).append(python)
            if python:
                self.point(n)
            else:
                self.scheduler.running.site = n
            self.scheduler.running.touched = True
            return manager
        self.scheduler.point(n)
        return manager

    def leave(self, n: int) -> None:
        if self.gil:
            stack = self.scheduler.running.places.get(self.sites[n].partner)
            if stack and stack.pop():
                self.point(n)
            self.scheduler.running.touched = True
        else:
            if self.scheduler.tracking:
                self._announce_leave(n)
            self.scheduler.point(n)

    def _announce_enter(self, n: int, manager: Any, inner: lock | RLock | None) -> None:
        running = self.scheduler.running
        if self.sites[n].partner:
            running.places.setdefault(n, []).append(manager)
        if inner is None:
            running.pending = self.accesses.manager(manager)
        else:
            running.pending = self.accesses.lock(inner)

    def _announce_leave(self, n: int) -> None:
        running = self.scheduler.running
        stack = running.places.get(self.sites[n].partner)
        if not stack:
            running.pending = None
            return
        manager = stack.pop()
        inner = lock_of(manager)
        if inner is None:
            running.pending = self.accesses.manager(manager)
        else:
            running.pending = self.accesses.lock(inner)

    def each(self, n: int, iterable: Any) -> Iterator[Any]:
        shared = id(type(iterable)) not in NO_POINT
        if shared and self.holds(iterable):
            self.access(n, iterable)
        return self._each(n, iterable, shared)

    def _each(self, n: int, iterable: Any, shared: bool) -> Each:
        iterator = iter(iterable)
        kind = id(type(iterable))
        if self.gil or kind in CONTAINERS or kind in NO_POINT:
            follows = False
        elif iterator is iterable:
            follows = self.is_shared_source(iterator, False)
        else:
            # Made for this loop alone, unless an `__iter__` has kept it.
            alone = getrefcount(iterator) == ALONE
            follows = not alone and self.is_shared_source(iterator, False)
        return Each(self, n, iterator, shared, follows)

    def entered(self, n: int, items: Each) -> Each:
        """A comprehension begins like a function: with a point."""
        items.started = True
        return items

    def each_shared(self, n: int, iterable: Any) -> Iterator[Any]:
        return self._each(n, iterable, True)

    def each_own(self, n: int, iterable: Any) -> Iterator[Any]:
        return Each(self, n, iter(iterable), False)

    def each_local(self, n: int, iterable: Any) -> Iterator[Any]:
        """A loop over an iterator that its function has made for itself."""
        iterator = iter(iterable)
        return Each(self, n, iterator, True, not self.gil and self.is_shared_source(iterator, True))

    def delegate(self, n: int, iterable: Any) -> Any:
        """What `yield from` iterates; a generator has points of its own."""
        kind = type(iterable)
        if id(kind) in NO_POINT or not self.holds(iterable):
            return iterable
        own = self.accesses.kinds.runs_own(kind, "__iter__")
        return iterable if own else self.each(n, iterable)


def lock_of(manager: object) -> lock | RLock | None:
    """Returns the lock that `with manager` takes first, where that is known."""
    if type(manager).__module__ == "threading":
        manager = getattr(manager, "_lock", None)
    return manager if isinstance(manager, (lock, RLock)) else None


class Each:
    """Iterates for a loop of the program: a back-edge before each item but the first."""

    __slots__ = ("_follows", "_hooks", "_iterator", "_shared", "_site", "started")

    def __init__(
        self,
        hooks: Hooks,
        site: int,
        iterator: Iterator[Any],
        shared: bool,
        follows: bool = False,
    ) -> None:
        self._hooks = hooks
        self._site = site
        self._iterator = iterator
        self._shared = shared
        self._follows = follows
        self.started = False

    def __iter__(self) -> Each:
        return self

    def __next__(self) -> Any:
        hooks = self._hooks
        if self.started:
            if hooks.gil:
                hooks.back_point(self._site)
            else:
                hooks.scheduler.back_edge(self._site)
        self.started = True
        if self._follows:
            return hooks.following(self._site, self._iterator)
        if self._shared:
            hooks.access(self._site, self._iterator)
        return next(self._iterator)
