"""The words that scenarios may use besides Python's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from grader.engine import current
from grader.engine.call_log import CallLog
from grader.engine.recorded import Recorded, Row

SCENARIO_MODULE = "scenario"
"""The name of the module that a scenario is in while it runs."""


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


def record(target: Any, program: Iterable[Iterable[Any]], then: Iterable[Any] = ()) -> Recorded:
    """Has threads call the operations of an object, and tells what was called and answered.

    Args:
        target: the object.
        program: for each thread its calls, one after the other; a call is a tuple of the
            operation's name and its arguments. A name that is no method is an attribute to read.
        then: calls made when all threads have made theirs.

    Returns:
        The history: the calls, their results, and which came back before which began, after
        Herlihy and Wing, "Linearizability: a correctness condition for concurrent objects"
        (TOPLAS 1990). An exception is an answer like any other.
    """
    scheduler = current.scheduler
    log = CallLog(None) if scheduler is None else scheduler.log_calls()
    rows: list[Row] = []
    threads = enumerate(program, 1)
    together(*[partial(_make_calls, log, target, rows, number, calls) for number, calls in threads])
    _make_calls(log, target, rows, 0, then)
    return Recorded.of(rows)


def _make_calls(
    log: CallLog, target: Any, rows: list[Row], thread: int, calls: Iterable[Any]
) -> None:
    for name, *args in calls:
        entered = log.enter()
        try:
            answer = ("returned", _operation(target, name)(*args))
        except Exception as error:
            answer = ("raised", type(error).__name__)
        rows.append(log.leave(entered, (thread, name, tuple(args)), answer, _look))


def _operation(target: Any, name: str) -> Callable[..., Any]:
    """Returns what to call for an operation of an object: a method, or what reads an attribute."""
    for base in type(target).__mro__:
        if name in base.__dict__:
            found = base.__dict__[name]
            if isinstance(found, property) and found.fget is not None:
                # Its own function has all the points that there are.
                return partial(call(found.fget), target)
            if callable(found):
                return call(getattr(target, name))
            break

    def read(*args: Any) -> Any:
        value = call(getattr)(target, name)
        return call(value)(*args) if args or callable(value) else value

    return read


def _look(value: Any) -> None:
    """A step that reads all that is in a value, for which `len` of a tuple of it stands."""
    call(len)((value,))
