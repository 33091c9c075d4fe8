"""Judges the wrong submissions of a course and writes what is known of them for learners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.kata_file import read_text
from grader.course.mistakes import Mistakes, identity, known_of, read_mistakes, shape_of
from grader.course.pack import write
from grader.course.proof import Job, judge
from grader.engine.errors import DojoError


def learn(course: Course, names: Sequence[str] = (), *, again: bool = False) -> Iterator[Path]:
    """Judges what is new among the wrong submissions, and writes what is known of them.

    Args:
        course: with its solutions.
        names: katas; all of them by default.
        again: judge all of them, known ones as well.

    Yields:
        The files that have changed.

    Raises:
        DojoError: a kata is unknown or cannot be judged.
    """
    for kata in [course.kata(name) for name in names] or list(course.katas):
        fingerprint = kata.task().fingerprint()
        before = None if again else _readable(kata)
        shapes = {}
        if before and before.fingerprint == fingerprint:
            shapes = {(one.name, one.digest): one.shape for one in before.known}
        new = [path for _, path in kata.wrong if identity(path) not in shapes]
        jobs = [Job(course.root, kata.name, "mistake", path, None, 0) for path in new]
        for path, grade in zip(new, judge(jobs), strict=True):
            if isinstance(grade, DojoError):
                raise grade
            shapes[identity(path)] = shape_of(grade.properties)
        text = known_of(kata, shapes).to_text()
        if not kata.mistakes.is_file() or read_text(kata.mistakes) != text:
            write(kata.mistakes, text.encode())
            yield kata.mistakes


def _readable(kata: Kata) -> Mistakes | None:
    try:
        return read_mistakes(kata)
    except DojoError:
        return None
