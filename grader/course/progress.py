"""What the learner has done so far: the last verdict on each kata, hints shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.pack import write
from grader.judge.verdict import Grade

try:
    import fcntl
except ImportError:  # Windows: the last writer wins
    fcntl = None  # type: ignore[assignment]

FORMAT = 1


@dataclass(frozen=True)
class Standing:
    """The last verdict on a kata's present file.

    Attributes:
        verdict: the judge's.
        score: points reached.
        max: points there are.
        fingerprint: what the file was judged with: suites, cases, engine.
    """

    verdict: str
    score: int
    max: int
    fingerprint: str


class Progress:
    """The learner's progress through one course, in `.dojo/progress.json`.

    It is a cache and a convenience: where it is missing or broken, everything is unsolved.
    """

    def __init__(self, course: Course) -> None:
        self._path = course.state / "progress.json"

    def record(self, kata: Kata, grade: Grade) -> None:
        """Notes the verdict on the learner's file."""
        entry = {
            "version": grade.version,
            "submission": _sha(kata.stub),
            "fingerprint": grade.fingerprint,
            "verdict": grade.verdict,
            "score": grade.score,
            "max": grade.max,
        }
        with self._change() as data:
            data["katas"][kata.name] = entry
            if grade.verdict == "pass":
                data["passed"][kata.name] = grade.version

    def standing(self, kata: Kata, fingerprint: str | None = None) -> Standing | None:
        """Returns the verdict on the learner's file as it is now; None if it is not known.

        Args:
            kata: the kata.
            fingerprint: what it would be judged with now; any by default.
        """
        entry: Any = self._read()["katas"].get(kata.name)
        try:
            if entry["submission"] != _sha(kata.stub) or entry["version"] != kata.version:
                return None
            if fingerprint not in (None, entry["fingerprint"]):
                return None
            return Standing(
                entry["verdict"], entry["score"], entry["max"], str(entry["fingerprint"])
            )
        except (KeyError, TypeError):
            return None

    def solved(self, kata: Kata) -> bool:
        """Whether the learner's file, as it is now, is known to pass."""
        standing = self.standing(kata)
        return standing is not None and standing.verdict == "pass"

    def passed(self, kata: Kata) -> bool:
        """Whether the learner has ever passed this version of the kata."""
        return bool(self._read()["passed"].get(kata.name) == kata.version)

    def hints_shown(self, kata: Kata) -> int:
        """How many of the kata's hints the learner has seen."""
        shown = self._read()["hints"].get(kata.name)
        return shown if type(shown) is int else 0

    def show_hint(self, kata: Kata, number: int) -> None:
        """Notes that the learner has seen the hint with this number, from 1."""
        with self._change() as data:
            data["hints"][kata.name] = max(number, self.hints_shown(kata))

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            data = {}
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            data = {}
        parts = {name: data.get(name) for name in ("katas", "passed", "hints")}
        return {name: part if isinstance(part, dict) else {} for name, part in parts.items()}

    @contextmanager
    def _change(self) -> Iterator[dict[str, dict[str, Any]]]:
        """Several pytest processes may write at once: each changes the newest."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with (self._path.parent / "lock").open("w") as lock:
            if fcntl is not None:
                fcntl.flock(lock, fcntl.LOCK_EX)
            data = self._read()
            yield data
            text = json.dumps({"format": FORMAT, **data}, indent=1, sort_keys=True)
            write(self._path, text.encode() + b"\n")


def _sha(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
