"""What `dojo course check` prints: who kills whom, and what keeps the course from being proved."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from grader.course.kill_matrix import CourseProof, Judged, KataProof
from grader.report.look import Signs, count, printable, signs_of
from grader.report.terminal import INDENT, print_paragraph

LETTERS = {"wrong": "w", "race": "r", "deadlock": "d", "livelock": "l", "crash": "c"}
"""What a cell says of the cause for which a property kills; see `OTHERWISE`."""
OTHERWISE = "!"
"""What it says of a verdict that is none on a cause, such as a limit."""


def print_proof(console: Console, proof: CourseProof, *, plain: bool = False) -> None:
    """Prints the kill matrix of each kata, the findings, and one line on the whole course."""
    signs = signs_of(console, plain)
    if any(kata.matrix for kata in proof.katas):
        named = ", ".join(f"{letter} {cause}" for cause, letter in LETTERS.items())
        print_paragraph(console, f"Killed for: {named}, {OTHERWISE} no cause", "dim", "")
        console.print()
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
    """Prints a kata's kill matrix: a row per wrong submission, a column per property.

    The columns come first, so that a name is never broken, however long it is.
    """
    signs = signs_of(console, plain)
    console.print(Text(kata.name, "bold").append(f"  version {kata.version}", "dim"))
    for role in ("stub", "reference", "also"):
        told = [one for one in kata.judged if one.role == role]
        if told:
            print_paragraph(console, f"{role.ljust(11)}{', '.join(map(_verdict, told))}", "")
    if not kata.matrix:
        return
    for number, (name, points) in enumerate(kata.properties, 1):
        line = Text(f"{INDENT}{number}  ", "dim").append(name).append(f"  {points}", "dim")
        console.print(line, soft_wrap=True)
    numbers = " ".join(str(number) for number in range(1, len(kata.properties) + 1))
    console.print(Text(f"{INDENT}{numbers}  wrong/", "dim"))
    for one in kata.matrix:
        row = Text(INDENT)
        for number, (name, _) in enumerate(kata.properties, 1):
            row.append_text(_cell(one, name, signs)).append(" " * len(str(number)))
        row.append(f" {one.expected}/{one.name}", "" if one.killers else "bold red")
        console.print(row, soft_wrap=True)


def letter_of(cause: str) -> str:
    """Returns the letter of a cause, or of a verdict that has none."""
    return LETTERS.get(cause, OTHERWISE)


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
    return Text(letter_of(cause), "bold green" if cause == one.expected else "bold yellow")
