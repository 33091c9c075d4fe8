"""Looks at values without running any code of the program."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict, deque
from types import MemberDescriptorType, ModuleType
from typing import Any

from grader.engine.encoding import beginning, scrub

UNKNOWN = object()
_LONGEST = 40
_PLAIN = (int, float, str, bool, bytes, type(None), list, tuple, dict, set, frozenset, complex)
_LIKE: dict[type, Any] = {deque: list, OrderedDict: dict, defaultdict: dict, Counter: dict}
"""Containers that are shown by their name and what they are like."""
SHOWN = frozenset({list, dict, set, *_LIKE})
"""Containers of which a look at the whole of them is shown."""


def peek(owner: Any, key: Any) -> Any:
    """Returns the value of `owner.key` or `owner[key]`, or UNKNOWN where only code could tell."""
    kind = type(owner)
    try:
        if kind in (list, dict):
            return owner[key]
        if issubclass(kind, dict):
            return dict.get(owner, key, UNKNOWN)
        if issubclass(kind, list):
            return list.__getitem__(owner, key)
        if not isinstance(key, str):
            return UNKNOWN
        namespace = owner.__dict__ if isinstance(owner, ModuleType) else _namespace(owner)
        if key in namespace:
            return namespace[key]
        for base in owner.__mro__ if isinstance(owner, type) else kind.__mro__:
            if key in vars(base):
                value = vars(base)[key]
                if isinstance(value, MemberDescriptorType):
                    return value.__get__(owner)
                return UNKNOWN if hasattr(type(value), "__get__") else value
    except (KeyError, IndexError, AttributeError, TypeError):
        pass
    return UNKNOWN


def _namespace(owner: Any) -> Any:
    try:
        return object.__getattribute__(owner, "__dict__")
    except AttributeError:
        return {}


def short(value: object) -> str:
    """Returns a text of at most 40 characters, without running code of the program."""
    if type(value) in _LIKE:
        text = f"{type(value).__name__}({_container(_LIKE[type(value)](value))})"
    elif not isinstance(value, _PLAIN) or type(value) not in _PLAIN:
        if isinstance(value, BaseException):
            text = f"{type(value).__name__}({', '.join(map(short, value.args))})"
        elif isinstance(value, type):
            text = value.__name__
        else:
            text = f"<{type(value).__name__}>"
    elif isinstance(value, (list, tuple, set, frozenset, dict)):
        text = _container(value)
    else:
        text = repr(value)
    text = scrub(beginning(text))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _container(value: Any) -> str:
    if not value:
        return repr(value)
    if isinstance(value, dict):
        inner = ", ".join(f"{short(k)}: {short(v)}" for k, v in list(value.items())[:6])
        return "{" + inner + "}"
    items = [short(item) for item in list(value)[:8]]
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(items)) + "}"
    inner = ", ".join(items)
    if isinstance(value, list):
        return f"[{inner}]"
    return f"({inner},)" if len(items) == 1 else f"({inner})"
