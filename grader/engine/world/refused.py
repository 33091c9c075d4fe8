"""What the simulated world does not have, refused by name at the call."""

from __future__ import annotations

from typing import Any

_FOR_REAL = "run it for real with `run_for_real`"
_ANSWER = "pass the program's answer in as an argument"
_TIMELINE = "replay the schedule and read its timeline"
_QUEUE = "use a queue.Queue"

MODULES = {
    "asyncio": "explore code that uses threads; asyncio runs on one thread",
    "_asyncio": "explore code that uses threads; asyncio runs on one thread",
    "multiprocessing": _FOR_REAL,
    "_multiprocessing": _FOR_REAL,
    "subprocess": _ANSWER,
    "_posixsubprocess": _ANSWER,
    "socket": "pass in an object with the same methods",
    "_socket": "pass in an object with the same methods",
    "ssl": "pass in an object with the same methods",
    "select": "pass in an object with the same methods",
    "selectors": "pass in an object with the same methods",
    "signal": "use a threading.Event",
    "_signal": "use a threading.Event",
    "concurrent.futures.process": _FOR_REAL,
    "concurrent.futures.interpreter": _FOR_REAL,
    "concurrent.interpreters": _FOR_REAL,
    "_interpreters": _FOR_REAL,
    "urllib.request": "pass in a function that returns the page",
    "http.client": "pass in a function that returns the page",
}
FUNCTIONS = {
    ("builtins", "input"): "pass the text in as an argument",
    ("builtins", "breakpoint"): _TIMELINE,
    **{("posix", name): _FOR_REAL for name in ("fork", "forkpty")},
    **{
        ("posix", name): _ANSWER
        for name in ("system", "posix_spawn", "posix_spawnp", "execv", "execve", "wait", "waitpid")
    },
    ("os", "popen"): _ANSWER,
    **{("posix", name): _QUEUE for name in ("pipe", "pipe2", "mkfifo", "openpty")},
    **{("fcntl", name): "use a threading.Lock" for name in ("flock", "lockf")},
    ("sys", "settrace"): _TIMELINE,
    ("sys", "setprofile"): _TIMELINE,
    ("sys", "_settraceallthreads"): _TIMELINE,
    ("sys", "_setprofileallthreads"): _TIMELINE,
    **{
        ("threading", name): _TIMELINE
        for name in ("settrace", "setprofile", "settrace_all_threads", "setprofile_all_threads")
    },
    ("_thread", "interrupt_main"): "use a threading.Event",
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
    advice = FUNCTIONS.get((module, name))
    if advice is None:
        parts = module.split(".")
        for end in range(len(parts), 0, -1):
            advice = MODULES.get(".".join(parts[:end]))
            if advice is not None:
                break
    if advice is None:
        return None
    return f"{shown(module, name)}() is not simulated: {advice}"


def shown(module: str, name: str) -> str:
    """Returns a function's name as a program writes it."""
    return f"{module.lstrip('_')}.{name}".replace("builtins.", "").replace("posix.", "os.")
