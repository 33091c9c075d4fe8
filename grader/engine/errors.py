"""The one exception that speaks to a person."""

from __future__ import annotations


class DojoError(Exception):
    """Bad input, said in one clear sentence: what, where, what to do now.

    Commands print it without a traceback and exit with 2.

    Args:
        sentence: what is wrong and what to do.
        file: the file it is about, as shown to people.
        line: the line in that file, from 1.
    """

    def __init__(self, sentence: str, file: str | None = None, line: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.file = file
        self.line = line

    def __str__(self) -> str:
        if self.file is None:
            return self.sentence
        if self.line is None:
            return f"{self.file}: {self.sentence}"
        return f"{self.file}:{self.line}: {self.sentence}"


class Kill(BaseException):
    """Unwinds a thread that the end of its execution drops."""


class UnsimulatedError(DojoError):
    """The program called something that the simulated world does not have."""


class ScheduleError(DojoError):
    """A schedule is malformed, or no longer fits the program."""
