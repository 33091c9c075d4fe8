"""The attacks beside this file, and what each is to get.

The first line of each says what it tries. The second says which verdict the property
`no_increment_is_lost` gets, and which it gets without the source gate, where that stops it.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from grader.judge.gate import reading

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FOLDERS = sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] != "_")
BY_PROCESSES = "parallel_map"
FOR_COUNTER = [name for name in FOLDERS if name != BY_PROCESSES]
ATTACKED = "no_increment_is_lost"
DEADLINE = 20.0  # seconds, as everywhere
SHORT = 0.5  # for what hangs however long it is given
GROWS = b"empty lines are put behind it until it is too large"
EVERYTHING = frozenset({*sys.stdlib_module_names, "grader", "greenlet"})


@dataclass(frozen=True)
class Attack:
    """A submission and what it is to get.

    Attributes:
        file: the submission.
        verdicts: of the attacked property, one of these.
        ungated: the same without the source gate; empty where the gate lets it through.
    """

    file: Path
    verdicts: frozenset[str]
    ungated: frozenset[str]

    @property
    def name(self) -> str:
        return f"{self.file.parent.name}/{self.file.stem}"

    @property
    def deadline(self) -> float:
        """Seconds for an exploration: what is no hang must not depend on how busy the machine is."""
        return SHORT if "limit" in self.verdicts | self.ungated else DEADLINE


def attacks(folder: str) -> list[Attack]:
    """Returns the attacks of a folder, by name."""
    found = []
    for file in sorted((HERE / folder).glob("*.py")):
        line = file.read_bytes().replace(b"\0", b"").split(b"\n")[1].decode()
        expected = re.fullmatch(r"# expect: ([\w, ]+)(?:; without the gate: ([\w, ]+))?", line)
        assert expected, f"{file}: the second line says what to expect"
        verdicts, ungated = (
            frozenset((part or "").split(", ")) - {""} for part in expected.groups()
        )
        found.append(Attack(file, verdicts, ungated))
    return found


def handed_in(file: Path, folder: Path) -> Path:
    """The file itself, or a larger copy of it, if its third line asks for that."""
    text = file.read_bytes()
    if GROWS not in text.split(b"\n")[2]:
        return file
    grown = folder / file.name
    grown.write_bytes(text.ljust(reading.LARGEST + 1, b"\n"))
    return grown
