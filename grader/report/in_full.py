"""Failures for whoever teaches: the test, its case, what it expects and what came instead."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from grader.engine.encoding import safe_text
from grader.judge.in_full import Failure
from grader.report.look import count, printable
from grader.report.terminal import print_paragraph

_INDENT = "    "


def print_failures(console: Console, failures: Iterable[Failure]) -> None:
    """Prints each failure; what it says is not for learners."""
    console.print(Text("In full, not for learners:", "bold"))
    none = True
    for failure in failures:
        none = False
        _print(console, failure)
    if none:
        print_paragraph(console, "no test fails")


def _print(console: Console, failure: Failure) -> None:
    trial = failure.trial
    where = "hidden" if trial.hidden else "visible"
    console.print()
    how = failure.cause or failure.verdict
    line = Text("  ").append(trial.address, "bold").append(f"  {how}", "red")
    console.print(line.append(f"  {where}", "dim"))
    print_paragraph(console, f"{trial.test.name}({trial.case_text})", "", _INDENT)
    for number, text in failure.source:
        console.print(Text(f"{_INDENT}{number:4}  {printable(text)}", "dim"), soft_wrap=True)
    if failure.expected:
        values = ", ".join(sorted(map(safe_text, failure.expected)))
        print_paragraph(console, f"Expected: {values}", "", _INDENT)
    print_paragraph(console, f"But: {failure.message}", "", _INDENT)
    for outcome in failure.wrong:
        steps = f"{outcome.describe()}; {count(outcome.preemptions, 'preemption')}"
        schedule = f"; schedule {outcome.schedule}" if outcome.schedule else ""
        print_paragraph(console, f"Wrong: {steps}{schedule}", "", _INDENT)
    if failure.seen:
        print_paragraph(console, f"Tried: {failure.seen}", "", _INDENT)
