"""Pins a kata: the cases that every submission is graded on, and the stub as handed out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.kata_file import shown
from grader.course.pack import write
from grader.engine.errors import DojoError
from grader.judge.suite import Suite, draw_cases, write_cases

CASES = 10
"""How many cases are drawn for a test; its `@example`s are among them."""


def pin(
    course: Course, names: Sequence[str] = (), *, stub: bool = False, seed: int = 0
) -> Iterator[Path]:
    """Draws the cases of hidden suites and keeps the stubs as handed out.

    Args:
        course: with its solutions.
        names: katas; all of them by default.
        stub: take a stub that differs from its pristine form as the new pristine one.
        seed: for the drawing.

    Yields:
        Each file that has been written; one that would not change is not.

    Raises:
        DojoError: a stub differs from its pristine form and may be somebody's solution, before
            anything is written; a suite is broken or draws what is not plain data.
    """
    katas = [course.kata(name) for name in names] or list(course.katas)
    for kata in katas:
        if not kata.stub.is_file():
            raise DojoError("this file is missing; a kata needs it", shown(kata.stub))
        if kata.pristine.is_file() and not kata.untouched and not stub:
            raise DojoError(
                "this is not the stub as handed out; is it solved? `dojo reset "
                f"{kata.name}` puts that back, `dojo course pin {kata.name} --stub` "
                "hands this out from now on",
                shown(kata.stub),
            )
    return _pin(katas, seed)


def _pin(katas: Sequence[Kata], seed: int) -> Iterator[Path]:
    for kata in katas:
        contents = {kata.own_private / "cases.json": _cases(kata, seed)}
        contents[kata.pristine] = kata.stub.read_bytes()
        for path, content in contents.items():
            if not path.is_file() or path.read_bytes() != content:
                write(path, content)
                yield path


def _cases(kata: Kata, seed: int) -> bytes:
    suite = Suite(kata.own_private / "test_hidden.py")
    drawn = {
        name: draw_cases(test, CASES, seed) for name, test in suite.tests.items() if test.draws
    }
    return write_cases(drawn).encode()
