"""What is asked of a submission."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Property:
    """One promise that a submission keeps or breaks: all of its points or none.

    Its tests are called `test_<name>`, in the visible suite, the hidden one or both.
    """

    name: str
    promise: str
    points: int


@dataclass(frozen=True)
class Task:
    """What the judge needs to grade a submission of one kata.

    Attributes:
        name: the kata's name, and the name of the module that a submission is.
        version: of the kata; it changes with its suites.
        properties: what is promised, in the order of grading.
        imports: what a submission may import besides what is always fine.
        visible: the suite that learners see.
        hidden: the suite that they don't, where it is at hand.
        cases: the pinned cases of the hidden suite.
    """

    name: str
    version: int
    properties: tuple[Property, ...]
    imports: frozenset[str]
    visible: Path
    hidden: Path | None = None
    cases: Path | None = None

    @property
    def stub(self) -> Path:
        """The file that a learner works on, beside the visible suite."""
        return self.visible.parent / f"{self.name}.py"

    def fingerprint(self) -> str:
        """Returns a SHA-256 in hex over version, suites and cases: what a grade was given by."""
        digest = hashlib.sha256(f"{self.name} {self.version}".encode())
        for path in (self.visible, self.hidden, self.cases):
            content = path.read_bytes() if path and path.is_file() else b""
            digest.update(f"\0{len(content)}\0".encode() + content)
        return digest.hexdigest()
