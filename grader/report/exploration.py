"""What `dojo explore` and `dojo replay` print."""

from __future__ import annotations

import shlex
from collections.abc import Collection

from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.engine.outcome import Exploration, Outcome
from grader.engine.self_check import EXECUTIONS, Difference
from grader.patterns import pattern_of
from grader.report.look import count, printable, shorten, signs_of
from grader.report.terminal import INDENT, print_command, print_pattern
from grader.report.timeline import render_timeline

VALUE_LENGTH = 60


def print_exploration(
    console: Console,
    exploration: Exploration,
    target: str,
    *,
    wrong: Collection[Outcome] | None = None,
    plain: bool = False,
    library_lines: bool = False,
) -> None:
    """Prints the outcomes of an exploration, then how the first bad one comes about.

    Args:
        console: where to print.
        exploration: what was found.
        target: what was explored, as "file.py::function"; for the replay commands.
        wrong: the outcomes to mark as wrong; by default those that did not go well.
        plain: words for signs, lists for columns.
        library_lines: switches could come inside the library's lines; for the replay commands.
    """
    signs = signs_of(console, plain)
    if wrong is None:
        wrong = [outcome for outcome in exploration.outcomes if not outcome.well]
    found = count(len(exploration.outcomes), "outcome")
    pruned = f", {exploration.pruned:,} cut short" if exploration.pruned else ""
    console.print(Text(target, "bold"), soft_wrap=True)
    console.print(
        Text(f"{INDENT}{found} in {exploration.seen()}{pruned}, {exploration.seconds:.2f} s")
    )
    how = f"switching {exploration.switching}, timeouts {exploration.timeouts}"
    if not exploration.exhaustive:
        how += f", strategy {exploration.strategy}, seed {exploration.seed}"
    console.print(Text(INDENT + how, "dim"))
    console.print()
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False)
    table.add_column("")
    table.add_column("outcome", overflow="fold")
    table.add_column("preemptions", justify="right")
    for outcome in exploration.outcomes:
        bad = any(outcome is other for other in wrong)
        sign = signs.failed if bad else signs.passed if wrong else signs.middot
        style = "bold red" if bad else "green" if wrong else ""
        text = Text(shorten(printable(outcome.describe()), VALUE_LENGTH, signs.dots))
        for extra in _extras(outcome):
            text.append(f"\n{extra}", "yellow")
        table.add_row(Text(INDENT + sign, style), text, str(outcome.preemptions))
    console.print(table)
    shown = _first_to_show(exploration, wrong)
    if shown is None:
        return
    console.print()
    description = shorten(printable(shown.describe()), VALUE_LENGTH, signs.dots)
    console.print(
        Text(
            f"{INDENT}How it {description}:"
            if shown.kind == "returned"
            else f"{INDENT}How this comes about: {description}",
            "bold",
        )
    )
    _print_story(console, shown, plain, "Why" if wrong else "")
    for outcome in [shown, *(o for o in wrong if o is not shown)]:
        label = f"{shorten(printable(outcome.describe()), VALUE_LENGTH, signs.dots)}:"
        print_command(console, label, replay_command(target, outcome, library_lines))


def print_outcome(console: Console, outcome: Outcome, target: str, *, plain: bool = False) -> None:
    """Prints one replayed execution.

    Args:
        console: where to print.
        outcome: how it ended.
        target: what was replayed, as "file.py::function".
        plain: words for signs, lists for columns.
    """
    console.print(Text(target, "bold"), soft_wrap=True)
    _print_story(console, outcome, plain, "Seen" if outcome.well else "Why")
    console.print(Text(f"{INDENT}{count(outcome.preemptions, 'preemption')}", "dim"))
    for extra in _extras(outcome):
        console.print(Text(f"{INDENT}{extra}", "yellow"))


def _print_story(console: Console, outcome: Outcome, plain: bool, label: str) -> None:
    """Prints how an outcome comes about, and under a label what pattern that shows."""
    timeline = outcome.timeline
    pattern = pattern_of(outcome, timeline) if label else None
    if pattern:
        print_pattern(console, pattern, label=label)
    console.print()
    signs = signs_of(console, plain)
    telling = pattern.steps if pattern else ()
    shown = render_timeline(timeline, console.width, plain=plain, signs=signs, telling=telling)
    console.print(shown)
    console.print()


def print_self_check(console: Console, found: Difference | None, target: str) -> None:
    """Prints whether the same decisions always led to the same execution.

    Args:
        console: where to print.
        found: where they did not, or None.
        target: what was run, as "file.py::function".
    """
    signs = signs_of(console, False)
    console.print(Text(target, "bold"), soft_wrap=True)
    if found is None:
        line = f"{INDENT}{signs.passed} {EXECUTIONS} executions were run twice and did the same"
        console.print(Text(line, "green"))
        return
    line = f"{INDENT}{signs.failed} the same order of threads does not always do the same"
    console.print(Text(line, "bold red"))
    console.print(Text(f"{INDENT}{printable(found.file)}:{found.line}: {printable(found.source)}"))
    console.print(Text(f"{INDENT}{printable(found.sentence)}"))
    if found.cause:
        console.print(Text(f"{INDENT}Why: {printable(found.cause)}"))


def replay_command(target: str, outcome: Outcome, library_lines: bool = False) -> str:
    """Returns the command that shows an outcome again."""
    flags = ["--library-lines"] if library_lines else []
    return shlex.join(["dojo", "replay", *flags, target, outcome.schedule])


def _extras(outcome: Outcome) -> list[str]:
    extras = [f"nobody caught: {printable(error)}" for error in outcome.unhandled]
    if outcome.left_running:
        extras.append(f"still running at the end: {printable(', '.join(outcome.left_running))}")
    return extras


def _first_to_show(exploration: Exploration, wrong: Collection[Outcome]) -> Outcome | None:
    """Returns the first wrong outcome; else one that only a preemption brings about."""
    if wrong:
        return min(wrong, key=lambda o: (o.preemptions, o.steps, o.schedule))
    if len(exploration.outcomes) < 2:
        return None
    return max(exploration.outcomes, key=lambda outcome: outcome.preemptions)
