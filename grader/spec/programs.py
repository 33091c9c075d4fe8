"""Draws concurrent programs: for each of a few threads, the calls that it makes on an object."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_type_hints

from grader.engine.encoding import canonical
from grader.engine.errors import DojoError

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Program = tuple[tuple[tuple[Any, ...], ...], ...]
"""For each thread its calls; a call is an operation's name and its arguments."""


def programs(
    model: type,
    *,
    threads: tuple[int, int] = (2, 3),
    calls: tuple[int, int] = (1, 2),
    most: int = 4,
    operations: Sequence[str] = (),
    arguments: Mapping[str, Sequence[SearchStrategy[Any]]] | None = None,
) -> SearchStrategy[Program]:
    """Returns a strategy for the programs that threads can run on what a class models.

    A program that fails shrinks to fewer threads, then to fewer calls, then to smaller
    arguments; which schedule of it is shown, the exploration sees to. After K. Claessen et al.,
    "Finding race conditions in Erlang with QuickCheck and PULSE" (ICFP 2009).

    Args:
        model: the class; its public methods and properties are the operations.
        threads: how many there are, at least and at most.
        calls: how many each makes.
        most: how many they make together, at most.
        operations: the names of those to draw; all by default.
        arguments: for an operation a strategy for each argument. By default annotations decide:
            int (0 to 2), str ("a" or "b"), bool, and what else `from_type` knows; parameters
            with a default are left out.

    Raises:
        DojoError: the class has no such operation, an argument has neither annotation nor
            strategy, or the bounds leave no program.
    """
    from hypothesis import strategies as st

    given = dict(arguments or {})
    names = list(operations) or _operations(model)
    for name in [*names, *given]:
        if not hasattr(model, name):
            raise DojoError(f"{model.__name__} has no operation {name!r}")
    if not names:
        raise DojoError(f"{model.__name__} has no public method or property to call")
    if not 1 <= threads[0] <= threads[1] or not 1 <= calls[0] <= calls[1]:
        raise DojoError("threads and calls are at least 1, and the least is not above the most")
    if threads[0] * calls[0] > most:
        raise DojoError(f"{threads[0]} threads with {calls[0]} calls each are more than {most}")
    drawn = {name: list(given[name]) if name in given else _drawn(model, name) for name in names}
    # What needs fewer arguments is simpler, and Hypothesis shrinks to what comes first.
    names.sort(key=lambda name: len(drawn[name]))
    call = st.one_of(*(st.tuples(st.just(name), *drawn[name]) for name in names))
    thread = st.lists(call, min_size=calls[0], max_size=calls[1]).map(tuple)
    several = st.lists(thread, min_size=threads[0], max_size=min(threads[1], most // calls[0]))
    # Threads are alike: in which order they stand makes no other program.
    return several.filter(lambda program: sum(map(len, program)) <= most).map(
        lambda program: tuple(sorted(program, key=canonical))
    )


def _operations(model: type) -> list[str]:
    found: dict[str, None] = {}
    for base in reversed(model.__mro__[:-1]):
        for name, thing in vars(base).items():
            if not name.startswith("_") and (callable(thing) or isinstance(thing, property)):
                found[name] = None
    return list(found)


def _drawn(model: type, name: str) -> list[SearchStrategy[Any]]:
    """Returns a strategy for each argument that an operation needs."""
    function = getattr(model, name)
    if not callable(function):
        return []
    needed = [
        parameter
        for parameter in list(inspect.signature(function).parameters.values())[1:]
        if parameter.default is parameter.empty
        and parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
    ]
    hints = _hints(function) if needed else {}
    return [_of_type(model, name, parameter.name, hints) for parameter in needed]


def _hints(function: Callable[..., Any]) -> dict[str, Any]:
    try:
        return get_type_hints(function)
    except NameError:
        return {}


def _of_type(model: type, name: str, argument: str, hints: dict[str, Any]) -> SearchStrategy[Any]:
    from hypothesis import strategies as st

    kind = hints.get(argument)
    if kind is None:
        raise DojoError(
            f"what {model.__name__}.{name} takes as {argument} can't be drawn: annotate it, or "
            f"give arguments={{{name!r}: (a strategy for each argument,)}}"
        )
    small: dict[Any, SearchStrategy[Any]] = {
        int: st.integers(0, 2),
        str: st.sampled_from("ab"),
        bool: st.booleans(),
    }
    return small[kind] if kind in small else st.from_type(kind)
