"""What `dojo course check` prints: who kills whom, and what keeps the course from being proved."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.course.proof import CourseProof, Judged, KataProof
from grader.report.look import Signs, count, printable, signs_of
from grader.report.terminal import INDENT, print_paragraph


def print_proof(console: Console, proof: CourseProof, *, plain: bool = False) -> None:
    """Prints the kill matrix of each kata, the findings, and one line on the whole course."""
    signs = signs_of(console, plain)
    for kata in proof.katas:
        print_matrix(console, kata, plain=plain)
        console.print()
    for finding in proof.all_findings:
        console.print(Text(f"{signs.failed} ", "bold red").append(printable(str(finding))))
    for note in proof.notes:
        print_paragraph(console, f"Note: {note}", "yellow", "")
    katas = count(len(proof.katas), "kata")
    killed = count(sum(len(kata.matrix) for kata in proof.katas), "wrong submission")
    if proof.proved:
        text = f"{signs.passed} proved: {katas}, {killed} killed, each for the cause it bears"
        console.print(Text(text, "bold green"))
    else:
        findings = count(len(proof.all_findings), "finding")
        console.print(Text(f"{signs.failed} not proved: {findings} in {katas}", "bold red"))


def print_matrix(console: Console, kata: KataProof, *, plain: bool = False) -> None:
    """Prints a kata's kill matrix: a row per wrong submission, a column per property."""
    signs = signs_of(console, plain)
    console.print(Text(kata.name, "bold").append(f"  version {kata.version}", "dim"))
    for role in ("stub", "reference", "also"):
        told = [one for one in kata.judged if one.role == role]
        if told:
            console.print(Text(f"{INDENT}{role.ljust(11)}").append(", ".join(map(_verdict, told))))
    if not kata.matrix:
        return
    for number, name in enumerate(kata.properties, 1):
        console.print(Text(f"{INDENT}{number}  ", "dim").append(name))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(f"{INDENT}wrong/", overflow="fold")
    for number in range(1, len(kata.properties) + 1):
        table.add_column(str(number))
    for one in kata.matrix:
        row = Text(f"{INDENT}{one.expected}/{one.name}", "" if one.killers else "bold red")
        table.add_row(row, *(_cell(one, name, signs) for name in kata.properties))
    console.print(table)


def _verdict(one: Judged) -> str:
    how = (
        "passes"
        if one.verdict == "pass"
        else f"{one.verdict}s"
        if one.verdict == "fail"
        else one.verdict
    )
    return f"{one.name} {how}" + (f" ({one.cause})" if one.cause else "")


def _cell(one: Judged, name: str, signs: Signs) -> Text:
    cause = one.killers.get(name)
    if cause is None:
        return Text(signs.middot, "dim")
    return Text(cause, "green" if cause == one.expected else "yellow")
