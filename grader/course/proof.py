"""Proves a course: what is right passes, what is wrong is caught, and for the reason it bears.

The stub that is proved is the pristine one: a kata solved in a clone is nobody's mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.rules import Finding, Rules, below, tests_of
from grader.engine.errors import DojoError
from grader.judge.grading import grade
from grader.judge.task import Task
from grader.judge.verdict import Grade

JOBS = 2


@dataclass(frozen=True)
class Judged:
    """One submission of the course, and what the judge said.

    Attributes:
        role: "stub", "reference", "also" or "wrong".
        file: below the course's root.
        name: the submission's own name: its mistake, or its approach.
        expected: the cause that a wrong one bears.
        verdict: the judge's.
        cause: the judge's.
        score: points reached.
        killers: the properties that failed, each with its cause or verdict.
    """

    role: str
    file: str
    name: str
    expected: str | None
    verdict: str
    cause: str | None
    score: int
    killers: dict[str, str]


@dataclass(frozen=True)
class KataProof:
    """The proof of one kata: `judged` holds the kill matrix, wrong × property."""

    name: str
    version: int
    fingerprint: str
    properties: tuple[str, ...]
    judged: tuple[Judged, ...]
    findings: tuple[Finding, ...]

    @property
    def matrix(self) -> tuple[Judged, ...]:
        """The wrong submissions: each one's `killers` are its row."""
        return tuple(one for one in self.judged if one.role == "wrong")


@dataclass(frozen=True)
class CourseProof:
    """The proof of a course: no findings mean that it is proved.

    `notes` say what a person may want to know and what proves nothing.
    """

    course: str
    katas: tuple[KataProof, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]

    @property
    def proved(self) -> bool:
        return not self.all_findings

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        return (*self.findings, *(finding for kata in self.katas for finding in kata.findings))

    def to_json(self) -> dict[str, Any]:
        """Returns the proof as plain data: the same for the same course, whenever and wherever."""
        return {
            "course": self.course,
            "proved": self.proved,
            "findings": [vars(finding) for finding in self.all_findings],
            "notes": list(self.notes),
            "katas": [
                {
                    "kata": kata.name,
                    "version": kata.version,
                    "fingerprint": kata.fingerprint,
                    "properties": list(kata.properties),
                    "submissions": [vars(one) for one in kata.judged],
                }
                for kata in self.katas
            ],
        }


def prove(
    course: Course,
    names: Sequence[str] = (),
    *,
    seed: int = 0,
    on_judged: Callable[[Kata, Path], None] | None = None,
) -> CourseProof:
    """Proves the katas called `names`, by default all of them and that no file is out of place.

    Args:
        course: with its solutions.
        names: katas.
        seed: for what the judge samples; the proof does not depend on it.
        on_judged: called after each submission, from any thread.

    Raises:
        DojoError: a kata is unknown, or the solutions are not here.
    """
    if not course.solutions.is_dir():
        raise DojoError("there is no solutions/ here; a course is proved in its own repository")
    katas = [course.kata(name) for name in names] or list(course.katas)
    jobs = ThreadPoolExecutor(JOBS)
    try:
        work = _Work(course, seed, jobs, on_judged)
        pending = [work.begin(kata) for kata in katas]
        proofs = tuple(finish() for finish in pending)
    finally:
        jobs.shutdown(wait=False, cancel_futures=True)
    findings = () if names else tuple(_out_of_place(course))
    return CourseProof(course.name, proofs, findings, tuple(_notes(katas, proofs)))


