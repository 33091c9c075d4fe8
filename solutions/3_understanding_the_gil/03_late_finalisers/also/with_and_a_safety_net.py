"""The tape is a context manager. A `__del__` is left as a net, and knows whether it is needed."""

from collections.abc import Callable, Sequence
from typing import Protocol


class Library(Protocol):
    """What a tape library can do."""

    def mount(self, name: str, reader: object) -> int: ...

    def read(self, drive: int) -> list[str]: ...

    def unmount(self, drive: int) -> None: ...


class Tape:
    """A tape in a drive; `with` takes it out."""

    _drive: int | None = None

    def __init__(self, library: Library, name: str) -> None:
        self._library = library
        self._drive = library.mount(name, self)

    def __enter__(self) -> "Tape":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def files(self) -> list[str]:
        assert self._drive is not None
        return self._library.read(self._drive)

    def close(self) -> None:
        drive, self._drive = self._drive, None
        if drive is not None:
            self._library.unmount(drive)

    def __del__(self) -> None:
        self.close()


def restore(library: Library, names: Sequence[str], put: Callable[[str], None]) -> int:
    """Bring back the files of several tapes, and tell how many there were."""
    restored = 0
    for name in names:
        with Tape(library, name) as tape:
            for file in tape.files():
                put(file)
                restored += 1
    return restored


def differences(library: Library, old: str, new: str) -> list[str]:
    """Tell which files are on one of two tapes only."""
    with Tape(library, old) as before, Tape(library, new) as after:
        return sorted(set(before.files()) ^ set(after.files()))
