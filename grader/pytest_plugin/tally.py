"""What a run has found out about each kata so far."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from grader.course.at_hand import properties_at_hand
from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.progress import Progress
from grader.judge.verdict import Grade, PropertyResult

REPORTED = "dojo"
"""The attribute of a test report that holds what it says about a kata, as plain data."""


@dataclass
class Findings:
    """What is known about one kata: results by property, and troubles that gave no result."""

    kata: Kata
    untouched: bool = False
    results: dict[str, PropertyResult] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every property of the kata that can be judged here has a result."""
        return {asked.name for asked in properties_at_hand(self.kata)} == set(self.results)

    def grade(self) -> Grade:
        """Returns the grade that the results so far add up to, in the kata's order."""
        order = [asked.name for asked in self.kata.properties]
        results = sorted(self.results.values(), key=lambda result: order.index(result.name))
        task = self.kata.task()
        untouched = any(result.verdict == "pass" and not result.points for result in results)
        return Grade.of(task.name, task.version, results, task.fingerprint(), untouched)


class Tally:
    """Collects reports by kata, for the screen and for the learner's progress.

    Args:
        courses: the courses that the run reaches.

    Attributes:
        findings: by the kata's folder.
        defect: something of ours went wrong.
    """

    def __init__(self, courses: list[Course]) -> None:
        self.courses = courses
        self._katas = {kata.folder.resolve(): kata for c in courses for kata in c.katas}
        self.findings: dict[Path, Findings] = {}
        self.defect = False

    def kata_at(self, path: Path) -> Kata | None:
        """Returns the kata that a file stands for: its visible suite, or the learner's file."""
        kata = self._katas.get(path.resolve().parent)
        return kata if kata and path.name in (kata.visible.name, kata.stub.name) else None

    def add(self, report: pytest.TestReport) -> Findings | None:
        """Takes in what a report says about a kata; returns None if it is about none."""
        data = getattr(report, REPORTED, None)
        if data is None:
            return None
        self.defect = self.defect or data["defect"]
        folder = Path(data["kata"])
        found = self.findings.setdefault(folder, Findings(self._katas[folder.resolve()]))
        if data["untouched"]:
            found.untouched = True
        elif data["result"] is not None:
            found.results[data["property"]] = PropertyResult.from_json(data["result"])
        else:
            found.troubles.append(report.longreprtext)
        return found

    def record(self) -> None:
        """Writes the verdicts on katas that were judged in full to the learner's progress."""
        for course in self.courses:
            progress = Progress(course)
            for found in self.findings.values():
                if found.kata.section.course is course and found.complete:
                    with suppress(OSError):
                        progress.record(found.kata, found.grade())

    def begun(self, kata: Kata) -> bool:
        """Whether this run has judged a first try at the kata."""
        found = self.findings.get(kata.folder)
        return found is not None and not found.untouched

    def passed(self, kata: Kata) -> bool:
        """Whether the learner's file passes, by this run or else by the last one on record."""
        found = self.findings.get(kata.folder)
        if found and found.untouched:
            return False
        if found and found.complete:
            return found.grade().verdict == "pass"
        if found and (found.troubles or any(r.verdict != "pass" for r in found.results.values())):
            return False
        standing = Progress(kata.section.course).standing(kata)
        return standing is not None and standing.verdict == "pass"
