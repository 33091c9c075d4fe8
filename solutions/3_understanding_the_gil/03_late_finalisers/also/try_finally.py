"""Plain try and finally: what `with` stands for, written out."""

from collections.abc import Callable, Sequence
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
        tape = Tape(library, name)
        try:
            for file in tape.files():
                put(file)
                restored += 1
        finally:
            tape.close()
    return restored


def differences(library: Library, old: str, new: str) -> list[str]:
    """Tell which files are on one of two tapes only."""
    before = Tape(library, old)
    try:
        after = Tape(library, new)
        try:
            return sorted(set(before.files()) ^ set(after.files()))
        finally:
            after.close()
    finally:
        before.close()
