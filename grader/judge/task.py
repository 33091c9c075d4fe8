"""What is asked of a submission."""

from __future__ import annotations

import ast
import hashlib
import warnings
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
        pristine: the stub as it was handed out, where it is at hand.
    """

    name: str
    version: int
    properties: tuple[Property, ...]
    imports: frozenset[str]
    visible: Path
    hidden: Path | None = None
    cases: Path | None = None
    pristine: Path | None = None

    @property
    def stub(self) -> Path:
        """The file that a learner works on, beside the visible suite."""
        return self.visible.parent / f"{self.name}.py"

    def hands_out(self, source: str) -> bool:
        """Whether a submission is still the program that was handed out.

        The docstring, which is the task, comments and the layout are no part of a program.
        """
        try:
            pristine = self.pristine.read_text(encoding="utf-8-sig") if self.pristine else ""
            return bool(pristine) and _program(source) == _program(pristine)
        except (OSError, ValueError, SyntaxError, RecursionError, MemoryError):
            return False

    def fingerprint(self) -> str:
        """Returns a SHA-256 in hex over version, suites, cases and stub: what a grade rests on."""
        digest = hashlib.sha256(f"{self.name} {self.version}".encode())
        for path in (self.visible, self.hidden, self.cases, self.pristine):
            content = path.read_bytes() if path and path.is_file() else b""
            digest.update(f"\0{len(content)}\0".encode() + content)
        return digest.hexdigest()


def _program(source: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(source)
    if ast.get_docstring(tree, clean=False) is not None:
        del tree.body[0]
    return ast.dump(tree)
