"""Sequential models: what each operation may do when no other is under way."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from grader.engine.encoding import canonical
from grader.spec.history import RAISED, RETURNED

Answer = tuple[str, Any]
"""("returned", value) or ("raised", name of the exception's type)."""


@dataclass(frozen=True)
class Model:
    """What a data structure promises, one operation at a time.

    Attributes:
        initial: its state at first; states are never changed, only replaced.
        apply: called with a state, an operation's name and its arguments; returns every answer
            that is allowed, each with the state that follows.
        key: a text for a state: equal states, equal texts.
    """

    initial: Any
    apply: Callable[[Any, str, tuple[Any, ...]], Iterable[tuple[Answer, Any]]]
    key: Callable[[Any], str] = canonical


def sequential(make: Callable[[], Any]) -> Model:
    """Returns the model that an ordinary class is, used by one thread.

    Args:
        make: the class, or whatever makes an object. Its attributes must be plain data.
    """

    def apply(state: Any, name: str, args: tuple[Any, ...]) -> Iterable[tuple[Answer, Any]]:
        after = copy.deepcopy(state)
        try:
            answer = (RETURNED, getattr(after, name)(*args))
        except Exception as error:
            answer = (RAISED, type(error).__name__)
        yield answer, after

    return Model(make(), apply, _state_of)


def _state_of(thing: Any) -> str:
    return canonical(vars(thing)) if hasattr(thing, "__dict__") else canonical(thing)
