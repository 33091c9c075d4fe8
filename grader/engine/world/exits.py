"""The simulated `atexit` module: its callbacks run when the execution ends, in its main thread."""

from __future__ import annotations

import atexit as real
from collections.abc import Callable
from types import ModuleType
from typing import Any

from grader.engine import current, vocabulary

Call = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


def _calls() -> list[Call]:
    return current.require().exit_calls


def register(function: Any, /, *args: Any, **kwargs: Any) -> Any:
    if not callable(function):
        real.register(function)  # It complains, in this Python's own words.
    _calls().append((function, args, kwargs))
    return function


def unregister(function: Callable[..., Any], /) -> None:
    calls = _calls()
    calls[:] = [call for call in calls if call[0] != function]


def run_exit_calls() -> None:
    """Calls what was registered, the last first; an exception ends only its own callback."""
    scheduler = current.require()
    while scheduler.exit_calls:
        function, args, kwargs = scheduler.exit_calls.pop()
        try:
            vocabulary.call(function)(*args, **kwargs)
        except Exception as error:
            if scheduler.recorder is not None:
                scheduler.recorder.raised(scheduler.running, error)
            said = scheduler.text_of(error)
            scheduler.unhandled.append(f"at exit: {type(error).__name__}: {said}")


def simulated_atexit_module() -> ModuleType:
    """Returns an `atexit` module whose callbacks end with the execution."""
    module = ModuleType("atexit", "Simulated by GIL Dojo.")
    names: dict[str, Any] = {
        "register": register,
        "unregister": unregister,
        "_clear": lambda: _calls().clear(),
        "_ncallbacks": lambda: len(_calls()),
        "_run_exitfuncs": run_exit_calls,
    }
    vars(module).update(names)
    return module
