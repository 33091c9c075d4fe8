"""The Pythons on this machine: which there are, and which of them run without the GIL."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NAME = re.compile(r"python3(?:\.(\d+)(t?))?")
_QUESTION = """
import json, sys, sysconfig
enabled = getattr(sys, "_is_gil_enabled", lambda: True)()
built = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
print(json.dumps([list(sys.version_info[:3]), sys.implementation.name, built, enabled]))
"""
_PATIENCE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python that answered.

    Attributes:
        path: the command.
        version: (major, minor, micro).
        implementation: "cpython", "pypy".
        free_threaded: it is built so that it can run without the GIL.
        gil_enabled: it runs with the GIL as it starts.
    """

    path: str
    version: tuple[int, int, int]
    implementation: str
    free_threaded: bool
    gil_enabled: bool

    def __str__(self) -> str:
        name = "PyPy" if self.implementation == "pypy" else "Python"
        kind = " free-threaded" if self.free_threaded else ""
        return f"{name} {'.'.join(map(str, self.version))}{kind}"


def find_interpreters(path: str | None = None) -> Iterator[Interpreter]:
    """Yields the Pythons of a search path; free-threaded names first, the newest first of each.

    Each is asked when its turn comes, and once per process.

    Args:
        path: folders as in the environment variable PATH, which is the default.
    """
    seen: set[str] = set()
    for command in _commands(os.environ.get("PATH", "") if path is None else path):
        real = os.path.realpath(command)
        if real not in seen:
            seen.add(real)
            interpreter = _ask(command)
            if interpreter is not None:
                yield interpreter


def find_free_threaded(path: str | None = None) -> Interpreter | None:
    """Returns the newest Python of the search path that runs without the GIL, or None."""
    for interpreter in find_interpreters(path):
        if interpreter.free_threaded and not interpreter.gil_enabled:
            return interpreter
    return None


def _commands(path: str) -> list[str]:
    """Python's usual names on a search path: python3.14t, python3.13t, python3.14, …, python3."""
    ranked: list[tuple[bool, int, str]] = [(False, 0, sys.executable)]
    for folder in filter(None, path.split(os.pathsep)):
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            continue
        for name in names:
            match = _NAME.fullmatch(name)
            command = str(Path(folder, name))
            if match and os.access(command, os.X_OK):
                ranked.append((bool(match[2]), int(match[1] or 0), command))
    ranked.sort(key=lambda entry: entry[:2], reverse=True)
    return [command for _, _, command in ranked]


@functools.cache
def _ask(command: str) -> Interpreter | None:
    try:
        answer = subprocess.run(
            [command, "-I", "-S", "-c", _QUESTION],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            check=True,
        ).stdout
        (major, minor, micro), name, built, enabled = json.loads(answer)
    except (OSError, ValueError, TypeError, subprocess.SubprocessError):
        return None
    return Interpreter(
        command, (int(major), int(minor), int(micro)), str(name), bool(built), bool(enabled)
    )
