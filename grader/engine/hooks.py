"""What the rewritten program calls at its scheduling points.

The search gets lean hooks, the replay that is shown gets recording ones; both
pass the same points. Under the `gil` model the points are only where CPython
since 3.10 may hand the GIL over: after calls of C code, on entry to a Python
function and on loop back-edges (bpo-29988); there accesses are no points.
"""

from __future__ import annotations

import operator
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterator
from functools import partial
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    MethodDescriptorType,
    MethodType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any

from grader.engine import vocabulary
from grader.engine.accesses import Accesses
from grader.engine.errors import UnsimulatedError
from grader.engine.operations import Operation
from grader.engine.peek import UNKNOWN, peek
from grader.engine.rewrite.sites import Site
from grader.engine.scheduler import PATIENCE, Scheduler
from grader.engine.world.locks import RLock, lock
from grader.engine.world.refused import why_refused


def _ids(*kinds: type) -> frozenset[int]:
    """Identities: to hash or compare a class may run code of the program's metaclass."""
    return frozenset(map(id, kinds))


_IMMUTABLE = _ids(
    *(int, float, complex, bool, str, bytes, range, slice, type(None), type(...)),
    *(type, FunctionType, BuiltinFunctionType, ModuleType, property, staticmethod),
)
_CONTAINERS = _ids(list, dict, set, bytearray, deque, defaultdict, Counter, OrderedDict, memoryview)
# Methods of a string that look into what they are given.
_READING_METHODS = ("format", "format_map", "join")
# Callables that keep nothing from one call to the next.
_STATELESS = (
    *(type, FunctionType, BuiltinFunctionType, MethodDescriptorType, WrapperDescriptorType),
    ClassMethodDescriptorType,
)
# What outlives an execution, so that it may be remembered.
_LASTING = _ids(type, FunctionType, BuiltinFunctionType)
_PLAIN_KEYS = (type(None), int, str, bool, bytes)
_NO_POINT = _ids(range, tuple, str, bytes, frozenset, int)
# Where classes come from that change no attribute of an object behind the program's back.
_SOLID_MODULES = ("enum", "abc")


