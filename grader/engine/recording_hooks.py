"""Hooks that also record: what the recording build of a program calls at its points."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType, FunctionType, MethodType
from typing import Any

from grader.engine import vocabulary
from grader.engine.hooks import Hooks, lock_of
from grader.engine.peek import SHOWN, UNKNOWN, peek, short
from grader.engine.recorder import Recorder
from grader.engine.world.locks import RLock, lock

# What calls the function that it is given.
_CALL_BACK = (".start", ".submit", ".map")
# Methods of a dictionary that are about one key, their first argument.
_KEYED = ("get", "pop", "setdefault", "__getitem__", "__setitem__", "__contains__")
_OWN = ("builtins", "threading", "_thread", "queue", "_queue", "collections")


class RecordingHooks(Hooks):
    """Hooks that also record."""

    recorder: Recorder

    def __init__(self, recorder: Recorder, *args: Any) -> None:
        super().__init__(*args)
        self.recorder = recorder

    def access(self, n: int, owner: Any = None, key: Any = None) -> None:
        site = self.sites[n]
        recorder = self.recorder
        if site.op == "iterate" or site.op == "look":
            super().access(n, owner, key)
            if type(owner) in SHOWN:
                recorder.whole(n, owner)
            return
        frame = sys._getframe(2)
        if site.op == "update":
            super().access(n, owner, key)
            place = recorder.located(site.partner)
            if place is not None:
                owner, key = place
                recorder.access(n, owner, key, _finder(frame, owner, key))
            return
        if owner is None:
            owner, key = recorder.home_of(frame, site.key)
        elif key is None and site.key:
            key = site.key
        recorder.locate(n, owner, key)
        super().access(n, owner, key)
        recorder.access(n, owner, key, _finder(frame, owner, key))

    def update(self, n: int, value: Any) -> Any:
        if self.gil:
            self.after_read(n)
        self.access(n)
        return value

    def call(self, n: int, function: Any) -> Any:
        return self._noting(self.sites[n].file, function, super().call(n, function))

    def called_by_library(self, function: Any) -> Any:
        called = super().called_by_library(function)
        caller: FrameType | None = sys._getframe(1)
        while caller and caller.f_code.co_filename == vocabulary.__file__:
            caller = caller.f_back
        file = caller.f_code.co_filename if caller else ""
        if file not in self.files:  # a thread that has just begun
            file = self.sites[self.scheduler.running.site].file
        return self._noting(file, function, called)

    def _noting(self, caller: str, function: Any, called: Any) -> Any:
        """Returns what is called instead, so that the scenario's calls of the submission show."""
        if caller != self.recorder.scenario or not self._is_tested(function):
            return called
        return partial(self._ask, function, called)

    def _ask(self, function: Any, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        self.recorder.ask(function, args, kwargs)
        return called(*args, **kwargs)

    def _is_tested(self, function: Any) -> bool:
        """Tells whether it is a function, method or class of the submission."""
        inner = function.__func__ if type(function) is MethodType else function
        if type(inner) is FunctionType:
            file = inner.__code__.co_filename
            return file in self.files and file not in (self.recorder.scenario, vocabulary.__file__)
        others = self.modules - {vocabulary.SCENARIO_MODULE}
        return type(inner) is type and inner.__module__ in others

    def _run_call(self, n: int, function: Any, args: Any, kwargs: Any) -> Any:
        owner = getattr(function, "__self__", None)
        name = getattr(function, "__name__", "")
        is_lock = type(owner) in (lock, RLock)
        action = name if is_lock and name in ("acquire", "release") else "call"
        on_object = is_lock or self._owned(function) or type(function) is MethodType
        module = getattr(function, "__module__", "")
        if not on_object and module != "grader.engine.world.clock":
            return function(*args, **kwargs)
        target = self.sites[n].target
        if target.endswith(_CALL_BACK) and not target.endswith(name):
            target = f"{_kind_of(owner)}.{name}".lstrip(".")
        text = target.rpartition(".")[0] if action != "call" else f"{target}({_listed(args)})"
        recorder = self.recorder
        step = recorder.step(n, action, target=text)
        step.object, step.refers = recorder.numbers.object(owner), self._lock_behind(owner)
        step.method = f"{_kind_of(owner)}.{name}"
        if name in _KEYED and args and isinstance(owner, dict):
            step.place = recorder.numbers.place(owner, args[0])
        calls = recorder.calls(step)
        try:
            result = function(*args, **kwargs)
        except Exception as error:
            step.action, step.target = "call", f"{target}({_listed(args)})"
            step.value = f"raises {short(type(error))}"
            raise
        finally:
            calls.remove(step)
        if action == "acquire" and result is False:
            step.action, step.target = "call", f"{target}({_listed(args)})"
        if result is not None and step.action == "call":
            step.value = short(result)
        return result

    def _lock_behind(self, manager: Any) -> int:
        inner = lock_of(manager)
        return 0 if inner is None or inner is manager else self.recorder.numbers.object(inner)

    def enter(self, n: int, manager: Any) -> Any:
        super().enter(n, manager)
        inner = lock_of(manager)
        step = self.recorder.step(n, "enter" if inner is None else "acquire")
        step.object = self.recorder.numbers.object(manager if inner is None else inner)
        step.method = f"{_kind_of(manager)}.__enter__"
        self.recorder.locate(n, manager, None)
        return manager

    def leave(self, n: int) -> None:
        super().leave(n)
        place = self.recorder.located(self.sites[n].partner)
        if place is not None and hasattr(place[0], "release"):
            step = self.recorder.step(n, "release")
            step.object = self.recorder.numbers.object(lock_of(place[0]) or place[0])
            step.method = f"{_kind_of(place[0])}.__exit__"


def _kind_of(owner: Any) -> str:
    """Returns the name of the type of Python's own that an object is of; "" if it is of none."""
    for kind in type(owner).__mro__:
        if kind.__module__ in _OWN or kind.__module__.startswith("concurrent.futures"):
            return "" if kind is object else "Lock" if kind is lock else kind.__name__
    return ""


def _finder(frame: Any, owner: Any, key: Any) -> Callable[[], Any]:
    if type(owner) is tuple and owner[:1] == ("closure",):
        return lambda: frame.f_locals.get(key, UNKNOWN)
    return lambda: peek(owner, key)


def _listed(args: tuple[Any, ...]) -> str:
    shown = [short(a) for a in args if not isinstance(a, (FunctionType, MethodType))]
    return ", ".join(shown)
