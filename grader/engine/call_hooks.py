"""What the rewritten program calls in place of a function that may not be rewritten."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
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
from grader.engine.access_hooks import IMMUTABLE, ids
from grader.engine.errors import UnsimulatedError
from grader.engine.kinds import Ordinary
from grader.engine.scheduler import check_depth
from grader.engine.split_hooks import SplitHooks
from grader.engine.world.library import ANEW
from grader.engine.world.locks import RLock, lock
from grader.engine.world.refused import why_refused

# Methods of a string that look into what they are given.
_READING_METHODS = ("format", "format_map", "join")
# Callables that keep nothing from one call to the next.
_STATELESS = (
    *(type, FunctionType, BuiltinFunctionType, MethodDescriptorType, WrapperDescriptorType),
    ClassMethodDescriptorType,
)
# Functions of `threading` whose answer changes as threads begin and end.
_LIST_THREADS = ("enumerate", "active_count", "activeCount")
# They call their key while they read or change what others may see; `sorted` has a copy.
_WITH_A_KEY = ("sort", "min", "max")
_OF_ITERATORS = (next, iter)
_ENGINE = str(Path(__file__).parent)
# What outlives an execution, so that it may be remembered.
_LASTING = ids(type, FunctionType, BuiltinFunctionType)


class CallHooks(SplitHooks):
    """The hooks of one build: calls."""

    def call(self, n: int, function: Any) -> Any:
        scheduler = self.scheduler
        scheduler.calls += 1
        if not scheduler.calls & 31:
            check_depth()
        kind = type(function)
        if kind is FunctionType:
            if function.__code__.co_filename in self.files:
                waits = function in (vocabulary.together, vocabulary.record)
                return partial(self._wait_at, n, function) if waits else function
        elif self._has_points(function, kind):
            return function
        elif kind is BuiltinFunctionType:
            owner = function.__self__
            pure = id(type(owner)) in IMMUTABLE and type(owner) is not ModuleType
            if pure and function.__name__ not in _READING_METHODS:
                return function
            if function in _OF_ITERATORS and not self.gil:
                return partial(self._next, n, False) if function is next else partial(self._iter, n)
        elif kind is MethodType and function.__func__ is Counter.update:
            return partial(self._count, n, function)
        return partial(self._outside_call, n, function, self._is_opaque(n, function, kind))

    def call_own(self, n: int, function: Any) -> Any:
        """A call of a method of a list that nobody else can see."""
        return function

    def call_local(self, n: int, function: Any) -> Any:
        """A call of `next` for an iterator that its function has made for itself."""
        called = self.call(n, function)
        return partial(self._next, n, True) if function is next and not self.gil else called

    def _has_points(self, function: Any, kind: type) -> bool:
        """Tells whether a call leads straight into rewritten code."""
        if kind is FunctionType:
            return function.__code__.co_filename in self.files
        if kind is MethodType:
            inner = function.__func__
            return type(inner) is FunctionType and inner.__code__.co_filename in self.files
        if kind is partial:
            return self._has_points(function.func, type(function.func))
        if isinstance(function, type):
            return function.__module__ in self.modules and not self.accesses.kinds.copies(function)
        if kind.__module__ not in self.modules:
            return False
        kinds = self.accesses.kinds
        return kinds.base(kind) is Ordinary or kinds.runs_own(kind, "__call__")

    def _is_opaque(self, n: int, function: Any, kind: type) -> bool:
        """Tells whether the callee is Python code that is neither ours nor simulated.

        Ends the execution where the callee cannot be simulated.
        """
        key = known = function.__func__ if kind is MethodType else function
        if kind is BuiltinFunctionType and type(function.__self__) is not ModuleType:
            known = type(function.__self__)
            key = (known, "its methods")
        lasts = id(type(known)) in _LASTING
        opaque = self._callees.get(key) if lasts else None
        if opaque is None:
            why = why_refused(function)
            if why is not None:
                site = self.sites[n]
                self.scheduler.refuse(UnsimulatedError(why, site.file, site.line))
            opaque = self._is_foreign(function)
            if lasts:
                self._callees[key] = opaque
        return opaque

    def _wait_at(self, n: int, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """A call that waits, of its own accord, at this site."""
        self.scheduler.running.site = n
        result = function(*args, **kwargs)
        self.scheduler.running.touched = True
        return result

    def called_by_library(self, function: Any) -> Any:
        """What the library calls in place of what it was given to call."""
        scheduler = self.scheduler
        called = CallHooks.call(self, scheduler.running.site, function)
        if self.gil and called is not function:
            # Nothing in it is a point, and the library's code before it was none either.
            return partial(self._point_and_call, called)
        return called

    def _point_and_call(self, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        self.point(self.scheduler.running.site)
        return function(*args, **kwargs)

    def _outside_call(
        self, n: int, function: Any, opaque: bool, /, *args: Any, **kwargs: Any
    ) -> Any:
        """A call of code that is not rewritten: one step."""
        scheduler = self.scheduler
        kind = type(function)
        if not self.gil:
            if "key" in kwargs and getattr(function, "__name__", "") in _WITH_A_KEY:
                kwargs["key"] = self._interruptible(kwargs["key"])
            elif function is map or function is filter:
                args = (*map(self._interruptible, args[:1]), *args[1:])
        shared = (
            kind is MethodType
            or getattr(function, "__module__", None) in ANEW
            or not isinstance(function, _STATELESS)
            or (kind is not type and self._owned(function))
            or any(map(_mutable, args))
            or any(map(_mutable, kwargs.values()))
            or (kind is FunctionType and function.__name__ in _LIST_THREADS)
        )
        if shared and not self.gil:
            self._before_call(n, function, args, kwargs)
        else:
            scheduler.running.site = n
        if opaque and shared:
            scheduler.opaque = True
        if self.gil:
            return self._touching_call(n, function, args, kwargs, shared)
        if scheduler.tracking:
            running = scheduler.running
            running.calls.append(self.accesses.call(function, args, kwargs))
            try:
                return function(*args, **kwargs)
            finally:
                running.calls.pop()
        return self._run_call(n, function, args, kwargs)

    def _touching_call(self, n: int, function: Any, args: Any, kwargs: Any, shared: bool) -> Any:
        """The step of a call in the `gil` model; Python code of the library begins with a point."""
        running = self.scheduler.running
        python = is_python(function)
        if python:
            self.point(n)
        running.touched = running.touched or shared or python
        try:
            return self._run_call(n, function, args, kwargs)
        finally:
            # What it called back may have passed points.
            running.touched = running.touched or shared or python

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
        return owner is not None and id(type(owner)) not in IMMUTABLE

    def _is_foreign(self, function: Any) -> bool:
        file = _file_of(function)
        return file is not None and file not in self.files and not self.known(file)

    def _acquire(self, n: int, taken: lock | RLock) -> None:
        scheduler = self.scheduler
        running = scheduler.running
        running.acquires = id(taken)
        running.block_note = taken.wait_note(running)
        running.waits_on = taken
        try:
            scheduler.acquire_point(n, taken.free_for(running))
        finally:
            # Nobody has asked where the thread is alone.
            running.acquires = None


def _file_of(function: Any) -> str | None:
    """Where the Python code of a callable is from; None if it has none."""
    inner = function.__func__ if type(function) is MethodType else function
    if isinstance(inner, type):
        inner = getattr(inner, "__init__", None)
    code = getattr(getattr(inner, "__wrapped__", inner), "__code__", None)
    return None if code is None else code.co_filename


def is_python(function: Any) -> bool:
    """Tells whether a callable is Python code; what is simulated is C code in reality."""
    file = _file_of(function)
    return file is not None and not file.startswith(_ENGINE)


def _mutable(value: object) -> bool:
    kind = type(value)
    if kind is tuple or kind is frozenset:
        return any(map(_mutable, value))  # type: ignore[call-overload]
    return id(kind) not in IMMUTABLE and not isinstance(value, type)
