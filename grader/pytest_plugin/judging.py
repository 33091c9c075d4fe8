"""Asks the judge about one property of a kata."""

from __future__ import annotations

import ast

import pytest

from grader.course.kata import Kata
from grader.course.kata_file import shown
from grader.engine.errors import DojoError
from grader.judge.grading import grade
from grader.judge.task import Property
from grader.judge.verdict import PropertyResult

FRESH = pytest.StashKey[int]()


def judge_property(config: pytest.Config, kata: Kata, name: str) -> PropertyResult:
    """Returns how the learner's file fares on one property.

    Raises:
        DojoError: the kata's suites are broken.
    """
    found = grade(kata.task(), kata.stub, fresh=config.stash.get(FRESH, 0), properties=[name])
    return next(result for result in found.properties if result.name == name)


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
