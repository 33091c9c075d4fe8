"""A kata's tests as pytest sees them: a file per kata, an item per property."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from grader.course.at_hand import properties_at_hand
from grader.course.kata import Kata
from grader.engine.errors import DojoError
from grader.judge import defect
from grader.judge.suite import Suite
from grader.judge.task import Property
from grader.judge.verdict import PropertyResult
from grader.pytest_plugin.guard import TookTooLongError, limit
from grader.pytest_plugin.judging import judge_property
from grader.report.terminal import property_text


class UntouchedStubError(Exception):
    """The kata's stub is still as it was handed out."""


class BrokenPromiseError(Exception):
    """A property does not pass."""

    def __init__(self, result: PropertyResult) -> None:
        super().__init__(result.message)
        self.result = result


class KataFile(pytest.File):
    """The visible suite of a kata. Its items are the kata's properties, seen and hidden."""

    kata: Kata

    @classmethod
    def of(cls, parent: pytest.Collector, kata: Kata, path: Any) -> KataFile:
        node: KataFile = cls.from_parent(parent, path=path)
        node.kata = kata
        return node

    def collect(self) -> Iterator[pytest.Item]:
        try:
            properties = properties_at_hand(self.kata)
            if not self.kata.untouched:
                _check_suites(self.kata)
        except DojoError as error:
            raise self.CollectError(str(error)) from None
        except Exception as error:
            self.config.stash[DEFECT] = True
            raise self.CollectError(defect.told(error)) from None
        for asked, line in properties.items():
            item: PropertyItem = PropertyItem.from_parent(self, name=f"test_{asked.name}")
            item.kata, item.asked, item.line = self.kata, asked, line
            limit(item)
            yield item


class PropertyItem(pytest.Item):
    """One property of a kata; it passes if the learner's file keeps the promise."""

    kata: Kata
    asked: Property
    line: int

    def runtest(self) -> None:
        if self.kata.untouched:
            raise UntouchedStubError(todo(self.kata))
        result = judge_property(self.config, self.kata, self.asked.name)
        self.stash[RESULT] = result
        if result.verdict != "pass":
            raise BrokenPromiseError(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        error = excinfo.value
        if isinstance(error, (UntouchedStubError, DojoError)):
            return str(error)
        if isinstance(error, BrokenPromiseError):
            return property_text(error.result)
        if isinstance(error, TookTooLongError):
            return f"{self.asked.name} could not be judged: it took {error}"
        if defect.is_ours(error):
            self.stash[DEFECT] = True
            return defect.told(error)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[os.PathLike[str], int, str]:
        return self.path, self.line - 1, self.name


RESULT = pytest.StashKey[PropertyResult]()
DEFECT = pytest.StashKey[bool]()
"""On an item or a configuration: something of ours went wrong there."""


def todo(kata: Kata) -> str:
    """Returns the one line for an untouched stub: "TODO counter: make increment() safe"."""
    return f"TODO {kata.name}: {kata.todo}"


def _check_suites(kata: Kata) -> None:
    """Loads the suites once, so that a broken one stops the run before anything is judged."""
    for path in (kata.visible, kata.hidden):
        if path is not None:
            Suite(path)
