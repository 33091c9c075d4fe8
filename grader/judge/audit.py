"""Listens to Python's audit events (PEP 578) while a submission runs.

A hook can't be taken away again, so a process that has one is used for nothing else. It is told of
what the submission's own lines do; what the library does for them is the library's business.

Many ways to the engine raise no event, and no list of them is ever complete. So the engine's own
objects listen too: only the engine's files have any business with them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

from grader.engine.hooks import Hooks
from grader.engine.program import SCENARIO_MODULE, Runner
from grader.engine.recording_hooks import RecordingHooks
from grader.engine.scheduler import Scheduler

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
_GRADER = Path(__file__).parent.parent
_CALLS = str(_GRADER / "engine" / "call_hooks.py")
_INNERMOST = (Scheduler, Hooks, RecordingHooks)


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
            if not event.startswith("object.") or _is_given(frame, arguments[0]):
                while frame is not None and frame.f_code.co_filename == calls:
                    frame = frame.f_back
            if frame is not None and frame.f_code.co_filename in own:
                heard.add(event)
        finally:
            busy = False

    sys.addaudithook(hook)
    return heard


def guard(scenario: str, heard: set[str]) -> None:
    """Has the engine's objects note who, other than the engine, reaches for them from now on.

    Args:
        scenario: the file of the code that is the judge's own.
        heard: where it is noted.
    """
    ours = (f"{_GRADER}/", "<frozen ")
    get_frame = sys._getframe
    calls = _CALLS

    def note(thing: object, name: str) -> None:
        frame: FrameType | None = get_frame(2)
        if frame is None:
            return
        file = frame.f_code.co_filename
        if file == calls:
            # What the submission calls is called by us, such as `getattr` on what it has found.
            theirs = _is_given(frame, thing)
        else:
            theirs = file != scenario and not file.startswith(ours)
        if theirs:
            heard.add(name)

    for kind in _INNERMOST:
        _listen_in(kind, "the engine's inside", note)

    class Guarded(ModuleType):
        pass

    _listen_in(Guarded, "the modules around it", note)
    load = Runner._load

    def loading(self: Runner, name: str) -> ModuleType:
        module = load(self, name)
        if name == SCENARIO_MODULE:
            module.__class__ = Guarded
        return module

    Runner._load = loading  # type: ignore[method-assign]
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("grader", "greenlet") and type(module) is ModuleType:
            module.__class__ = Guarded


def _is_given(frame: FrameType | None, thing: object) -> bool:
    """Tells whether a frame of ours is in the middle of a call that is given something."""
    return frame is not None and any(thing is one for one in frame.f_locals.get("args", ()))


def _listen_in(kind: Any, name: str, note: Callable[[object, str], None]) -> None:
    """Calls `note` whenever somebody takes or changes an attribute of such an object."""
    get, change = kind.__getattribute__, kind.__setattr__

    def getting(self: Any, attribute: str) -> Any:
        note(self, name)
        return get(self, attribute)

    def changing(self: Any, attribute: str, value: Any) -> None:
        note(self, name)
        change(self, attribute, value)

    kind.__getattribute__ = getting
    kind.__setattr__ = changing
