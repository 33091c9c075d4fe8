"""Asks the judge about one property of a kata."""

from __future__ import annotations

import pytest

from grader.course.kata import Kata
from grader.judge.grading import grade
from grader.judge.verdict import PropertyResult

FRESH = pytest.StashKey[int]()


def judge_property(config: pytest.Config, kata: Kata, name: str) -> PropertyResult:
    """Returns how the learner's file fares on one property.

    Raises:
        DojoError: the kata's suites are broken.
    """
    found = grade(kata.task(), kata.stub, fresh=config.stash.get(FRESH, 0), properties=[name])
    return next(result for result in found.properties if result.name == name)
