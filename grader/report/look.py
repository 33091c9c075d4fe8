"""Signs, colours and the console: how output adapts to where it is read."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import IO

from rich.console import Console

NARROW = 60
NORM = 80


@dataclass(frozen=True)
class Signs:
    """The characters that stand for something; words where a screen reader or an old terminal is.

    `box` tells whether lines may be drawn between columns.
    """

    passed: str
    failed: str
    suspect: str
    arrow: str
    dots: str
    dash: str
    middot: str
    full: str
    empty: str
    vertical: str
    horizontal: str
    box: bool


DRAWN = Signs("✓", "✗", "?", "→", "…", "–", "·", "█", "░", "│ ", "─", True)
UNBOXED = Signs("✓", "✗", "?", "→", "…", "–", "·", "#", ".", "  ", "", False)
WORDS = Signs("pass", "FAIL", "check", "->", "...", "-", "-", "#", ".", "  ", "", False)


def open_console(
    file: IO[str] | None = None,
    width: int | None = None,
    plain: bool | None = None,
    colour: bool | None = None,
) -> Console:
    """Returns a console for people.

    Args:
        file: where to write; standard output by default.
        width: columns; the terminal's own, or 80, by default.
        plain: no colour and no drawn lines; by default what NO_COLOR and DOJO_PLAIN say.
        colour: whether `file` shows colours; by default whether it is a terminal.
    """
    plain = (wants_plain() if plain is None else plain) or colour is False
    return Console(
        file=file or sys.stdout,
        width=width,
        no_color=plain or None,
        force_terminal=colour,
        highlight=False,
        markup=False,
        emoji=False,
    )


def wants_plain() -> bool:
    """Whether the environment asks for text without colour and drawings."""
    return bool(os.environ.get("NO_COLOR") or os.environ.get("DOJO_PLAIN"))


def signs_of(console: Console, plain: bool = False) -> Signs:
    """Returns the signs that this console can show."""
    if plain or console.options.ascii_only or os.environ.get("DOJO_PLAIN"):
        return WORDS
    if console.is_terminal and not console.no_color:
        return DRAWN
    return UNBOXED


def printable(text: str) -> str:
    """Returns `text` with control characters shown instead of obeyed."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def shorten(text: str, length: int, dots: str = "…") -> str:
    """Returns `text` with its middle left out where it is longer than `length` characters."""
    if len(text) <= length:
        return text
    kept = max(length - len(dots), 2)
    head = (kept + 1) // 2
    return text[:head] + dots + text[len(text) - (kept - head) :]


def count(number: int, noun: str, plural: str = "") -> str:
    """Returns "1 outcome", "2 outcomes", "2,000 outcomes"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
