"""Listens to Python's audit events (PEP 578) while a submission runs.

A hook can't be taken away again, so a process that has one is used for one run. It is told of
what the submission's own lines do; what the library does for them is the library's business.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from types import FrameType
from typing import Any

# What no submission needs: a name, or with a dot at its end all that begin so.
_SUSPICIOUS = (
    *("sys._getframe", "sys._current_frames", "sys._current_exceptions", "sys.settrace"),
    *("sys.setprofile", "sys.addaudithook", "gc.get_objects", "gc.get_referrers"),
    *("gc.get_referents", "code.__new__", "function.__new__", "compile", "exec"),
    *("object.__getattr__", "object.__setattr__", "object.__delattr__"),
    *("ctypes.", "marshal.", "os.", "shutil.", "socket.", "subprocess.", "mmap.", "signal."),
    *("cpython.", "fcntl.", "resource.", "pty.", "syslog.", "winreg.", "webbrowser."),
)
# Frames of ours through which the submission's calls go.
_CALLS = str(Path(__file__).parent.parent / "engine" / "call_hooks.py")


def listen(files: Collection[str]) -> set[str]:
    """Has this process note, from now on, what the code of some files reaches for.

    Args:
        files: as in the file names of its code.

    Returns:
        The names of the events, which grows; it has only those that no submission needs.
    """
    own = frozenset(files)
    heard: set[str] = set()
    get_frame = sys._getframe
    suspicious = _SUSPICIOUS
    calls = _CALLS
    busy = False

    def hook(event: str, arguments: Any) -> None:
        nonlocal busy
        if busy or not event.startswith(suspicious):
            return
        busy = True
        try:
            frame: FrameType | None = get_frame(1)
            # Getting at a function's code is what the engine does there, for itself.
            if not event.startswith("object."):
                while frame is not None and frame.f_code.co_filename == calls:
                    frame = frame.f_back
            if frame is not None and frame.f_code.co_filename in own:
                heard.add(event)
        finally:
            busy = False

    sys.addaudithook(hook)
    return heard