class Hooks:
    """The hooks of one build.

    Args:
        scheduler: where the points go.
        sites: by number.
        gil: the `gil` switching model instead of `anywhere`.
        ours: tells whether a code object belongs to the program.
        modules: names of the program's modules.
        known: tells whether a file belongs to the simulated world.
    """

    def __init__(
        self,
        scheduler: Scheduler,
        sites: list[Site],
        gil: bool,
        ours: Callable[[Any], bool],
        modules: frozenset[str],
        known: Callable[[str], bool],
        accesses: Accesses,
    ) -> None:
        self.scheduler = scheduler
        self.sites = sites
        self.gil = gil
        self.ours = ours
        self.modules = modules
        self.known = known
        self.accesses = accesses
        self._simulated: set[Any] = set()
        # By identity; the class itself keeps its identity from being another's.
        self._solid_types: dict[int, tuple[type, bool]] = {}

    def table(self) -> dict[str, Callable[..., Any]]:
        """Returns the function for each word that the rewriting uses."""
        access: dict[str, Callable[..., Any]] = {
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
        }
        if self.gil and self.scheduler.recorder is None:
            access = {word: getattr(self, f"_{word}_unseen") for word in access}
        return {
            **access,
            "slice": slice,
            "sink": self.sink,
            "take": self.take,
            "call": self.call,
            "enter": self.enter,
            "leave": self.leave,
            "after": self.point if self.gil else operator.not_,
            "each": self.each,
            "each_shared": self.each_shared,
            "back": self.back_point if self.gil else self.scheduler.back_edge,
            "entry": self.entry if self.gil else operator.not_,
            "quiet": self.quiet,
            "loud": self.loud,
        }

    def forget(self) -> None:
        """Drops what is remembered of the program's own types: they are made anew."""
        self._solid_types.clear()
        self._simulated.clear()

    # -- the points themselves ---------------------------------------------

    def point(self, n: int) -> None:
        self.scheduler.point(n)

    def access(self, n: int, owner: Any = None, key: Any = None) -> None:
        """A point before an access; the recording build also notes the access."""
        if self.gil:
            return
        scheduler = self.scheduler
        if not scheduler.tracking:
            scheduler.point(n)
            return
        running = scheduler.running
        running.pending = self._operation(n, owner, key)
        scheduler.point(n)
        site = self.sites[n]
        if site.partner and site.op == "read":
            # Kept for the store of the same `+=`; a stack, since the line may recur in between.
            held = peek(owner, site.key or key) if type(key) in _PLAIN_KEYS else UNKNOWN
            running.places.setdefault(n, []).append((owner, key, held))

    def _operation(self, n: int, owner: Any, key: Any) -> Operation:
        """What the access at site `n` touches."""
        site = self.sites[n]
        op = site.op
        if op == "look":
            return self.accesses.look(owner)
        if op == "iterate":
            # With a key, the loop stores a name that others see.
            return None if site.key else self.accesses.iteration(owner)
        if op == "update":
            stack = self.scheduler.running.places.get(site.partner)
            if not stack:
                return None
            right, (owner, key, held) = owner, stack.pop()
            return self.accesses.update(self._place(site, owner, key, True), held, right)
        return self._place(site, owner, key, op != "read")

    def _place(self, site: Site, owner: Any, key: Any, writes: bool) -> Operation:
        if owner is None:
            return self.accesses.name(site.key, writes) if site.key else None
        if site.key:
            return self.accesses.attribute(owner, site.key, writes)
        return self.accesses.item(owner, key, writes)

    def back_point(self, n: int) -> None:
        """A back-edge of the `gil` model: a point, unless it spins."""
        scheduler = self.scheduler
        if scheduler.running.spin < PATIENCE:
            scheduler.running.spin += 1
            scheduler.point(n)
        else:
            scheduler.back_edge(n)

    def entry(self, n: int) -> bool:
        self.scheduler.point(n)
        return False

    def quiet(self, n: int) -> None:
        self.scheduler.quiet += 1

    def loud(self, n: int) -> None:
        self.scheduler.quiet -= 1

    # -- accesses ----------------------------------------------------------

    def attr(self, n: int, owner: Any) -> Any:
        if type(owner) is not ModuleType or owner.__name__ in self.modules:
            self.access(n, owner)
        return owner

    def frozen(self, n: int, owner: Any) -> Any:
        kind = type(owner)
        known = self._solid_types.get(id(kind))
        if known is None:
            solid = kind is ModuleType or all(map(self._solid, kind.__mro__))
            known = self._solid_types[id(kind)] = (kind, solid)
        if not known[1]:
            self.access(n, owner)
        return owner

    def _solid(self, base: type) -> bool:
        module = base.__module__
        return base is object or base is type or module in self.modules or module in _SOLID_MODULES

    def item(self, n: int, owner: Any, key: Any) -> Any:
        if id(type(owner)) not in _NO_POINT:
            self.access(n, owner, key)
        return owner

    def getitem(self, n: int, owner: Any, key: Any) -> Any:
        if id(type(owner)) not in _NO_POINT:
            self.access(n, owner, key)
        return owner[key]

    def key(self, n: int, key: Any) -> Any:
        self.access(n, None, key)
        return key

    def name(self, n: int) -> None:
        self.access(n)

    def store(self, n: int, value: Any) -> Any:
        self.access(n)
        return value

    def held(self, n: int, value: Any) -> None:
        """What a name holds when its `+=` begins; the point was just before."""
        stack = self.scheduler.running.places.get(n)
        if stack:
            stack[-1] = (None, None, value)

    def update(self, n: int, value: Any) -> Any:
        self.access(n, value)
        return value

    def look(self, n: int, value: Any) -> Any:
        if id(type(value)) in _CONTAINERS:
            self.access(n, value)
        return value

    def sink(self, n: int, begins: bool) -> dict[int, Any]:
        """Where the parts of an unpacking wait until each is stored at a point of its own."""
        stack = self.scheduler.running.places.setdefault(n, [])
        if begins:
            stack.append({})
        return stack[-1]  # type: ignore[no-any-return]

    def take(self, n: int, number: int) -> Any:
        stack = self.scheduler.running.places[n]
        parts = stack[-1]
        value = parts.pop(number)
        if not parts:
            stack.pop()
        return value

    def first(self, n: int, value: Any) -> Any:
        """The left operand: what is in it is read after the right one is evaluated."""
        left = value if id(type(value)) in _CONTAINERS else None
        self.scheduler.running.places.setdefault(n, []).append(left)
        return value

    def both(self, n: int, value: Any) -> Any:
        """The right operand; the operation follows at once."""
        stack = self.scheduler.running.places.get(self.sites[n].partner)
        left = stack.pop() if stack else None
        if left is not None or id(type(value)) in _CONTAINERS:
            self.access(n, (left, value))
        return value

    def delegate(self, n: int, iterable: Any) -> Any:
        """What `yield from` iterates; a generator has points of its own."""
        return self.each(n, iterable) if id(type(iterable)) in _CONTAINERS else iterable

    def _attr_unseen(self, n: int, owner: Any) -> Any:
        return owner

    _frozen_unseen = _store_unseen = _update_unseen = _look_unseen = _key_unseen = _attr_unseen
    _held_unseen = _first_unseen = _both_unseen = _delegate_unseen = _attr_unseen

    def _item_unseen(self, n: int, owner: Any, key: Any) -> Any:
        return owner

    def _getitem_unseen(self, n: int, owner: Any, key: Any) -> Any:
        return owner[key]

    def _name_unseen(self, n: int) -> None:
        return None

    # -- calls -------------------------------------------------------------

    def call(self, n: int, function: Any) -> Any:
        kind = type(function)
        if self._has_points(function, kind):
            waits = function is vocabulary.together
            return partial(self._wait_at, n, function) if waits else function
        if kind is BuiltinFunctionType:
            owner = function.__self__
            if id(type(owner)) in _IMMUTABLE and type(owner) is not ModuleType:
                if self.gil:
                    return partial(self._pure_call, n, function)
                if function.__name__ not in _READING_METHODS:
                    return function
        self._check_simulated(n, function, kind)
        return partial(self._outside_call, n, function)

    def _has_points(self, function: Any, kind: type) -> bool:
        """Tells whether a call leads straight into rewritten code."""
        if kind is FunctionType:
            return self.ours(function.__code__)
        if kind is MethodType:
            inner = function.__func__
            return type(inner) is FunctionType and self.ours(inner.__code__)
        if kind is partial:
            return self._has_points(function.func, type(function.func))
        if isinstance(function, type):
            return function.__module__ in self.modules
        return kind.__module__ in self.modules

    def _check_simulated(self, n: int, function: Any, kind: type) -> None:
        owner = getattr(function, "__self__", None)
        bound = kind is MethodType or (
            kind is BuiltinFunctionType and type(owner) is not ModuleType
        )
        known = type(owner) if bound else function
        if id(type(known)) in _LASTING:
            if known in self._simulated:
                return
            self._simulated.add(known)
        why = why_refused(function)
        if why is not None:
            self._simulated.discard(known)
            site = self.sites[n]
            self.scheduler.refuse(UnsimulatedError(why, site.file, site.line))

    def _wait_at(self, n: int, function: Any, /, *args: Any) -> Any:
        """A call that waits, of its own accord, at this site."""
        self.scheduler.running.site = n
        return function(*args)

    def _pure_call(self, n: int, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        result = function(*args, **kwargs)
        self.scheduler.point(n)
        return result

    def _outside_call(self, n: int, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """A call of code that is not rewritten: one step."""
        scheduler = self.scheduler
        shared = (
            not isinstance(function, _STATELESS)
            or self._owned(function)
            or any(map(_mutable, args))
            or any(map(_mutable, kwargs.values()))
        )
        if shared and not self.gil:
            self._before_call(n, function, args, kwargs)
        else:
            scheduler.running.site = n
        if not scheduler.opaque and shared and self._is_opaque(function):
            scheduler.opaque = True
        if scheduler.tracking:
            running = scheduler.running
            running.calls.append(self.accesses.call(function, args, kwargs))
            try:
                return function(*args, **kwargs)
            finally:
                running.calls.pop()
        result = self._run_call(n, function, args, kwargs)
        if self.gil:
            scheduler.point(n)
        return result

    def _run_call(self, n: int, function: Any, args: Any, kwargs: Any) -> Any:
        return function(*args, **kwargs)

    def _before_call(self, n: int, function: Any, args: Any, kwargs: Any) -> None:
        owner = getattr(function, "__self__", None)
        if self.scheduler.tracking:
            self._announce_call(function, args, kwargs)
        if isinstance(owner, (lock, RLock)):
            self.scheduler.running.taking = owner
            waits = not args or args == (True,) or args == (True, -1)
            if function.__name__ == "acquire" and waits and not kwargs:
                self._acquire(n, owner)
                return
        self.scheduler.point(n)

    def _announce_call(self, function: Any, args: Any, kwargs: Any) -> None:
        running = self.scheduler.running
        owner = getattr(function, "__self__", None)
        if isinstance(owner, (lock, RLock)):
            running.pending = self.accesses.lock(owner)
        else:
            running.pending = self.accesses.call(function, args, kwargs)

    @staticmethod
    def _owned(function: Any) -> bool:
        """Tells whether a C-level method has a receiver that others may share."""
        owner = getattr(function, "__self__", None)
        return owner is not None and id(type(owner)) not in _IMMUTABLE

    def _is_opaque(self, function: Any) -> bool:
        """Tells whether the callee is Python code that is neither ours nor simulated."""
        inner = function.__func__ if type(function) is MethodType else function
        if isinstance(inner, type):
            inner = getattr(inner, "__init__", None)
        code = getattr(inner, "__code__", None)
        return code is not None and not self.ours(code) and not self.known(code.co_filename)

    # -- with and for ------------------------------------------------------

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
            self.scheduler.running.site = n
        else:
            self.scheduler.point(n)
        return manager

    def _acquire(self, n: int, taken: lock | RLock) -> None:
        scheduler = self.scheduler
        running = scheduler.running
        running.acquires = id(taken)
        ready = taken.free_for(running)
        scheduler.acquire_point(n, ready, taken.wait_note(running))

    def leave(self, n: int) -> None:
        if not self.gil:
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
        kind = type(iterable)
        if id(kind) in _CONTAINERS and not self.gil:
            self.access(n, iterable)
        return Each(self, n, iter(iterable), id(kind) not in _NO_POINT)

    def each_shared(self, n: int, iterable: Any) -> Iterator[Any]:
        return Each(self, n, iter(iterable), True)


def lock_of(manager: object) -> lock | RLock | None:
    """Returns the lock that `with manager` takes first, where that is known."""
    if type(manager).__module__ == "threading":
        manager = getattr(manager, "_lock", None)
    return manager if isinstance(manager, (lock, RLock)) else None


class Each:
    """Iterates for a loop of the program: a back-edge before each item but the first."""

    __slots__ = ("_hooks", "_iterator", "_shared", "_site", "_started")

    def __init__(self, hooks: Hooks, site: int, iterator: Iterator[Any], shared: bool) -> None:
        self._hooks = hooks
        self._site = site
        self._iterator = iterator
        self._shared = shared
        self._started = False

    def __iter__(self) -> Each:
        return self

    def __next__(self) -> Any:
        hooks = self._hooks
        if self._started:
            if hooks.gil:
                hooks.back_point(self._site)
            else:
                hooks.scheduler.back_edge(self._site)
        self._started = True
        if self._shared and not hooks.gil:
            hooks.access(self._site, self._iterator)
        return next(self._iterator)


def _mutable(value: object) -> bool:
    kind = type(value)
    if kind is tuple or kind is frozenset:
        return any(map(_mutable, value))  # type: ignore[call-overload]
    return id(kind) not in _IMMUTABLE and not isinstance(value, type)
