"""What of a kata can be judged here: all of it, or what the visible suite alone says."""

from __future__ import annotations

import ast

from grader.course.kata import Kata
from grader.course.kata_file import shown
from grader.engine.errors import DojoError
from grader.judge.task import Property


def properties_at_hand(kata: Kata) -> dict[Property, int]:
    """Returns the properties that can be judged here, each with its line in the visible suite.

    All of them where the hidden suite is at hand; those that only it judges are on line 1.

    Raises:
        DojoError: kata.toml or the visible suite is broken.
    """
    lines = _test_lines(kata)
    return {
        asked: lines.get(f"test_{asked.name}", 1)
        for asked in kata.properties
        if kata.hidden is not None or f"test_{asked.name}" in lines
    }


def left_out(kata: Kata) -> str:
    """Returns one sentence on the properties that can't be judged here; "" if all can.

    Raises:
        DojoError: kata.toml or the visible suite is broken.
    """
    if kata.hidden is not None:
        return ""
    judged = properties_at_hand(kata)
    names = [asked.name for asked in kata.properties if asked not in judged]
    return f"the hidden suite is not here; left out: {', '.join(names)}" if names else ""


def _test_lines(kata: Kata) -> dict[str, int]:
    try:
        tree = ast.parse(kata.visible.read_bytes())
    except OSError as error:
        raise DojoError(
            f"this suite can't be read: {error.strerror}", shown(kata.visible)
        ) from None
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        reason = getattr(error, "msg", None) or error
        sentence = f"this suite is no Python: {reason}"
        raise DojoError(sentence, shown(kata.visible), line) from None
    return {node.name: node.lineno for node in tree.body if isinstance(node, ast.FunctionDef)}
