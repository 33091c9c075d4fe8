"""Proves a course: what is right passes, what is wrong is caught, and for the reason it bears.

The stub that is proved is the pristine one: a kata solved in a clone is nobody's mistake.
"""

from __future__ import annotations

import multiprocessing
import re
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from grader.course import mistakes
from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.kata_file import read_text
from grader.course.kill_matrix import CourseProof, Judged, KataProof, out_of_date, without_own_kill
from grader.course.rules import Finding, Rules, below, first_line, tests_of
from grader.engine.errors import DojoError
from grader.judge.grading import grade
from grader.judge.task import Task
from grader.judge.verdict import Grade

JOBS = 2


def prove(
    course: Course,
    names: Sequence[str] = (),
    *,
    seed: int = 0,
    renew: bool = False,
    on_judged: Callable[[str, Path], None] | None = None,
) -> CourseProof:
    """Proves the katas called `names`, by default all of them and that no file is out of place.

    Args:
        course: with its solutions.
        names: katas.
        seed: for what the judge samples; the proof does not depend on it.
        renew: the kept matrix is to be replaced, so it is no finding if it is out of date.
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
    if not names and not renew:
        findings += tuple(out_of_date(course, proofs))
    return CourseProof(course.name, proofs, findings, tuple(_notes(katas)))


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
        return grade(suites_for(task, job.role), job.path, seed=job.seed)
    except DojoError as error:
        return error


class _KataCheck:
    """The proof of one kata in the making."""

    def __init__(self, course: Course, kata: Kata) -> None:
        self.kata = kata
        self._course = course
        self._rules = Rules(course, kata)
        self._findings = list(self._rules.findings())

    def jobs(self, seed: int) -> Iterator[Job]:
        """Yields what is to be judged; nothing where a file that this needs is missing."""
        needed = (self.kata.visible, self.kata.hidden, self.kata.reference, self.kata.metadata)
        if all(path and path.is_file() for path in needed):
            for role, path, expected in submissions_of(self.kata):
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
            section = self.kata.section.name
            return KataProof(self.kata.name, section, "", 0, "", (), (), tuple(findings))
        findings += self._without_own_kill(rows)
        return KataProof(
            name=self.kata.name,
            section=self.kata.section.name,
            title=self.kata.title,
            version=task.version,
            fingerprint=task.fingerprint() if judged else "",
            properties=tuple((item.name, item.points) for item in task.properties),
            judged=tuple(rows),
            findings=tuple(dict.fromkeys(findings)),
        )

    def _without_own_kill(self, rows: Sequence[Judged]) -> Iterator[Finding]:
        """Yields a finding for each property that could go, or for a reason that is none."""
        path = self.kata.metadata
        lines = read_text(path).splitlines()
        wrong = [one for one in rows if one.role == "wrong"]
        names = [item.name for item in self.kata.properties]
        for name, sentence in without_own_kill(names, self.kata.stays, wrong):
            told = [
                n for n, line in enumerate(lines, 1) if re.match(rf"name\s*=.*\b{name}\b", line)
            ]
            yield self._rules.finding(path, sentence, told[0] if told else None)

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
            says=first_line(job.path),
        )


def submissions_of(kata: Kata) -> Iterator[tuple[str, Path, str | None]]:
    """Yields the role, the file and, of a wrong one, the cause of each submission of a kata."""
    if kata.pristine.is_file():
        yield "stub", kata.pristine, None
    if kata.reference:
        yield "reference", kata.reference, None
    for path in kata.also:
        yield "also", path, None
    for cause, path in kata.wrong:
        yield "wrong", path, cause


def suites_for(task: Task, role: str) -> Task:
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


def _notes(katas: Sequence[Kata]) -> Iterator[str]:
    for kata in katas:
        if kata.pristine.is_file() and not kata.untouched:
            yield f"{kata.name}: the stub is not the pristine one; the pristine one was proved"
        stale = mistakes.out_of_date(kata)
        if stale:
            yield f"{kata.name}: {kata.mistakes.name}: {stale}"
