"""What a grade rests on, so that grading again can be held to give the same bytes."""

from __future__ import annotations

import functools
import hashlib
import platform
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from grader.judge.sandbox import tier

_ROOT = Path(__file__).parent.parent
_DECIDES = ("engine", "judge", "measure", "sandbox", "spec")


@dataclass(frozen=True)
class Conditions:
    """Under what a submission was graded.

    Attributes:
        engine: the version of this package, and a hash of the code that decides.
        python: the Python that the judge and the worker were.
        seed: of what is sampled.
        tier: how the submission was confined: 1, 2, or 3 for not at all.
    """

    engine: str
    python: str
    seed: int
    tier: int

    @classmethod
    def here(cls, seed: int) -> Conditions:
        """Returns those of this process.

        Raises:
            OSError: no sandbox can be started, so that nothing can be graded.
        """
        build = f"{platform.python_implementation()} {sys.version.partition(' (')[0]}"
        return cls(_engine(), build, seed, int(tier()))


@functools.cache
def _engine() -> str:
    digest = hashlib.sha256()
    for package in _DECIDES:
        for file in sorted((_ROOT / package).rglob("*.py")):
            digest.update(file.relative_to(_ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return f"{metadata.version('gil-dojo')} {digest.hexdigest()[:16]}"
