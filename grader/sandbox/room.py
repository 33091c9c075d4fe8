"""What a confined process may see, and how much it may use."""

from __future__ import annotations

import os
import struct
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20
SECONDS = 600
"""Seconds of processor time after which the kernel ends a process, whoever watches it."""

# Where systems keep the shared libraries that Python's own modules load.
_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store", "/gnu/store")
_LINKER_CACHE = "/etc/ld.so.cache"
_PT_INTERP = 3
# Here other people's packages lie, and perhaps the course.
_PACKAGES = ("site-packages", "dist-packages")


@dataclass(frozen=True)
class Room:
    """What a process gets.

    Attributes:
        readable: files and folders that it sees, with all that is beneath.
        hidden: folders beneath those that are empty to it.
        writable: the one folder that it may change.
        executable: programs that it may execute.
        children: it may have child processes, threads and Unix sockets.
        memory: bytes of address space, for each process.
        seconds: of processor time, for each process; the kernel ends it then.
        files: how many it may have open.
        scratch: bytes of its own `/tmp` and `/dev/shm` together; 0 for none.
    """

    readable: tuple[str, ...]
    hidden: tuple[str, ...] = ()
    writable: str | None = None
    executable: tuple[str, ...] = ()
    children: bool = False
    memory: int = 1024 * MIB
    seconds: int = SECONDS
    files: int = 64
    scratch: int = 0


def for_threads() -> Room:
    """A room for this very Python, which has loaded already what it needs but for some modules."""
    readable = _existing([*_LIBRARIES, _LINKER_CACHE, *_standard_library()])
    return Room(readable, _packages(readable))


def for_processes(interpreter: str, folder: str) -> Room:
    """A room for a Python that starts processes of its own.

    Args:
        interpreter: that Python, by its path.
        folder: the folder that it may change.
    """
    program = os.path.realpath(interpreter)
    prefix = Path(program).parent.parent
    installed = [str(prefix / name) for name in ("bin", "lib", "lib64")]
    environment = str(Path(interpreter).parent.parent / "pyvenv.cfg")
    linker = _linker(program)
    links = [interpreter, *_links(interpreter), program, *linker]
    readable = _existing([*_LIBRARIES, _LINKER_CACHE, *installed, environment, *links])
    return Room(
        readable,
        _packages(readable),
        writable=folder,
        executable=(program, *linker),
        children=True,
        memory=8192 * MIB,
        files=1024,
        scratch=256 * MIB,
    )


def _standard_library() -> list[str]:
    paths = sysconfig.get_paths()
    return [paths["stdlib"], paths["platstdlib"], f"{sys.base_prefix}/lib"]


def _existing(paths: Iterable[str]) -> tuple[str, ...]:
    """Those that are there, outermost first, without what lies beneath another."""
    found: list[str] = []
    for path in sorted({os.path.abspath(path) for path in paths}):
        beneath = any(Path(path).is_relative_to(other) for other in found)
        if os.path.lexists(path) and not beneath:
            found.append(path)
    return tuple(found)


def _packages(readable: Iterable[str]) -> tuple[str, ...]:
    """The folders of installed packages beneath some paths: two levels down, as they are."""
    patterns = [f"{deeper}{name}" for deeper in ("", "*/", "*/*/") for name in _PACKAGES]
    return tuple(
        sorted(
            str(found)
            for path in readable
            if os.path.isdir(path) and not os.path.islink(path)
            for pattern in patterns
            for found in Path(path).glob(pattern)
            if found.is_dir() and not found.is_symlink()
        )
    )


def _links(path: str) -> list[str]:
    """The links that lead from a path to its file, one after the other."""
    found = []
    while os.path.islink(path):
        path = os.path.normpath(os.path.join(os.path.dirname(path), os.readlink(path)))
        found.append(path)
    return found


def _linker(program: str) -> list[str]:
    """The dynamic linker, which the kernel executes to start a program; see elf(5)."""
    with open(program, "rb") as file:
        head = file.read(64)
        if head[:5] != b"\x7fELF\x02":
            return []
        table, size, count = struct.unpack_from("=32xQ14xHH", head)
        for number in range(count):
            file.seek(table + number * size)
            kind, offset, length = struct.unpack("=I4xQ16xQ16x", file.read(56))
            if kind == _PT_INTERP:
                file.seek(offset)
                path = file.read(length).rstrip(b"\0").decode()
                return [path, *_links(path), os.path.realpath(path)]
    return []
