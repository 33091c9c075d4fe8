"""Numbers for objects, places and calls of a recorded execution, in the order they come up.

An address would say the same once and never again; a number is the same on every run.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from types import CodeType, FrameType
from typing import Any

_IMMUTABLE = (int, float, complex, str, bytes, bool, type(None), type(Ellipsis), range)


class Numbering:
    """The numbers of one execution.

    Args:
        files: those of the program; calls of functions elsewhere get no number.
        keep: keeps an object alive, so that its id stays its own.
    """

    def __init__(self, files: Collection[str], keep: Callable[[Any], None]) -> None:
        self._files = files
        self._keep = keep
        self._objects: dict[Any, int] = {}
        self._places: dict[Any, int] = {}
        self._calls: dict[tuple[int, CodeType, int], int] = {}
        self.calls: list[tuple[int, str, str]] = []

    def object(self, thing: Any) -> int:
        """Returns the number of an object; 0 for what can't change, and for None."""
        if isinstance(thing, _IMMUTABLE):
            return 0
        key = thing
        if type(thing) is not tuple or thing[:1] != ("closure",):
            self._keep(thing)
            key = id(thing)
        return self._objects.setdefault(key, len(self._objects) + 1)

    def known(self, thing: Any) -> bool:
        """Whether an object has come up already."""
        return id(thing) in self._objects

    def place(self, owner: Any, key: Any) -> int:
        """Returns the number of an attribute, item or name of `owner`."""
        if type(key) is slice:
            return 0
        if not _plain(key):  # its `__hash__` might be the program's
            self._keep(key)
            key = ("id", id(key))
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
        self._places.clear()
        self._calls.clear()


def _plain(key: object) -> bool:
    if type(key) is tuple:
        return all(map(_plain, key))
    return type(key) in (str, int, float, bool, bytes, type(None))
