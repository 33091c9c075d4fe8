"""The words that scenarios may use besides Python's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from grader.engine import current


def plain_call(function: Callable[..., Any]) -> Callable[..., Any]:
    """Returns what to call for `function`: itself."""
    return function


call: Callable[[Callable[..., Any]], Callable[..., Any]] = plain_call
"""What to call for a function; a running simulation puts its own here, which has points."""


def together(*functions: Callable[[], Any]) -> list[Any]:
    """Runs each function in a thread of its own and waits for all of them.

    Returns:
        Their results, in the order of the functions.

    Raises:
        BaseException: the exception of the first function, in that order, that raised.
    """
    results: list[Any] = [None] * len(functions)
    errors: dict[int, BaseException] = {}
    scheduler = current.scheduler

    def body(index: int, function: Callable[[], Any]) -> None:
        try:
            results[index] = call(function)()
        except BaseException as error:
            if scheduler is not None and scheduler.killing:
                raise
            errors[index] = error
            if scheduler is not None and scheduler.recorder is not None:
                scheduler.recorder.raised(scheduler.running, error, fatal=False)

    bodies = [partial(body, index, function) for index, function in enumerate(functions)]
    if scheduler is not None:
        scheduler.run_together(bodies)
    else:
        import threading

        threads = [threading.Thread(target=b) for b in bodies]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if errors:
        raise errors[min(errors)]
    return results


def repeat(function: Callable[[], Any], times: int) -> Callable[[], list[Any]]:
    """Returns a function that calls `function` so many times and lists the results."""

    def repeated() -> list[Any]:
        return [call(function)() for _ in range(times)]

    return repeated


def attempt(function: Callable[..., Any], *args: Any) -> tuple[str, Any]:
    """Calls `function` and tells how that ended: ("ok", result) or ("error", "TypeName")."""
    try:
        return ("ok", call(function)(*args))
    except Exception as error:
        return ("error", type(error).__name__)
