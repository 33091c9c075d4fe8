"""What the simulated world does not have, refused by name at the call."""

from __future__ import annotations

from typing import Any

_MODULES = {
    "asyncio": "explore code that uses threads; asyncio runs on one thread",
    "_asyncio": "explore code that uses threads; asyncio runs on one thread",
    "multiprocessing": "run it for real with `run_for_real`",
    "_multiprocessing": "run it for real with `run_for_real`",
    "subprocess": "pass the program's answer in as an argument",
    "_posixsubprocess": "pass the program's answer in as an argument",
    "socket": "pass in an object with the same methods",
    "_socket": "pass in an object with the same methods",
    "ssl": "pass in an object with the same methods",
    "select": "pass in an object with the same methods",
    "selectors": "pass in an object with the same methods",
    "signal": "use a threading.Event",
    "_signal": "use a threading.Event",
    "concurrent.futures.process": "run it for real with `run_for_real`",
    "concurrent.futures.interpreter": "run it for real with `run_for_real`",
    "concurrent.interpreters": "run it for real with `run_for_real`",
    "_interpreters": "run it for real with `run_for_real`",
    "urllib.request": "pass in a function that returns the page",
    "http.client": "pass in a function that returns the page",
}
_FUNCTIONS = {
    ("builtins", "input"): "pass the text in as an argument",
    ("builtins", "breakpoint"): "replay the schedule and read its timeline",
    ("posix", "fork"): "run it for real with `run_for_real`",
    ("posix", "pipe"): "use a queue.Queue",
    ("posix", "pipe2"): "use a queue.Queue",
    ("posix", "system"): "pass the program's answer in as an argument",
    ("sys", "settrace"): "replay the schedule and read its timeline",
    ("sys", "setprofile"): "replay the schedule and read its timeline",
    ("_thread", "interrupt_main"): "use a threading.Event",
    ("threading", "settrace"): "replay the schedule and read its timeline",
    ("threading", "settrace_all_threads"): "replay the schedule and read its timeline",
    ("threading", "setprofile"): "replay the schedule and read its timeline",
    ("threading", "setprofile_all_threads"): "replay the schedule and read its timeline",
}


def why_refused(function: Any) -> str | None:
    """Returns a sentence if a call of `function` cannot be simulated, else None."""
    module = getattr(function, "__module__", None)
    if module is None:
        owner = getattr(function, "__self__", None)
        module = getattr(type(owner), "__module__", None)
    if not isinstance(module, str):
        return None
    name = getattr(function, "__name__", type(function).__name__)
    advice = _FUNCTIONS.get((module, name))
    if advice is None:
        parts = module.split(".")
        for end in range(len(parts), 0, -1):
            advice = _MODULES.get(".".join(parts[:end]))
            if advice is not None:
                break
    if advice is None:
        return None
    shown = f"{module.lstrip('_')}.{name}".replace("builtins.", "").replace("posix.", "os.")
    return f"{shown}() is not simulated: {advice}"
