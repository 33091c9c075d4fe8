"""Numbers for objects, places and calls of a recorded execution, in the order they come up.

An address would say the same once and never again; a number is the same on every run.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from types import CodeType, FrameType
from typing import Any
from weakref import ReferenceType, ref

_IMMUTABLE = (int, float, complex, str, bytes, bool, type(None), type(Ellipsis), range)


class Numbering:
    """The numbers of one execution.

    Args:
        files: those of the program; calls of functions elsewhere get no number.
        keep: keeps an object alive, so that its id stays its own; None where nothing may be
            kept. Then only what can be watched by a weak reference has a number.
    """

    def __init__(self, files: Collection[str], keep: Callable[[Any], None] | None) -> None:
        self._files = files
        self._keep = keep
        self._objects: dict[Any, int] = {}
        self._watched: dict[int, ReferenceType[Any]] = {}
        self._count = 0
        self._places: dict[Any, int] = {}
        self._calls: dict[tuple[int, CodeType, int], int] = {}
        self.calls: list[tuple[int, str, str]] = []

    def object(self, thing: Any) -> int:
        """Returns the number of an object; 0 for what can't change, and for None."""
        if isinstance(thing, _IMMUTABLE):
            return 0
        if type(thing) is tuple and thing[:1] == ("closure",):
            return self._numbered(thing)
        if self._keep is not None:
            self._keep(thing)
        elif not self._watch(thing):
            return 0
        return self._numbered(id(thing))

    def _numbered(self, key: Any) -> int:
        if key not in self._objects:
            self._count += 1
            self._objects[key] = self._count
        return self._objects[key]

    def _watch(self, thing: Any) -> bool:
        """Makes sure that the number of an id is that of `thing`, not of one that is gone."""
        watched = self._watched.get(id(thing))
        if watched is None or watched() is not thing:
            try:
                self._watched[id(thing)] = ref(thing)
            except TypeError:
                return False
            self._objects.pop(id(thing), None)
        return True

    def known(self, thing: Any) -> bool:
        """Whether an object has come up already."""
        watched = self._watched.get(id(thing))
        return id(thing) in self._objects and (watched is None or watched() is thing)

    def place(self, owner: Any, key: Any) -> int:
        """Returns the number of an attribute, item or name of `owner`."""
        if type(key) is slice or not self.object(owner):
            return 0
        if not _plain(key):  # its `__hash__` might be the program's
            key = ("number", self.object(key))
            if not key[1]:
                return 0
        return self._places.setdefault((self.object(owner), key), len(self._places) + 1)

    def activation(self, frame: FrameType | None) -> int:
        """Returns the number of the innermost call of the program's that `frame` is in.

        Calls from the same place of the same call, one after the other, have one number.
        """
        stack: list[FrameType] = []
        while frame is not None:
            if frame.f_code.co_filename in self._files:
                stack.append(frame)
            frame = frame.f_back
        number, place = 0, -1
        while stack:
            frame = stack.pop()
            code = frame.f_code
            key = (number, code, place)
            if key not in self._calls:
                self.calls.append((number, code.co_name, code.co_filename))
                self._calls[key] = len(self.calls)
            number, place = self._calls[key], frame.f_lasti
        return number

    def forget(self) -> None:
        """Drops the program's objects; what was numbered stays so."""
        self._objects.clear()
        self._watched.clear()
        self._places.clear()
        self._calls.clear()


def _plain(key: object) -> bool:
    if type(key) is tuple:
        return all(map(_plain, key))
    return type(key) in (str, int, float, bool, bytes, type(None))
