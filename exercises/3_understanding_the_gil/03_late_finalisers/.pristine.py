"""Read tapes in a library with few drives.

A robot brings the tapes. `library.mount(name, reader)` waits for a free drive, puts the tape of
that name into it and returns the drive's number; `library.read(drive)` lists the files on it;
`library.unmount(drive)` takes the tape out. What has been mounted must be unmounted: until then
nobody else gets the drive.

What is wrong today
    It used to work. Then the library got a screen that shows who is reading which tape, and since
    then no drive ever becomes free again. Somebody put `del tape` at the end of `restore()`;
    somebody else called `gc.collect()` there. Neither helped. And a colleague with another Python
    says that it has never worked on hers.

What must hold
    - When `restore()` or `differences()` comes back, the drives that it used are free: then and
      there, on every Python, whoever else still holds on to the `Tape`.
    - The same if anything raises, in the library or in `put`. The error comes out as it is.
    - One drive is enough for `restore()`: a tape is out before the next one goes in.
    - `differences()` needs two drives at once. If it doesn't get the second tape, the first one
      doesn't stay in its drive.
    - A tape is taken out once. By the time of a second `unmount()` the drive may be somebody
      else's, and it would be their tape that is taken out.

What may not change
    The names and arguments of `Tape`, `restore` and `differences`. The library belongs to others.
"""

from collections.abc import Callable, Sequence
from typing import Protocol


class Library(Protocol):
    """What a tape library can do."""

    def mount(self, name: str, reader: object) -> int: ...

    def read(self, drive: int) -> list[str]: ...

    def unmount(self, drive: int) -> None: ...


class Tape:
    """A tape in a drive.

    Args:
        library: where the tape is.
        name: what is written on it.
    """

    def __init__(self, library: Library, name: str) -> None:
        self._library = library
        self._drive = library.mount(name, self)

    def files(self) -> list[str]:
        return self._library.read(self._drive)

    def close(self) -> None:
        self._library.unmount(self._drive)

    def __del__(self) -> None:
        self.close()


def restore(library: Library, names: Sequence[str], put: Callable[[str], None]) -> int:
    """Bring back the files of several tapes.

    Args:
        library: where the tapes are.
        names: which tapes, in this order.
        put: stores one file on the disk.

    Returns:
        How many files there were.
    """
    restored = 0
    for name in names:
        tape = Tape(library, name)
        for file in tape.files():
            put(file)
            restored += 1
    return restored


def differences(library: Library, old: str, new: str) -> list[str]:
    """Tell which files are on one of two tapes only.

    Args:
        library: where the tapes are.
        old: a tape.
        new: another tape.

    Returns:
        The names of the files, sorted.
    """
    before, after = Tape(library, old), Tape(library, new)
    return sorted(set(before.files()) ^ set(after.files()))
