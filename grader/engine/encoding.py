"""Plain data in a tagged, type-exact, JSON-able form.

`1`, `True` and `1.0` stay three values, a tuple is no list, any plain key is a
key. What is not plain data becomes `Opaque`: the name of its type and its text,
with memory addresses taken out so that two runs say the same.
"""

from __future__ import annotations

import json
import re
import reprlib
from dataclasses import dataclass
from typing import Any

from grader.engine.recorded import Recorded

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{4,}\b")
TEMPORARY = "dojo-temporary-"
_FOLDER = re.compile(TEMPORARY + r"\w+")
_DEEPEST = 50
_MOST = 100_000  # items, counted again wherever the same container lies
_LONGEST_TEXT = 1 << 16
# Python refuses to write longer integers in decimal.
_LONGEST = 1 << 4096


@dataclass(frozen=True, slots=True)
class Opaque:
    """A value that is not plain data, as far as it can be told in text."""

    type: str
    text: str

    def __repr__(self) -> str:
        return self.text


_CONTAINERS = {tuple, list, dict, set, frozenset}


def scrub(text: str) -> str:
    """Returns `text` without memory addresses and the random name of a temporary folder."""
    return _FOLDER.sub(f"{TEMPORARY}…", _ADDRESS.sub("0x…", text))


def encode(value: object, _depth: int = 0, _left: list[int] | None = None) -> Any:
    """Returns `value` as tagged JSON-able data; never raises.

    What lies too deep in it, or behind too much, is opaque.

    None, bool, int and str stand for themselves (but for integers of over a thousand
    digits); everything else is a list that begins with a tag. Sets are sorted by their
    canonical text, dictionaries by that of their keys: Python's equality does not see
    that order.
    """
    kind = type(value)
    if kind is int:
        return value if -_LONGEST < value < _LONGEST else ["int", hex(value)]  # type: ignore[operator, arg-type]
    if value is None or kind is bool or kind is str:
        return value
    if kind in _CONTAINERS:
        left = [_MOST] if _left is None else _left
        left[0] -= len(value)  # type: ignore[arg-type]
        if _depth > _DEEPEST or left[0] < 0:
            return ["opaque", kind.__name__, "…"]
        deeper = _depth + 1
        if kind is dict:
            pairs = [[encode(k, deeper, left), encode(v, deeper, left)] for k, v in value.items()]  # type: ignore[attr-defined]
            return ["dict", *sorted(pairs, key=lambda pair: _text(pair[0]))]
        items = [encode(item, deeper, left) for item in value]  # type: ignore[attr-defined]
        if kind is set or kind is frozenset:
            items.sort(key=_text)
        return [kind.__name__, *items]
    if kind is float:
        return ["float", float.__repr__(value)]
    if kind is bytes:
        return ["bytes", value.hex()]  # type: ignore[attr-defined]
    if kind is complex:
        return ["complex", repr(value)]
    if kind is Recorded:
        return ["recorded", *(encode(row, _depth + 1, _left) for row in value.rows)]  # type: ignore[attr-defined]
    if kind is Opaque:
        return ["opaque", value.type, value.text]  # type: ignore[attr-defined]
    return ["opaque", kind.__name__, safe_text(value)[:500]]


def decode(data: Any) -> Any:
    """Returns fresh objects of exact builtin types for what `encode` made.

    Raises:
        ValueError: `data` is not of that form.
    """
    try:
        return _decode(data)
    except (TypeError, ValueError, IndexError, RecursionError):
        raise ValueError(f"not an encoded value: {reprlib.repr(data)}") from None


def _decode(data: Any) -> Any:
    if data is None or type(data) in (bool, int, str):
        return data
    if type(data) is not list:
        raise TypeError
    tag, *rest = data
    if tag == "tuple":
        return tuple(_decode(item) for item in rest)
    if tag == "list":
        return [_decode(item) for item in rest]
    if tag in ("set", "frozenset"):
        items = [_decode(item) for item in rest]
        return set(items) if tag == "set" else frozenset(items)
    if tag == "dict":
        return {_decode(key): _decode(value) for key, value in rest}
    if tag == "int":
        return int(rest[0], 16)
    if tag == "float":
        return float(rest[0])
    if tag == "bytes":
        return bytes.fromhex(rest[0])
    if tag == "complex":
        return complex(rest[0])
    if tag == "recorded":
        return Recorded(tuple(_decode(row) for row in rest))
    if tag == "opaque":
        return Opaque(str(rest[0]), str(rest[1]))
    raise ValueError


def beginning(text: str) -> str:
    """Returns a text that is not too long to be searched."""
    return text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "…"


def canonical(value: object) -> str:
    """Returns one text per value: equal texts, equal types and values."""
    return _text(encode(value))


def plain(value: object) -> bool:
    """Tells whether `value` is plain data all the way down."""
    return '"opaque"' not in canonical(value) or not _has_opaque(encode(value))


def as_json(value: object) -> Any:
    """Returns `value` as ordinary JSON where it can be (tuples as lists), else its `repr`."""
    kind = type(value)
    if value is None or kind is bool or kind is str:
        return value
    if kind is int:
        return value if -_LONGEST < value < _LONGEST else hex(value)  # type: ignore[operator, arg-type]
    if kind is float:
        text = repr(value)
        return text if text in ("nan", "inf", "-inf") else value
    if kind is list or kind is tuple:
        return [as_json(item) for item in value]  # type: ignore[attr-defined]
    if kind is dict and all(type(key) is str for key in value):  # type: ignore[attr-defined]
        return {key: as_json(item) for key, item in value.items()}  # type: ignore[attr-defined]
    return safe_text(value)


def _text(encoded: Any) -> str:
    return json.dumps(encoded, ensure_ascii=True, separators=(",", ":"))


def _has_opaque(encoded: Any) -> bool:
    if type(encoded) is not list:
        return False
    return encoded[:1] == ["opaque"] or any(_has_opaque(item) for item in encoded)


def safe_text(value: object) -> str:
    """Returns the `repr` of any value, without addresses, or its beginning; never raises."""
    try:
        return scrub(beginning(repr(value)))
    except Exception as error:
        return f"<{type(value).__name__} whose repr raises {type(error).__name__}>"
