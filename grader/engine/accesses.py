"""What the next step of a thread reads and writes, told before it runs."""

from __future__ import annotations

import gc
import itertools
from collections import deque
from collections.abc import Callable
from itertools import _tee_dataobject  # type: ignore[attr-defined]
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    CoroutineType,
    FunctionType,
    GeneratorType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodDescriptorType,
    MethodType,
    ModuleType,
    TracebackType,
    WrapperDescriptorType,
)
from typing import Any

from grader.engine.kinds import CONTAINERS, Kinds, Ordinary, fields
from grader.engine.operations import CLOCK, NOTHING, Access, Operation
from grader.engine.peek import UNKNOWN, peek
from grader.engine.world.locks import RLock, lock

_PLAIN_CONTAINERS = (list, dict, set, deque, bytearray)
_ATOMS = (
    *(int, float, complex, bool, str, bytes, range, slice, type(None), type(...), type),
    *(FunctionType, BuiltinFunctionType, ModuleType, property, staticmethod, classmethod),
)
# They run no code, or code of the program, which has points of its own.
_DESCRIPTORS = (
    *(FunctionType, property, staticmethod, classmethod, MemberDescriptorType),
    *(GetSetDescriptorType, MethodDescriptorType, WrapperDescriptorType),
)
_READING_METHODS = {
    *("get", "keys", "values", "items", "copy", "count", "index", "isdisjoint", "issubset"),
    *("issuperset", "union", "intersection", "difference", "symmetric_difference"),
    *("__contains__", "__len__", "__getitem__", "__iter__"),
}
_STORING_METHODS = {
    *("append", "appendleft", "add", "insert", "setdefault", "put", "discard", "get"),
    *("pop", "popleft", "popitem", "clear", "copy", "keys", "values", "items", "rotate"),
}
_READERS = {
    *(len, sum, min, max, sorted, any, all, list, tuple, set, frozenset, dict, iter, reversed),
    *(enumerate, zip, str, repr, bool, filter, map),
}
# They look into nothing that they are given.
_BLIND = (int, float, complex, ord, chr)
# They look into their items, unless a function does.
_LOOKING = (
    *(filter, itertools.filterfalse, itertools.accumulate),
    *(itertools.groupby, itertools.compress),
)
_BY_NAME = {getattr: False, hasattr: False, setattr: True, delattr: True}
_VIEWS: tuple[type, ...] = (type({}.keys()), type({}.values()), type({}.items()))
_LIBRARY = ("threading", "queue", "concurrent.futures", "grader.engine.world")
_MAKING = (*_LIBRARY, "_thread")
_DEEPEST = 200
# What keeps the local variables of a frame alive; the program can see when they go.
HOLDS_FRAMES = (BaseException, GeneratorType, CoroutineType, AsyncGeneratorType, TracebackType)

# Those of one kind count as one.
RUNNING_GENERATOR: Operation = ((GeneratorType.__name__, None, True),)


