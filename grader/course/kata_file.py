"""Reads kata.toml: a kata's title, hints and properties, or one clear sentence of complaint."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.engine.errors import DojoError
from grader.judge.task import Property

HINTS = 3
_KEYS = {
    "title": str,
    "todo": str,
    "version": int,
    "difficulty": int,
    "topics": list,
    "imports": list,
    "hints": list,
    "properties": list,
}
_PROPERTY_KEYS = {"name": str, "promise": str, "points": int}
_PROPERTY_MAY: dict[str, type] = {"stays": str}
_KINDS = {str: "text in quotes", int: "a whole number", list: "a list in [ ]"}


@dataclass(frozen=True)
class KataFile:
    """What kata.toml says.

    `stays` tells of properties that kill no wrong submission alone why they are kept.
    """

    title: str
    todo: str
    version: int
    difficulty: int
    topics: tuple[str, ...]
    imports: frozenset[str]
    hints: tuple[str, ...]
    properties: tuple[Property, ...]
    stays: dict[str, str]


def shown(path: Path) -> str:
    """Returns `path` as people see it: relative to the current folder where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except (ValueError, OSError):
        return str(path)


def read_text(path: Path) -> str:
    """Returns the text of a file of the course.

    Raises:
        DojoError: the file is missing, unreadable or not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DojoError("this file is missing; a kata needs it", shown(path)) from None
    except UnicodeDecodeError:
        raise DojoError("this is not UTF-8 text; save it as UTF-8", shown(path)) from None
    except OSError as error:
        raise DojoError(f"cannot read this file: {error.strerror}", shown(path)) from None


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """Returns the data and the text of a TOML file.

    Raises:
        DojoError: the file is missing or not TOML; with the line.
    """
    text = read_text(path)
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        reason = str(error).partition(" (at ")[0]
        raise DojoError(f"not TOML: {reason}; mend this line", shown(path), line) from None


def read_kata_file(path: Path) -> KataFile:
    """Reads and checks a kata.toml.

    Raises:
        DojoError: a key is missing, unknown, of the wrong kind or out of range.
    """
    data, text = read_toml(path)
    reader = _Reader(path, text)
    reader.check_keys(data, _KEYS, "", 1)
    for key in ("title", "todo"):
        if not data[key].strip():
            raise reader.error(key, f"`{key}` is empty; say it in a few words")
    if data["version"] < 1:
        raise reader.error("version", "`version` begins at 1")
    if not 1 <= data["difficulty"] <= 5:
        raise reader.error("difficulty", "`difficulty` is a number from 1 (easy) to 5")
    for key in ("topics", "imports", "hints"):
        if not all(isinstance(item, str) and item.strip() for item in data[key]):
            raise reader.error(key, f"`{key}` is a list of texts; one of them is not, or is empty")
    if len(data["hints"]) != HINTS:
        found = len(data["hints"])
        wanted = "a nudge, the ingredients, nearly the solution"
        raise reader.error("hints", f"`hints` has {found} hints instead of {HINTS}: {wanted}")
    return KataFile(
        title=data["title"],
        todo=data["todo"],
        version=data["version"],
        difficulty=data["difficulty"],
        topics=tuple(data["topics"]),
        imports=frozenset(data["imports"]),
        hints=tuple(data["hints"]),
        properties=reader.properties(data["properties"]),
        stays={item["name"]: item["stays"] for item in data["properties"] if "stays" in item},
    )


class _Reader:
    """Finds the line to blame in the text of one kata.toml."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()

    def error(self, key: str, sentence: str, after: int = 1) -> DojoError:
        line = next(
            (
                number
                for number, text in enumerate(self._lines, 1)
                if number >= after and re.match(rf"\s*{re.escape(key)}\s*=", text)
            ),
            after,
        )
        return DojoError(sentence, shown(self._path), line)

    def check_keys(
        self,
        data: dict[str, Any],
        keys: dict[str, type],
        of: str,
        after: int,
        may: dict[str, type] | None = None,
    ) -> None:
        known = keys | (may or {})
        for key in data:
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                advice = f"did you mean `{near[0]}`?" if near else f"known: {', '.join(known)}"
                raise self.error(key, f"unknown key `{key}`{of}; {advice}", after)
        for key, kind in known.items():
            if key not in data and key not in keys:
                continue
            if key not in data:
                sentence = f"`{key}` is missing{of}; add {_KINDS[kind]}"
                raise DojoError(sentence, shown(self._path), after)
            if type(data[key]) is not kind:
                raise self.error(key, f"`{key}`{of} must be {_KINDS[kind]}", after)

    def properties(self, tables: list[Any]) -> tuple[Property, ...]:
        if not tables:
            raise self.error(
                "properties", "no [[properties]]; say what a right submission promises"
            )
        heads = [n for n, text in enumerate(self._lines, 1) if text.strip() == "[[properties]]"]
        found: dict[str, Property] = {}
        for index, table in enumerate(tables):
            head = heads[index] if index < len(heads) else 1
            if not isinstance(table, dict):
                raise self.error("properties", "write each property as a [[properties]] table")
            self.check_keys(table, _PROPERTY_KEYS, " in this property", head, _PROPERTY_MAY)
            name, promise, points = table["name"], table["promise"], table["points"]
            if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
                sentence = f"property name {name!r} must look like `no_update_is_lost`"
                raise self.error("name", sentence, head)
            if name in found:
                raise self.error("name", f"property `{name}` is there twice; rename one", head)
            if not promise.strip():
                raise self.error("promise", "`promise` is empty; say it in plain words", head)
            if points < 1:
                raise self.error("points", "`points` must be 1 or more", head)
            if not table.get("stays", "reason").strip():
                raise self.error("stays", "`stays` is empty; say why the property stays", head)
            found[name] = Property(name=name, promise=promise, points=points)
        return tuple(found.values())
