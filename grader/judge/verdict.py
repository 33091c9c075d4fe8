"""What the judge says: a verdict per property, and of them a grade."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from grader.engine.outcome import Timeline
from grader.judge.conditions import Conditions
from grader.patterns import Pattern

VERDICTS = ("pass", "fail", "limit", "rejected", "suspect", "infra")
CAUSES = ("wrong", "race", "deadlock", "livelock", "crash")

UNTOUCHED = "this is still the program that was handed out, so there are no points"
"""The note on a grade whose submission is the stub; some promise may hold by itself."""

# Which verdict a whole grade takes: infra and suspect are no grade yet, so they come first.
_GRAVEST_FIRST = ("infra", "suspect", "rejected", "fail", "limit")


@dataclass(frozen=True)
class PropertyResult:
    """How one property fared.

    Attributes:
        name: the property's name.
        promise: what was promised, in plain words.
        verdict: one of `VERDICTS`.
        cause: one of `CAUSES` for a fail, else None.
        points: points given; `max` or 0. A pass has 0 if the submission is still the stub.
        max: points that the property is worth.
        message: one plain sentence; empty for a pass.
        schedule: the decisions of the execution that decided, where there is one.
        timeline: that execution, step by step.
        pattern: what kind of mistake that execution shows, where one is known for certain.
        seen: what was looked at: "all 20 interleavings".
        outcomes: how many distinct outcomes the deciding exploration had.
        wrong_outcomes: how many of them were wrong.
        only_gil: it fails where a switch may come anywhere and holds under today's GIL.
        replay: the command that shows the timeline again.
        notes: findings that change no mark.
    """

    name: str
    promise: str
    verdict: str
    cause: str | None
    points: int
    max: int
    message: str = ""
    schedule: str | None = None
    timeline: Timeline | None = None
    pattern: Pattern | None = None
    seen: str = ""
    outcomes: int = 0
    wrong_outcomes: int = 0
    only_gil: bool = False
    replay: str | None = None
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        data = {name: getattr(self, name) for name in self.__dataclass_fields__}
        timeline = self.timeline.to_data() if self.timeline else None
        pattern = self.pattern and asdict(self.pattern)
        return data | {"timeline": timeline, "pattern": pattern, "notes": list(self.notes)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> PropertyResult:
        timeline = Timeline.from_data(data["timeline"]) if data["timeline"] else None
        pattern = Pattern.from_data(data["pattern"]) if data.get("pattern") else None
        return cls(
            **data | {"timeline": timeline, "pattern": pattern, "notes": tuple(data["notes"])}
        )


@dataclass(frozen=True)
class Grade:
    """What a submission got for one task.

    Attributes:
        task: the task's name.
        version: its version.
        verdict: the gravest of the properties' verdicts.
        cause: that of the first property that fails.
        score: points given.
        max: points there were.
        properties: the results, in the task's order.
        fingerprint: of suites and cases, SHA-256 in hex.
        untouched: the submission is still the stub, so there are no points.
        notes: sentences on the grade as a whole.
        conditions: under what it was graded; None where no grading took place.
        advice: the hint for the known mistake that the submission makes; empty where unsure.
    """

    task: str
    version: int
    verdict: str
    cause: str | None
    score: int
    max: int
    properties: tuple[PropertyResult, ...]
    fingerprint: str
    untouched: bool = False
    notes: tuple[str, ...] = ()
    conditions: Conditions | None = None
    advice: str = ""

    @classmethod
    def of(
        cls,
        task: str,
        version: int,
        results: Iterable[PropertyResult],
        fingerprint: str,
        untouched: bool = False,
        conditions: Conditions | None = None,
    ) -> Grade:
        """Returns the grade that the results of the properties add up to."""
        results = tuple(results)
        verdicts = {result.verdict for result in results}
        verdict = next((v for v in _GRAVEST_FIRST if v in verdicts), "pass" if results else "infra")
        return cls(
            task=task,
            version=version,
            verdict=verdict,
            cause=next((r.cause for r in results if r.cause), None) if verdict == "fail" else None,
            score=sum(result.points for result in results),
            max=sum(result.max for result in results),
            properties=results,
            fingerprint=fingerprint,
            untouched=untouched,
            notes=(UNTOUCHED,) if untouched else (),
            conditions=conditions,
        )

    def to_json(self) -> dict[str, Any]:
        """Returns one entry of `katas` in what `dojo check --json` prints."""
        fields = ("version", "verdict", "cause", "score", "max", "fingerprint", "untouched")
        return {
            "kata": self.task,
            **{name: getattr(self, name) for name in fields},
            "notes": list(self.notes),
            "advice": self.advice,
            "conditions": self.conditions and asdict(self.conditions),
            "properties": [result.to_json() for result in self.properties],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Grade:
        rest = {key: value for key, value in data.items() if key != "kata"}
        results = tuple(map(PropertyResult.from_json, data["properties"]))
        under = data.get("conditions")
        rest |= {"properties": results, "notes": tuple(data["notes"])}
        return cls(
            **rest | {"task": data["kata"], "conditions": Conditions(**under) if under else None}
        )