class Accesses:
    """Names what operations touch.

    Args:
        modules: names of the program's modules.
        coarse: the program gets at names by text (`vars`, `__dict__` …), so that an
            access to an attribute or item may be one to anything.
        ours: tells whether a code object belongs to the program.
        keep: called with each object whose identity is used, to keep it alive: a reused
            address would make two places one.
    """

    def __init__(
        self,
        modules: frozenset[str],
        coarse: bool,
        ours: Callable[[Any], bool],
        keep: Callable[[Any], None],
    ) -> None:
        self._modules = modules
        self.kinds = Kinds(modules, ours)
        self._ours = ours
        self._coarse = coarse
        self._keep = keep

    def _place(self, thing: Any) -> Any:
        if isinstance(thing, HOLDS_FRAMES):
            # Not to be kept alive; those of one kind count as one.
            return type(thing).__name__
        self._keep(thing)
        return id(thing)

    def name(self, name: str, writes: bool) -> Operation:
        """A global or closure variable; those of one name count as one."""
        return None if self._coarse else (("name", name, writes),)

    def attribute(self, owner: Any, name: str, writes: bool) -> Operation:
        if self._coarse:
            return None
        if isinstance(owner, ModuleType):
            return None if writes else self.name(name, False)
        if isinstance(owner, type) and writes:
            # Every instance that has no such attribute of its own may read it.
            return None
        if not self._is_plain(type(owner), name):
            return None
        return ((self._place(owner), name, writes),)

    def _is_plain(self, kind: type, name: str) -> bool:
        """Tells whether no code that is not rewritten runs for an attribute of such an object."""
        for base in kind.__mro__:
            if name in vars(base):
                descriptor = type(vars(base)[name])
                return (
                    descriptor in _DESCRIPTORS
                    or descriptor.__module__ in self._modules
                    or not hasattr(descriptor, "__get__")
                )
        return True

    def item(self, owner: Any, key: Any, writes: bool) -> Operation:
        kind = self.kinds.base(type(owner))
        if self._coarse:
            return None
        if kind is list and type(key) is int and key >= 0:
            # Items of a list are places of their own; the length is touched by methods only.
            return ((self._place(owner), key, writes),)
        if kind in _PLAIN_CONTAINERS:
            return ((self._place(owner), None, writes),)
        if kind in CONTAINERS:
            return ((self._place(owner), None, True),)
        if kind is Ordinary:
            # Its `__getitem__` has points of its own.
            return ((self._place(owner), None, False),)
        return NOTHING if kind in _ATOMS or kind is tuple else None

    def update(self, target: Operation, held: Any, right: Any) -> Operation:
        """The store of `+=`, which may change the object that is `held` in place."""
        kind = self.kinds.base(type(held))
        if kind in _ATOMS or kind is tuple or kind is Ordinary:
            return target
        if held is UNKNOWN and type(right) in (int, float, complex, bool):
            return target
        read = self.look(right)
        if target is None or read is None or kind not in _PLAIN_CONTAINERS:
            return None
        return (*target, (self._place(held), None, True), *read)

    def look(self, value: Any) -> Operation:
        """A read of a whole container, with what is in it."""
        return self._reached([value], False)

    def position(self, iterator: Any) -> Operation:
        """The store of where an iterator stands."""
        return ((self._place(iterator), None, True),)

    def standing(self, iterator: Any) -> Operation:
        """A read of where an iterator stands."""
        return ((self._place(iterator), None, False),)

    def next_item(self, iterator: Any) -> Operation:
        """A read of what an iterator's next item is; it stays where it stands."""
        touched = self.iteration(iterator)
        return touched and tuple((place, part, False) for place, part, _ in touched)

    def iteration(self, iterator: Any) -> Operation:
        """The next item of an iterator; what is in the item, where C code looks at it."""
        found: dict[int, Access] = {}
        todo = [iterator]
        sources: list[Any] = []
        looks = generates = False
        while todo:
            value = todo.pop()
            kind = self.kinds.base(type(value))
            if id(value) in found or kind in _ATOMS or kind is tuple:
                continue
            if kind in CONTAINERS:
                found[id(value)] = (self._place(value), None, False)
                sources.append(value)
            elif kind in _VIEWS:
                todo += gc.get_referents(value)
            elif kind is GeneratorType:
                generates = True
                if not self._ours(value.gi_code):
                    return None
                found[id(value)] = (self._place(value), None, True)
            elif kind is Ordinary:
                generates = True
            elif hasattr(kind, "__next__"):
                found[id(value)] = (self._place(value), None, True)
                parts = [part for part in gc.get_referents(value) if part is not type(value)]
                alone = kind in _LOOKING and not any(map(callable, parts))
                looks = looks or alone or any(map(self._looks, parts))
                if not all(self._harmless(part) for part in parts if callable(part)):
                    # `map(xs.append, …)` and the like: the next item does more than read.
                    return None
                todo += [inner for part in parts if type(part) is tuple for inner in part]
                todo += [part for part in parts if self._iterates(part)]
                found.update({id(part): self.lock(part)[0] for part in parts if type(part) is lock})
            else:
                return None
        if looks:
            inner = None if generates else self._reached(sources, False)
            return None if inner is None else (*found.values(), *inner)
        return tuple(found.values())

    def _looks(self, part: Any) -> bool:
        """Tells whether a part of an iterator is C code that looks into the items."""
        if not callable(part) or any(part is blind for blind in _BLIND):
            return False
        if isinstance(part, type):
            return self.kinds.base(part) is not Ordinary
        return type(part) not in (FunctionType, MethodType)

    def lock(self, taken: Any) -> tuple[Access, ...]:
        return ((self._place(taken), None, True),)

    def manager(self, manager: Any) -> Operation:
        """`with` on something that is no lock."""
        if _is_library(manager):
            return self._library(manager)
        return NOTHING if self.kinds.base(type(manager)) is Ordinary else None

    def call(self, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Operation:
        """A call of code that is not rewritten."""
        kind = type(function)
        values = [*args, *kwargs.values()]
        if kind is MethodType:
            owner = function.__self__
            return self._library(owner) if _is_library(owner) else None
        if kind is FunctionType:
            return self._function(function)
        if kind is BuiltinFunctionType and not isinstance(function.__self__, ModuleType):
            return self._builtin_method(function, values)
        if isinstance(function, type):
            if self.kinds.base(function) is not function:
                return self._reached(values, False)
            if function in _READERS:
                return self._reached(values, False)
            return NOTHING if function.__module__.startswith(_MAKING) else None
        try:
            if function in _READERS:
                return self._reached(values, False)
            if function in _BY_NAME and len(args) > 1:
                return self._by_name(args[0], args[1], _BY_NAME[function])
        except TypeError:
            return None
        return self._reached(values, True) if kind is BuiltinFunctionType else None

    def _harmless(self, function: Any) -> bool:
        """Tells whether a call of `function` touches nothing, or only through points."""
        kind = type(function)
        if kind is FunctionType:
            return self._ours(function.__code__)
        if kind is MethodType:
            return self._harmless(function.__func__)
        if kind is BuiltinFunctionType:
            owner = function.__self__
            return isinstance(owner, ModuleType) or type(owner) in _ATOMS
        return kind is type or self.kinds.base(kind) is Ordinary

    def _by_name(self, owner: Any, name: Any, writes: bool) -> Operation:
        if isinstance(owner, (type, ModuleType)) or not isinstance(name, str):
            return None
        return self.attribute(owner, name, writes)

    def _function(self, function: Any) -> Operation:
        module = function.__module__ or ""
        if module == "grader.engine.world.clock":
            return CLOCK
        if module == "grader.engine.vocabulary":
            return NOTHING
        return None

    def _builtin_method(self, function: Any, values: list[Any]) -> Operation:
        owner = function.__self__
        kind = self.kinds.base(type(owner))
        if kind not in CONTAINERS:
            return self._reached([owner, *values], True)
        name = function.__name__
        reads = kind in _PLAIN_CONTAINERS and name in _READING_METHODS
        mine = (self._place(owner), None, not reads)
        if name in _STORING_METHODS:
            return (mine,)
        # `extend`, `update` and their like read what they are given.
        theirs = self._reached(values, False)
        return None if theirs is None else (mine, *theirs)

    def _library(self, thing: Any) -> Operation:
        """An object of the simulated library, with the locks and conditions in it."""
        found: dict[int, Access] = {}
        todo = [thing]
        while todo:
            part = todo.pop()
            if id(part) in found:
                continue
            found[id(part)] = (self._place(part), None, True)
            if not isinstance(part, (lock, RLock)):
                todo += [v for v in getattr(part, "__dict__", {}).values() if _is_library(v)]
        return tuple(found.values())

    def _reached(self, values: list[Any], writes: bool) -> Operation:
        """Containers and iterators among `values` and within them; None where in doubt."""
        found: dict[int, Access] = {}
        todo = list(values)
        while todo:
            value = todo.pop()
            kind = self.kinds.base(type(value))
            if id(value) in found:
                continue
            if kind is BuiltinFunctionType and not self._harmless(value):
                return None
            if kind in _ATOMS:
                continue
            if kind is tuple or kind is frozenset:
                todo += kind.__iter__(value)
            elif kind in CONTAINERS:
                found[id(value)] = (self._place(value), None, writes)
                # Not by methods of the program's, if it is of a class of the program's.
                todo += kind.__iter__(value)
                todo += dict.values(value) if isinstance(value, dict) else ()
            elif kind in _VIEWS:
                todo += gc.get_referents(value)
            elif kind is Ordinary and (names := fields(type(value))):
                found[id(value)] = (self._place(value), None, False)
                todo += [peek(value, name) for name in names]
            elif kind is MethodType or kind is Ordinary or value is UNKNOWN:
                # Code of the program has points of its own.
                continue
            elif isinstance(value, BaseException):
                found[id(value)] = (self._place(value), None, writes)
                todo += value.args
            elif isinstance(value, type):
                continue
            elif _is_library(value):
                if not writes:
                    # Comparing or measuring what holds it does not look into it.
                    continue
                found.update({a[0]: a for a in self._library(value) or ()})
            elif hasattr(kind, "__next__"):
                chain = self.iteration(value)
                if chain is None:
                    return None
                found.update({access[0]: access for access in chain})
            else:
                return None
            if len(found) > _DEEPEST:
                return None
        return tuple(found.values())

    def _iterates(self, thing: Any) -> bool:
        kind = self.kinds.base(type(thing))
        kinds = (*CONTAINERS, *_VIEWS, _tee_dataobject)
        return kind in kinds or hasattr(kind, "__next__")


def _is_library(thing: Any) -> bool:
    kind = type(thing)
    if kind is lock or kind is RLock:
        return True
    if kind.__module__ == "builtins":
        return False
    return any(base.__module__.startswith(_LIBRARY) for base in kind.__mro__)
