"""What lies behind a class of the program: state that C code, or the library, reads and changes."""

from __future__ import annotations

from array import array
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import Callable
from enum import EnumMeta
from types import CodeType, FunctionType
from typing import Any

CONTAINERS = (list, dict, set, bytearray, deque, defaultdict, Counter, OrderedDict)
_HOLDERS = (*CONTAINERS, memoryview, array, UserDict, UserList, ChainMap)
# Classes from there have no state of their own.
_MIXIN_MODULES = ("abc", "collections.abc", "enum", "numbers", "typing")
_MIXINS = ("AbstractContextManager", "AbstractAsyncContextManager", "ContextDecorator")
_IMMUTABLE = (int, float, complex, str, bytes, tuple, frozenset, type)


class Ordinary:
    """Stands for what has no state but its attributes, and no code but the program's."""


class Mixed:
    """Stands for several built-in classes, or classes of the library, behind one."""


class Kinds:
    """Classes, by what lies behind them.

    Args:
        modules: names of the program's modules.
        ours: tells whether a code object belongs to the program.
    """

    def __init__(self, modules: frozenset[str], ours: Callable[[CodeType], bool]) -> None:
        self._modules = modules
        self._ours = ours
        # By identity; the class itself keeps its identity from being another's.
        self._bases: dict[int, tuple[type, type]] = {}
        self._held: dict[int, tuple[type, bool]] = {}

    def forget(self) -> None:
        """Drops what is remembered of the program's own classes: they are made anew."""
        self._bases.clear()
        self._held.clear()

    def base(self, kind: type) -> type:
        """Returns the class that is not the program's and whose state such an object has.

        That is `kind` itself, if it is not the program's; `Ordinary` if there is none.
        """
        if kind.__module__ not in self._modules:
            return kind
        known = self._bases.get(id(kind))
        if known is None:
            known = self._bases[id(kind)] = (kind, self._find_base(kind))
        return known[1]

    def _find_base(self, kind: type) -> type:
        behind = [base for base in kind.__mro__[:-1] if self._has_state(base)]
        if not behind:
            return Ordinary
        return behind[0] if all(base in behind[0].__mro__ for base in behind) else Mixed

    def _has_state(self, base: type) -> bool:
        module = base.__module__
        mixin = module == "contextlib" and base.__name__ in _MIXINS
        return module not in self._modules and module not in _MIXIN_MODULES and not mixin

    def holds(self, value: object) -> bool:
        """Tells whether an operator may read what is in `value` without a point of its own."""
        kind = type(value)
        if kind is tuple:
            return any(map(self.holds, value))  # type: ignore[call-overload]
        known = self._held.get(id(kind))
        if known is None:
            known = self._held[id(kind)] = (kind, self._is_holder(kind))
        return known[1]

    def _is_holder(self, kind: type) -> bool:
        base = self.base(kind)
        if base is kind:
            return kind in _HOLDERS
        if base is Ordinary:
            return is_record(kind)
        return base is tuple or (base not in _IMMUTABLE and not issubclass(base, BaseException))

    def runs_own(self, kind: type, name: str) -> bool:
        """Tells whether the special method `name` of such an object is the program's code."""
        for base in kind.__mro__:
            if name in vars(base):
                method = vars(base)[name]
                return type(method) is FunctionType and self._ours(method.__code__)
        return False

    def copies(self, kind: type) -> bool:
        """Tells whether C code makes such an object out of what the class is called with."""
        base = self.base(kind)
        if base is kind or base is Ordinary or issubclass(base, BaseException):
            return False
        return not any(
            type(getattr(kind, name)) is FunctionType for name in ("__init__", "__new__")
        )


def is_record(kind: type) -> bool:
    """Tells whether methods that `dataclasses` has made read the fields of such an object."""
    return hasattr(kind, "__dataclass_fields__")


def fields(kind: Any) -> tuple[str, ...]:
    """The names of what methods that are not rewritten read of such an object."""
    if is_record(kind):
        return tuple(kind.__dataclass_fields__)
    return ("_value_",) if isinstance(kind, EnumMeta) else ()
