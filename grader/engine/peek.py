"""Looks at values without running any code of the program."""

from __future__ import annotations

from types import MemberDescriptorType, ModuleType
from typing import Any

UNKNOWN = object()


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
