"""The verdicts of one Python: as a table, as JSON, and as a section of a Markdown file."""

from __future__ import annotations

import json
import platform
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.fidelity.cases import PASSED, SKIPPED
from tests.fidelity.running import Verdict
from tests.fidelity.skips import NEVER, here, unused

# With fewer random schedules, a test that only holds by default may pass them all.
ENOUGH = 20
_HEAD = """# CPython's own tests on simulated threads

Written by `python -m tests.fidelity --markdown docs/fidelity.md`, once on each Python.
Every test is rewritten and run like a learner's program: under the default schedule (fair, without
preemption), and then under as many as {schedules} seeded random ones. "Held back" are tests that
`tests/fidelity/skips.py` says cannot pass, or that skip themselves; that fewer pass under random
schedules it explains as well. The reasons follow each table.
"""


@dataclass
class Row:
    """What became of the tests of one class."""

    tests: int = 0
    by_default: int = 0
    under_all: int = 0
    held_back: int = 0
    wrong: int = 0

    def add(self, verdict: Verdict) -> None:
        self.tests += 1
        self.by_default += verdict.by_default == PASSED
        self.under_all += verdict.under_all
        self.held_back += verdict.by_default != PASSED and not verdict.wrong
        self.wrong += verdict.wrong

    def cells(self) -> list[str]:
        counts = (self.tests, self.by_default, self.under_all, self.held_back, self.wrong)
        return [str(count or "·") for count in counts]


@dataclass
class Report:
    """All verdicts of one run.

    Args:
        switching: the switching model.
        schedules: how many random schedules each test had, at most.
        modules: the modules that were run.
        missing: the modules that this Python's `test` package does not have.
        lent: the modules of another `test` folder, where the rest is of this Python's own.
    """

    switching: str
    schedules: int
    modules: list[str]
    missing: list[str]
    lent: list[str]
    verdicts: list[Verdict] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def python(self) -> str:
        return f"{platform.python_implementation()} {platform.python_version()}"

    def rows(self) -> dict[str, Row]:
        """A row for each test class, and "all" at the end."""
        rows: dict[str, Row] = {}
        for verdict in self.verdicts:
            rows.setdefault(verdict.name.rpartition(".")[0], Row()).add(verdict)
        total = rows.setdefault("all", Row())
        for verdict in self.verdicts:
            total.add(verdict)
        return rows

    def errors(self) -> list[str]:
        """A sentence for each failure that nothing explains, and each entry that explains none."""
        wrong = [verdict for verdict in self.verdicts if verdict.wrong]
        found = []
        for verdict in wrong:
            when = "under a random schedule" if verdict.by_default == PASSED else "by default"
            lines = [line for line in verdict.why.splitlines() if line.strip()] or [""]
            found.append(f"{verdict.name} fails {when}: {lines[-1].strip()[:200]}")
        if self.schedules >= ENOUGH:
            explained = [verdict.name for verdict in self.verdicts if verdict.skip]
            found += [
                f"{pattern} in tests/fidelity/skips.py explains no failure any more"
                for pattern in unused(explained, self.modules)
            ]
        return found

    def reasons(self) -> list[str]:
        """Why tests are held back or hold only by default, with their patterns or names."""
        reasons = []
        for skip in here():
            count = sum(verdict.skip is skip for verdict in self.verdicts)
            if count:
                holds = "cannot pass" if skip.holds == NEVER else "only by default"
                patterns = ", ".join(f"`{pattern}`" for pattern in skip.patterns)
                reasons.append(f"{count} {holds}: {skip.reason}: {patterns}")
        for verdict in self.verdicts:
            if verdict.by_default == SKIPPED and verdict.skip is None:
                reasons.append(f"skips itself: {verdict.why}: `{verdict.name}`")
        return reasons

    def show(self, console: Console) -> None:
        """Prints the table, then what is wrong."""
        table = Table(box=None, pad_edge=False, title_justify="left", title=self._title())
        table.add_column("test class", overflow="ellipsis", no_wrap=True, width=43)
        for name in ("tests", "default", "random", "held", "wrong"):
            table.add_column(name, justify="right", no_wrap=True)
        for name, row in self.rows().items():
            style = "bold" if name == "all" else "red" if row.wrong else None
            table.add_row(name.removeprefix("test_concurrent_futures."), *row.cells(), style=style)
        console.print(table)
        for module in self.missing:
            console.print(f"{module} is not in this Python's `test` package", style="yellow")
        for error in self.errors():
            console.print(error, style="red", markup=False, highlight=False)

    def _title(self) -> str:
        return (
            f"{self.python}, switching {self.switching}: passed under the default schedule, and "
            f"under up to {self.schedules} random ones too; {self.seconds:.0f} s"
        )

    def to_json(self) -> str:
        """Everything, for a program to read."""
        tests = [
            {
                "name": verdict.name,
                "by_default": verdict.by_default,
                "schedules": verdict.schedules,
                "under_all": verdict.under_all,
                "reason": verdict.skip.reason if verdict.skip else "",
                "text": verdict.why,
            }
            for verdict in self.verdicts
        ]
        data: dict[str, Any] = {
            "python": self.python,
            "switching": self.switching,
            "schedules": self.schedules,
            "seconds": round(self.seconds, 1),
            "missing": self.missing,
            "classes": {name: vars(row) for name, row in self.rows().items()},
            "tests": tests,
            "errors": self.errors(),
        }
        return json.dumps(data, indent=1)

    def write_section(self, file: Path) -> None:
        """Puts this Python's section into a Markdown file, in place of an older one."""
        old = file.read_text("utf-8") if file.exists() else ""
        sections = {
            _version(part): part.strip() for part in re.split(r"^(?=## )", old, flags=re.M)[1:]
        }
        sections[sys.version_info[:2]] = self._section()
        head = _HEAD.format(schedules=self.schedules)
        text = "\n\n".join([head.strip(), *(sections[key] for key in sorted(sections))])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", "utf-8")

    def _section(self) -> str:
        lines = [f"## {self.python}", ""]
        notes = [f"`{module}` is not in this Python's `test` package." for module in self.missing]
        notes += [f"`{module}` is from another copy of the package." for module in self.lent]
        lines += [*notes, ""] if notes else []
        lines += ["| test class | tests | by default | random too | held back | wrong |"]
        lines += ["|---|--:|--:|--:|--:|--:|"]
        for name, row in self.rows().items():
            lines.append(f"| {name} | {' | '.join(row.cells())} |")
        lines += ["", "<details><summary>Reasons</summary>", ""]
        lines += [f"- {reason}" for reason in self.reasons()]
        return "\n".join([*lines, "", "</details>"])


def _version(section: str) -> tuple[int, ...]:
    found = re.search(r"(\d+)\.(\d+)", section)
    return (int(found[1]), int(found[2])) if found else (0, 0)
