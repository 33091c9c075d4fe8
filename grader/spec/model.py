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


class Anything:
    """The result of a call of which a model only says that it comes back."""

    def __repr__(self) -> str:
        return "anything"

    def __deepcopy__(self, memo: object) -> Anything:
        return self


ANYTHING = Anything()


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
        make: the class, or whatever makes an object. Its attributes must be plain data. An
            operation that is no method is an attribute to read; one that returns `ANYTHING`
            leaves open what it gives.
    """

    def apply(state: Any, name: str, args: tuple[Any, ...]) -> Iterable[tuple[Answer, Any]]:
        after = copy.deepcopy(state)
        try:
            found = getattr(after, name)
            answer = (RETURNED, found(*args) if args or callable(found) else found)
        except Exception as error:
            answer = (RAISED, type(error).__name__)
        yield answer, after

    return Model(make(), apply, _state_of)


def _state_of(thing: Any) -> str:
    return canonical(vars(thing)) if hasattr(thing, "__dict__") else canonical(thing)
