"""A `with` block for each tape: its end stands in the code, and no reference can put it off.

`__del__` is gone: it would run some time after, or never, and unmount what may be another's by then.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Protocol


class Library(Protocol):
    """What a tape library can do."""

    def mount(self, name: str, reader: object) -> int: ...

    def read(self, drive: int) -> list[str]: ...

    def unmount(self, drive: int) -> None: ...


class Tape:
    """A tape in a drive, until it is closed."""

    def __init__(self, library: Library, name: str) -> None:
        self._library = library
        self._drive = library.mount(name, self)

    def files(self) -> list[str]:
        return self._library.read(self._drive)

    def close(self) -> None:
        self._library.unmount(self._drive)


def restore(library: Library, names: Sequence[str], put: Callable[[str], None]) -> int:
    """Bring back the files of several tapes, and tell how many there were."""
    restored = 0
    for name in names:
        with closing(Tape(library, name)) as tape:
            for file in tape.files():
                put(file)
                restored += 1
    return restored


def differences(library: Library, old: str, new: str) -> list[str]:
    """Tell which files are on one of two tapes only."""
    with closing(Tape(library, old)) as before, closing(Tape(library, new)) as after:
        return sorted(set(before.files()) ^ set(after.files()))
