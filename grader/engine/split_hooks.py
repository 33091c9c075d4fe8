"""C code that is no one step without the GIL: what the hooks make of it."""

from __future__ import annotations

from collections import Counter, deque
from functools import wraps
from sys import getrefcount
from typing import Any

from grader.engine.access_hooks import NO_POINT, AccessHooks, ids
from grader.engine.sequence_iterators import (
    ALONE,
    is_split,
    parts,
    peek_next,
    put,
    put_number,
)
from grader.engine.world.library import is_library_iterator

# What `Counter.update` counts in C, if it is handed one.
_COUNTED = ids(list, set, deque) | NO_POINT


class SplitHooks(AccessHooks):
    """The hooks of one build: items of iterators that threads share, and counting."""

    def _next(self, n: int, own: bool, /, *args: Any, **kwargs: Any) -> Any:
        plain = kwargs or not 1 <= len(args) <= 2 or not self.is_shared_source(args[0], own)
        if plain:
            return self._outside_call(n, next, False, *args, **kwargs)
        try:
            return self.following(n, args[0])
        except StopIteration:
            if len(args) == 1:
                raise
            return args[1]

    def _iter(self, n: int, /, *args: Any, **kwargs: Any) -> Any:
        iterator = self._outside_call(n, iter, False, *args, **kwargs)
        if is_split(iterator) and getrefcount(iterator) > ALONE:
            # It was there before; the function that asked for it has not made it.
            self.scheduler.passed_on[id(iterator)] = iterator
        return iterator

    def is_shared_source(self, iterator: Any, own: bool) -> bool:
        """Tells whether it takes `following` to have the next item of an iterator.

        Args:
            iterator: what may be one.
            own: whether all that has it is a function that has called `iter`.
        """
        if not is_split(iterator):
            return is_library_iterator(iterator)
        return not own or id(iterator) in self.scheduler.passed_on

    def following(self, n: int, iterator: Any) -> Any:
        """The next item of an iterator that others may share: a read, and a write."""
        scheduler = self.scheduler
        running = scheduler.running
        if not is_split(iterator):
            # The library's own code begins with a point.
            running.site = n
            return next(iterator)
        pairs = type(iterator) is enumerate
        item = self.following(n, parts(iterator)[0]) if pairs else None
        if scheduler.tracking:
            touched = self.accesses.standing(iterator) if pairs else None
            running.pending = touched or self.accesses.next_item(iterator)
        scheduler.point(n)
        if pairs:
            position = parts(iterator)[1]
        else:
            item, position = peek_next(iterator)
        if scheduler.tracking:
            site = self.sites[n]
            stores = site.op == "iterate" and site.key
            running.pending = None if stores else self.accesses.position(iterator)
        scheduler.point(n)
        return self._run_call(n, put_number if pairs else put, (iterator, position, item), {})

    def _count(self, n: int, function: Any, /, *args: Any, **kwargs: Any) -> None:
        """`Counter.update`: with plain items, C code that reads and stores each count."""
        counter = function.__self__
        items: Any = args[0] if len(args) == 1 else None
        plain = type(counter) is Counter and not kwargs and id(type(items)) in _COUNTED
        if self.gil or not plain:
            self._outside_call(n, function, not plain, *args, **kwargs)
            return
        scheduler = self.scheduler
        iterator = iter(items)
        while True:
            if id(type(items)) not in NO_POINT:
                if scheduler.tracking:
                    scheduler.running.pending = self.accesses.iteration(iterator)
                scheduler.point(n)
            try:
                item = next(iterator)
            except StopIteration:
                return
            if scheduler.tracking:
                scheduler.running.pending = self.accesses.item(counter, item, False)
            scheduler.point(n)
            count = counter.get(item, 0)
            if scheduler.tracking:
                scheduler.running.pending = self.accesses.item(counter, item, True)
            scheduler.point(n)
            self._run_call(n, counter.__setitem__, (item, count + 1), {})

    def _interruptible(self, function: Any) -> Any:
        """A function of the program for C code to call in the midst of its step."""
        if not self._has_points(function, type(function)):
            return function

        @wraps(function)
        def wait_and_call(*args: Any, **kwargs: Any) -> Any:
            running = self.scheduler.running
            # The step of the C code goes on, and touches what it has announced.
            running.pending = () if running.calls else None
            self.scheduler.point(running.site)
            return function(*args, **kwargs)

        return wait_and_call

    def _has_points(self, function: Any, kind: type) -> bool:
        raise NotImplementedError

    def _outside_call(
        self, n: int, function: Any, opaque: bool, /, *args: Any, **kwargs: Any
    ) -> Any:
        raise NotImplementedError

    def _run_call(self, n: int, function: Any, args: Any, kwargs: Any) -> Any:
        return function(*args, **kwargs)