class _Work:
    """Grades the submissions of katas, a few at a time, in a fixed order of results."""

    def __init__(
        self,
        course: Course,
        seed: int,
        jobs: ThreadPoolExecutor,
        on_judged: Callable[[Kata, Path], None] | None,
    ) -> None:
        self._course = course
        self._seed = seed
        self._jobs = jobs
        self._on_judged = on_judged

    def begin(self, kata: Kata) -> Callable[[], KataProof]:
        """Hands the kata's submissions to the workers; the result waits for them."""
        rules = Rules(self._course, kata)
        findings = list(rules.findings())
        try:
            task = kata.task()
        except DojoError:
            return lambda: KataProof(kata.name, 0, "", (), (), tuple(findings))
        whole = all(path and path.is_file() for path in (kata.visible, kata.hidden, kata.reference))
        graded = [
            (role, path, expected, self._jobs.submit(self._grade, kata, _suites(task, role), path))
            for role, path, expected in (_submissions(kata) if whole else ())
        ]

        def finish() -> KataProof:
            judged = []
            for role, path, expected, pending in graded:
                try:
                    one = self._judged(kata, role, path, expected, pending.result())
                except DojoError as error:
                    place = Path(error.file) if error.file else path
                    findings.append(rules.finding(place, error.sentence, error.line))
                    continue
                judged.append(one)
                findings.extend(rules.finding(path, text) for text in _complaints(one))
            names = tuple(item.name for item in task.properties)
            mark = task.fingerprint() if whole else ""
            found = tuple(dict.fromkeys(findings))
            return KataProof(kata.name, task.version, mark, names, tuple(judged), found)

        return finish

    def _grade(self, kata: Kata, task: Task, path: Path) -> Grade:
        result = grade(task, path, seed=self._seed)
        if self._on_judged:
            self._on_judged(kata, path)
        return result

    def _judged(
        self, kata: Kata, role: str, path: Path, expected: str | None, result: Grade
    ) -> Judged:
        killers = {p.name: p.cause or p.verdict for p in result.properties if p.verdict != "pass"}
        return Judged(
            role=role,
            file=below(self._course, path),
            name=kata.name if role == "stub" else path.stem,
            expected=expected,
            verdict=result.verdict,
            cause=result.cause,
            score=result.score,
            killers=killers,
        )


def _submissions(kata: Kata) -> Iterator[tuple[str, Path, str | None]]:
    if kata.pristine.is_file():
        yield "stub", kata.pristine, None
    if kata.reference:
        yield "reference", kata.reference, None
    for path in kata.also:
        yield "also", path, None
    for cause, path in kata.wrong:
        yield "wrong", path, cause


def _suites(task: Task, role: str) -> Task:
    """Returns the task that a submission must face: a wrong one the hidden suite alone."""
    if role != "wrong" or task.hidden is None:
        return task
    tested = tests_of(task.hidden)
    properties = tuple(item for item in task.properties if f"test_{item.name}" in tested)
    return replace(task, visible=task.hidden, hidden=None, properties=properties)


def _complaints(one: Judged) -> Iterator[str]:
    killers = ", ".join(f"{name} ({cause})" for name, cause in one.killers.items())
    if one.role in ("reference", "also") and one.verdict != "pass":
        yield f"this is right, yet the judge says {one.verdict}: {killers}"
    elif one.role == "stub" and one.verdict != "fail":
        yield f"the stub must fail, yet the judge says {one.verdict}"
    elif one.role == "wrong" and one.verdict == "pass":
        yield "this is wrong, yet no hidden test kills it; add a case that does"
    elif one.role == "wrong" and one.verdict != "fail":
        yield f"this must fail, yet the judge says {one.verdict}: {killers}"
    elif one.role == "wrong" and one.cause != one.expected:
        sentence = f"this fails for the cause {one.cause!r}, not {one.expected!r}"
        yield f"{sentence} ({killers}); move it to wrong/{one.cause}/, or mend it"


def _out_of_place(course: Course) -> Iterator[Finding]:
    for section in course.sections:
        if not section.lesson.is_file():
            yield Finding("", below(course, section.lesson), None, "a section needs its lesson")
    for path in course.unexpected():
        sentence = "no file is expected here; move it away"
        yield Finding("", below(course, path), None, sentence)


def _notes(katas: Sequence[Kata], proofs: Sequence[KataProof]) -> Iterator[str]:
    for kata, proof in zip(katas, proofs, strict=True):
        if kata.pristine.is_file() and not kata.untouched:
            yield f"{kata.name}: the stub is not the pristine one; the pristine one was proved"
        killers = {name for one in proof.matrix for name in one.killers}
        for name in proof.properties:
            if proof.matrix and name not in killers:
                yield f"{kata.name}: {name} kills no wrong submission"
