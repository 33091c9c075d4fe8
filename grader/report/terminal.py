"""Grades for people: what was promised, what happened instead, what to do next."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from io import StringIO

from rich.console import Console
from rich.text import Text

from grader.course.catalogue import Course
from grader.course.progress import Progress
from grader.engine.outcome import Timeline
from grader.judge.verdict import Grade, PropertyResult
from grader.patterns import Pattern
from grader.report.look import NORM, Signs, count, open_console, printable, signs_of
from grader.report.rows import MAIN
from grader.report.timeline import render_timeline
from grader.sandbox.confinement import Tier

INDENT = "  "
ASKED = 6  # calls of the submission that are listed
BAR = 32

_CAUSES = {
    "wrong": "wrong",
    "race": "race",
    "deadlock": "deadlock",
    "livelock": "livelock",
    "crash": "crash",
}
_VERDICTS = {
    "fail": "fails",
    "limit": "too long to judge",
    "rejected": "not accepted",
    "suspect": "a person has to look at it",
    "infra": "not judged",
}
ONLY_GIL = (
    "Safe only thanks to the GIL: today's CPython switches threads at fewer places, so it hides "
    "this. Free-threaded Python, PyPy and later versions need not."
)


def print_grade(
    console: Console, grade: Grade, verbose: bool = False, *, plain: bool = False
) -> None:
    """Prints a grade: a line for the kata, one per property, the failing ones in full.

    Args:
        console: where to print.
        grade: the grade.
        verbose: print what passing properties promise, too.
        plain: words for signs, lists for columns.
    """
    signs = signs_of(console, plain)
    line = _mark(grade.verdict, signs).append(f" {grade.task}", "bold")
    line.append(f"  {grade.score} of {grade.max} points", "dim")
    console.print(line)
    for note in grade.notes:
        print_note(console, note)
    first = next((one for one in grade.properties if one.verdict == "fail"), None)
    shown: list[Timeline] = []
    for result in grade.properties:
        again = result.timeline is not None and result.timeline in shown
        if result.timeline:
            shown.append(result.timeline)
        print_property(console, result, verbose=verbose, plain=plain, again=again)
        if result is first and grade.advice:
            print_advice(console, grade.advice)
    if grade.conditions is not None:
        print_paragraph(console, str(Tier(grade.conditions.tier)), "dim")


def print_property(
    console: Console,
    result: PropertyResult,
    *,
    verbose: bool = False,
    plain: bool = False,
    again: bool = False,
) -> None:
    """Prints one property: a line if it passes, else the whole story.

    Args:
        console: where to print.
        result: how the property fared.
        verbose: print what a passing property promises, too.
        plain: words for signs, lists for columns.
        again: its timeline was printed just before, so say only that.
    """
    signs = signs_of(console, plain)
    if result.verdict == "pass":
        line = Text(INDENT).append_text(_mark("pass", signs)).append(f" {result.name}")
        if line.cell_len + 2 + len(result.seen) <= console.width:
            console.print(line.append(f"  {result.seen}" if result.seen else "", "dim"))
        else:
            console.print(line)
            print_paragraph(console, result.seen, "dim", INDENT * 2)
        if verbose:
            print_paragraph(console, result.promise, "dim", INDENT * 2)
        for note in result.notes:
            print_note(console, note)
        return
    how = _CAUSES.get(result.cause or "") or _VERDICTS.get(result.verdict, result.verdict)
    line = Text(INDENT).append_text(_mark(result.verdict, signs)).append(f" {result.name}", "bold")
    line.append(f"  {how}", "red").append(f"  {result.points} of {result.max} points", "dim")
    console.print(line)
    print_paragraph(console, f"Promised: {result.promise}", "", INDENT * 2)
    has_table = "\n" in result.message  # of the calls
    if result.timeline and not (again or has_table) and (asked := asked_text(result.timeline)):
        print_paragraph(console, f"Called: {asked}", "", INDENT * 2)
    if result.message:
        print_paragraph(console, f"But: {result.message}", "bold", INDENT * 2)
    if result.pattern and not again:
        print_pattern(console, result.pattern, INDENT * 2)
    if again:
        print_paragraph(console, "These are the steps that are shown above.", "", INDENT * 2)
    elif result.timeline and result.timeline.steps:
        console.print()
        timeline = result.timeline
        if timeline.ending in result.message:
            timeline = replace(timeline, ending="")
        telling = result.pattern.steps if result.pattern else ()
        shown = render_timeline(timeline, console.width, plain=plain, signs=signs, telling=telling)
        console.print(shown)
    counted = counted_outcomes(result)
    if counted or result.only_gil or result.replay:
        console.print()
    if counted:
        print_paragraph(console, counted)
    if result.only_gil:
        print_paragraph(console, ONLY_GIL, "yellow")
    for note in result.notes:
        print_note(console, note)
    if result.replay:
        print_command(console, "See it again:", result.replay)


def print_pattern(
    console: Console, pattern: Pattern, indent: str = INDENT, label: str = "Why"
) -> None:
    """Prints what kind of mistake an execution shows, and how it comes about."""
    print_paragraph(console, pattern_text(pattern, label), "", indent)


def print_advice(console: Console, advice: str) -> None:
    """Prints the hint for the known mistake that a submission makes: below its first failure."""
    print_paragraph(console, advice_text(advice), "cyan")


def advice_text(advice: str) -> str:
    """Returns a hint in words that stand by themselves: "Looks like …", or "Perhaps: …"."""
    return advice[0].upper() + advice[1:] if advice.startswith("looks ") else f"Perhaps: {advice}"


def pattern_text(pattern: Pattern, label: str = "Why") -> str:
    """Returns a pattern in words: "Why: lost update. T1 reads …"."""
    return f"{label}: {pattern.name}. {pattern.sentence}"


def asked_text(timeline: Timeline) -> str:
    """Returns how the submission was called: "Stock(3), Stock.take('tea', 2)".

    Where threads were preempted that is their business, and the steps tell it; "" then.
    """
    handed = any(call.endswith(")") and not call.endswith("()") for _, call in timeline.asked)
    if not handed or any(step.switch == "preempted" for step in timeline.steps):
        return ""
    names = dict(timeline.threads)
    calls = [
        call if path == MAIN else f"{call} in {names.get(path, path)}"
        for path, call in timeline.asked
    ]
    left_out = len(calls) - ASKED
    return ", ".join(calls[:ASKED]) + (f", and {left_out} more" if left_out > 0 else "")


def counted_outcomes(result: PropertyResult) -> str:
    """Returns how many outcomes are wrong of how many, as a sentence; "" where none were seen."""
    if not result.outcomes:
        return ""
    verb = "is" if result.wrong_outcomes == 1 else "are"
    wrong = f"{result.wrong_outcomes:,} of {count(result.outcomes, 'outcome')} {verb} wrong"
    if result.wrong_outcomes == result.outcomes:
        wrong = "every outcome is wrong" if result.outcomes > 1 else "the only outcome is wrong"
    sentence = f"{wrong}; tried: {result.seen}." if result.seen else f"{wrong}."
    return sentence[0].upper() + sentence[1:]


def property_text(result: PropertyResult, width: int = NORM) -> str:
    """Returns what `print_property` prints, as text without colours: for files and machines."""
    with StringIO() as file:
        print_property(open_console(file, width, plain=True), result)
        return "\n".join(line.rstrip() for line in file.getvalue().splitlines()).strip()


def print_command(console: Console, label: str, command: str) -> None:
    """Prints a command so that it can be copied: never broken over lines by us."""
    start = Text(INDENT).append(label, "dim")
    if start.cell_len + len(command) + 1 > console.width:
        start.rstrip()
        console.print(start)
        start = Text(INDENT)
    start.append("  " if start.plain == INDENT else " ")
    console.print(start.append(printable(command), "bold cyan"), soft_wrap=True)


def progress_line(done: int, total: int, signs: Signs, width: int = BAR) -> Text:
    """Returns a bar and "3 of 8 katas"."""
    full = width * done // total if total else 0
    bar = Text().append(signs.full * full, "green").append(signs.empty * (width - full), "dim")
    return bar.append(f"  {done} of {count(total, 'kata')}", "bold")


def print_katas(console: Console, course: Course, *, plain: bool = False) -> None:
    """Prints the katas of a course by section, and how far the learner is."""
    signs = signs_of(console, plain)
    progress = Progress(course)
    katas = course.katas
    names = max((len(kata.name) for kata in katas), default=0)
    done = 0
    for section in course.sections:
        console.print(Text(f"{section.number}  {section.title}", "bold"))
        for kata in section.katas:
            standing = progress.standing(kata)
            solved = standing is not None and standing.verdict == "pass"
            done += solved
            line = Text(INDENT)
            if solved:
                line.append_text(_mark("pass", signs))
            elif kata.untouched or standing is None:
                line.append(" " * len(signs.passed))
            else:
                line.append_text(_mark(standing.verdict, signs))
            line.append(f" {kata.name.ljust(names)}", "bold").append(f"  {kata.title}")
            difficulty = f"  difficulty {kata.difficulty}"
            if line.cell_len + len(difficulty) <= console.width:
                line.append(difficulty, "dim")
            console.print(line)
        console.print()
    console.print(Text(INDENT).append_text(progress_line(done, len(katas), signs)))


def _mark(verdict: str, signs: Signs) -> Text:
    if verdict == "pass":
        return Text(signs.passed, "bold green")
    if verdict in ("suspect", "infra"):
        return Text(signs.suspect, "bold yellow")
    return Text(signs.failed, "bold red")


def print_note(console: Console, note: str) -> None:
    """Prints what a person should know and what changes no mark."""
    print_paragraph(console, f"Note: {note}", "yellow")


def print_paragraph(console: Console, text: str, style: str = "", indent: str = INDENT) -> None:
    """Prints text that is wrapped and indented; what control characters it holds are shown."""
    for line in text.splitlines():
        for part in textwrap.wrap(
            printable(line),
            max(console.width, 20),
            initial_indent=indent,
            subsequent_indent=indent,
            break_on_hyphens=False,
        ):
            console.print(Text(part, style))
