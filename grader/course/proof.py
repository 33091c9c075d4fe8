"""Proves a course: what is right passes, what is wrong is caught, and for the reason it bears.

The stub that is proved is the pristine one: a kata solved in a clone is nobody's mistake.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.mistakes import out_of_date
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
    on_judged: Callable[[str, Path], None] | None = None,
) -> CourseProof:
    """Proves the katas called `names`, by default all of them and that no file is out of place.

    Args:
        course: with its solutions.
        names: katas.
        seed: for what the judge samples; the proof does not depend on it.
        on_judged: called with the kata's name and the file after each submission.

    Raises:
        DojoError: a kata is unknown, or the solutions are not here.
    """
    if not course.solutions.is_dir():
        raise DojoError("there is no solutions/ here; a course is proved in its own repository")
    katas = [course.kata(name) for name in names] or list(course.katas)
    begun = [_KataCheck(course, kata) for kata in katas]
    jobs = [job for check in begun for job in check.jobs(seed)]
    judged: dict[str, list[tuple[Job, Grade | DojoError]]] = {kata.name: [] for kata in katas}
    for job, grade_or_error in zip(jobs, judge(jobs), strict=True):
        judged[job.kata].append((job, grade_or_error))
        if on_judged:
            on_judged(job.kata, job.path)
    proofs = tuple(check.proof(judged[check.kata.name]) for check in begun)
    findings = () if names else tuple(_out_of_place(course))
    return CourseProof(course.name, proofs, findings, tuple(_notes(katas, proofs)))


@dataclass(frozen=True)
class Job:
    """One submission to judge: a wrong one by the hidden suite alone, any other by both."""

    root: Path
    kata: str
    role: str
    path: Path
    expected: str | None
    seed: int


def judge(jobs: Sequence[Job]) -> Iterator[Grade | DojoError]:
    """Judges a few submissions at a time, each by itself; yields in the order of `jobs`.

    The judges are processes, not threads: CPython 3.11 cannot parse in two threads at once.
    """
    if jobs:
        context = multiprocessing.get_context("spawn")
        with context.Pool(min(JOBS, len(jobs)), _leave_interrupts_to_parent) as judges:
            yield from judges.imap(_judge_one, jobs)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _judge_one(job: Job) -> Grade | DojoError:
    try:
        task = Course.at(job.root).kata(job.kata).task()
        return grade(_suites(task, job.role), job.path, seed=job.seed)
    except DojoError as error:
        return error


class _KataCheck:
    """The proof of one kata in the making."""

    def __init__(self, course: Course, kata: Kata) -> None:
        self.kata = kata
        self._course = course
        self._rules = Rules(course, kata)
        self._findings = list(self._rules.findings())
        stale = "" if self._findings else out_of_date(kata)
        if stale:
            self._findings.append(self._rules.finding(kata.mistakes, stale))

    def jobs(self, seed: int) -> Iterator[Job]:
        """Yields what is to be judged; nothing where a file that this needs is missing."""
        needed = (self.kata.visible, self.kata.hidden, self.kata.reference, self.kata.metadata)
        if all(path and path.is_file() for path in needed):
            for role, path, expected in _submissions(self.kata):
                yield Job(self._course.root, self.kata.name, role, path, expected, seed)

    def proof(self, judged: Sequence[tuple[Job, Grade | DojoError]]) -> KataProof:
        """Returns the proof, given what the judges said."""
        findings = list(self._findings)
        rows = []
        for job, result in judged:
            if isinstance(result, DojoError):
                place = Path(result.file) if result.file else job.path
                findings.append(self._rules.finding(place, result.sentence, result.line))
                continue
            rows.append(self._judged(job, result))
            complaint = _complaint(rows[-1], _first_message(result))
            findings += [self._rules.finding(job.path, complaint)] if complaint else []
        try:
            task = self.kata.task()
        except DojoError:
            return KataProof(self.kata.name, 0, "", (), (), tuple(findings))
        return KataProof(
            name=self.kata.name,
            version=task.version,
            fingerprint=task.fingerprint() if judged else "",
            properties=tuple(item.name for item in task.properties),
            judged=tuple(rows),
            findings=tuple(dict.fromkeys(findings)),
        )

    def _judged(self, job: Job, result: Grade) -> Judged:
        killers = {p.name: p.cause or p.verdict for p in result.properties if p.verdict != "pass"}
        return Judged(
            role=job.role,
            file=below(self._course, job.path),
            name=job.kata if job.role == "stub" else job.path.stem,
            expected=job.expected,
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


def _complaint(one: Judged, message: str) -> str:
    """Returns what is wrong with a verdict; "" if it is the one that was to be."""
    killers = ", ".join(f"{name} ({cause})" for name, cause in one.killers.items())
    if one.role in ("reference", "also"):
        if one.verdict != "pass":
            return f"this is right, yet the judge says {one.verdict}: {killers}: {message}"
    elif one.verdict == "pass" and one.role == "stub":
        return "the stub must fail, yet the judge says pass"
    elif one.verdict == "pass":
        return "this is wrong, yet no hidden test kills it; add a case that does"
    elif one.verdict != "fail":
        return f"this must fail, yet the judge says {one.verdict}: {message}"
    elif one.role == "wrong" and one.cause != one.expected:
        sentence = f"this fails for the cause {one.cause!r}, not {one.expected!r}"
        return f"{sentence} ({killers}); move it to wrong/{one.cause}/, or mend it"
    return ""


def _first_message(result: Grade) -> str:
    return next((item.message for item in result.properties if item.message), "")


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
