"""An ExitStack for as many tapes as it takes; each goes on it as soon as it is mounted."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
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
        with ExitStack() as stack:
            for file in _mounted(stack, library, name).files():
                put(file)
                restored += 1
    return restored


def differences(library: Library, old: str, new: str) -> list[str]:
    """Tell which files are on one of two tapes only."""
    with ExitStack() as stack:
        before, after = (set(_mounted(stack, library, name).files()) for name in (old, new))
        return sorted(before ^ after)


def _mounted(stack: ExitStack, library: Library, name: str) -> Tape:
    tape = Tape(library, name)
    stack.callback(tape.close)
    return tape
