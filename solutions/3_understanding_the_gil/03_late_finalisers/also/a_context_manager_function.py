"""A function with a yield in a try: what is before it mounts, what is in the finally unmounts."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def _tape(library: Library, name: str) -> Iterator[list[str]]:
    tape = Tape(library, name)
    try:
        yield tape.files()
    finally:
        tape.close()


def restore(library: Library, names: Sequence[str], put: Callable[[str], None]) -> int:
    """Bring back the files of several tapes, and tell how many there were."""
    restored = 0
    for name in names:
        with _tape(library, name) as files:
            for restored, file in enumerate(files, restored + 1):
                put(file)
    return restored


def differences(library: Library, old: str, new: str) -> list[str]:
    """Tell which files are on one of two tapes only."""
    with _tape(library, old) as before, _tape(library, new) as after:
        return sorted(set(before) ^ set(after))
