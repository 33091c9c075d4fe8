"""Listens to Python's audit events (PEP 578) while a submission runs.

A hook can't be taken away again, so a process that has one is used for nothing else. It is told of
what the submission's own lines do; what the library does for them is the library's business.

Many ways to the engine raise no event, and no list of them is ever complete. So the engine's own
objects listen too: only the engine's files have any business with them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Generator
from functools import partial
from operator import attrgetter
from pathlib import Path
from types import FrameType, GeneratorType, ModuleType
from typing import Any, cast

from grader.engine import call_hooks
from grader.engine.hooks import Hooks
from grader.engine.program import Runner
from grader.engine.recording_hooks import RecordingHooks
from grader.engine.scheduler import Scheduler
from grader.engine.vocabulary import SCENARIO_MODULE

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
_OURS = (f"{_GRADER}/", "<frozen ")  # how their files begin
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
    suspicious = _Suspicious()
    calls = _CALLS
    caller = _looking_up(1)
    busy = False

    def hook(event: str, arguments: Any) -> None:
        nonlocal busy
        if busy or not suspicious[event]:
            return
        busy = True
        try:
            frame = caller()
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


class _Suspicious(dict[str, bool]):
    """For each event, whether no submission needs it."""

    def __missing__(self, event: str) -> bool:
        self[event] = known = event.startswith(_SUSPICIOUS)
        return known


def _looking_up(depth: int) -> Callable[[], FrameType | None]:
    """Returns a function that returns a frame below that of its caller, which is at depth 0.

    So does `sys._getframe`, but that is an event itself, and one for each look at an attribute is
    too slow. The frame of a generator knows who runs it. No frame is kept in itself here, or
    there is much for the collector to do.
    """
    below = attrgetter(".".join(["f_back"] * (depth + 2)))

    def look() -> Generator[FrameType | None, FrameType | None, None]:
        own = yield None
        while True:
            yield below(own)

    looking = look()
    next(looking)
    looking.send(cast("GeneratorType[Any, Any, None]", looking).gi_frame)

    def frame() -> FrameType | None:
        try:
            return next(looking)
        except (ValueError, StopIteration):  # in use by a real thread, or ended by some error
            return sys._getframe(depth + 1)

    return frame


def guard(scenario: str, heard: set[str]) -> None:
    """Has the engine's objects note who, other than the engine, reaches for them from now on.

    Args:
        scenario: the file of the code that is the judge's own.
        heard: where it is noted.
    """
    listen_in = partial(_listen_in, scenario, heard)
    for kind in _INNERMOST:
        listen_in(kind, "the engine's inside")

    class Guarded(ModuleType):
        pass

    listen_in(Guarded, "the modules around it")
    load = Runner._load

    def loading(self: Runner, name: str) -> ModuleType:
        module = load(self, name)
        if name == SCENARIO_MODULE:
            module.__class__ = Guarded
        return module

    Runner._load = loading  # type: ignore[method-assign]
    for module in _modules():
        module.__class__ = Guarded


def _modules() -> list[ModuleType]:
    """Returns what is loaded of the engine and around it."""
    return [
        module
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in ("grader", "greenlet") and type(module) is ModuleType
    ]


def _is_given(frame: FrameType | None, thing: object) -> bool:
    """Tells whether a frame of ours is in the middle of a call that is given something."""
    return frame is not None and any(thing is one for one in frame.f_locals.get("args", ()))


def _listen_in(scenario: str, heard: set[str], kind: Any, name: str) -> None:
    """Notes `name` whenever somebody else takes or changes an attribute of such an object."""
    get, change = kind.__getattribute__, kind.__setattr__
    callers_caller = _looking_up(2)
    at_work = {module.__name__: vars(module) for module in _modules() if module is not call_hooks}

    def note(thing: object) -> None:
        frame = callers_caller()
        if frame is None:
            return
        # Nearly always it is the engine at work. To look at its code is an event, this is none.
        globals_ = frame.f_globals
        if at_work.get(globals_.get("__name__", "")) is globals_:
            return
        file = frame.f_code.co_filename
        if file == _CALLS:
            # What the submission calls is called by us, such as `getattr` on what it has found.
            theirs = _is_given(frame, thing)
        else:
            theirs = file != scenario and not file.startswith(_OURS)
        if theirs:
            heard.add(name)

    def getting(self: Any, attribute: str) -> Any:
        note(self)
        return get(self, attribute)

    def changing(self: Any, attribute: str, value: Any) -> None:
        note(self)
        change(self, attribute, value)

    kind.__getattribute__ = getting
    kind.__setattr__ = changing
