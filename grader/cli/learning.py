"""What a learner asks: a folder of one's own, a verdict, a hint, the solution."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.kata_file import shown
from grader.engine.errors import DojoError

if TYPE_CHECKING:
    from grader.course.progress import Progress
    from grader.judge.verdict import Grade

FRESH_CASES = 5
FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(path_type=Path)


def next_step() -> int:
    """Says what to do next: `dojo` alone."""
    from grader.course.progress import Progress

    course = Course.find()
    if course.installed:
        click.echo("Make a folder of exercises of your own:  dojo init my-dojo")
        click.echo("All commands:                            dojo --help")
        return 0
    progress = Progress(course)
    solved = [kata for kata in course.katas if progress.solved(kata)]
    click.echo(f"{course.title}: {len(solved)} of {len(course.katas)} katas solved.\n")
    kata = _next(course, progress)
    if kata is None:
        click.echo("All solved. Break something of your own:  dojo explore FILE.py::function")
        return 0
    click.echo(f"Next: {kata.title}  ({kata.name}, difficulty {kata.difficulty} of 5)\n")
    click.echo(f"  read   {shown(kata.section.lesson)}")
    click.echo(f"  mend   {shown(kata.stub)}: {kata.todo}")
    click.echo(f"  run    dojo check {kata.name}")
    click.echo(f"  stuck  dojo hint {kata.name}")
    click.echo("\nAll katas: dojo list. All commands: dojo --help.")
    return 0


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
def init(folder: Path) -> int:
    """Make DIR, a folder of exercises of your own.

    Nothing that is there already is overwritten.
    """
    from grader.course import workspace

    course = workspace.init(Course.home(), folder)
    click.echo(f"{len(course.katas)} katas are in {shown(folder)}. Now: cd {shown(folder)} && dojo")
    return 0


@click.command()
@click.argument("folder", metavar="[DIR]", type=FOLDER, required=False)
def update(folder: Path | None) -> int:
    """Bring new katas and tests into your folder.

    DIR is the folder to update, by default the course that you are in. What you
    wrote stays: a stub you have changed is left alone, any other file you have
    changed is copied first.
    """
    from grader.course import workspace

    done = workspace.update(Course.home(), Course.find(folder))
    for old, new in done.moved:
        click.echo(f"moved     {old} to {new}")
    for what in ("added", "replaced", "saved", "kept"):
        for path in getattr(done, what):
            click.echo(f"{what:9} {path}{'  (yours)' if what == 'kept' else ''}")
    if not (done.moved or done.added or done.replaced):
        click.echo("Nothing is new.")
    return 0


@click.command("list")
def list_katas() -> int:
    """Show all katas, and how far you are."""
    from grader.report.look import open_console
    from grader.report.terminal import print_katas

    print_katas(open_console(), Course.find())
    return 0


@click.command()
@click.argument("names", metavar="[KATA]...", nargs=-1)
@click.option("--submission", metavar="FILE", type=FILE, help="Judge FILE instead of your stub.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
@click.option(
    "--fresh/--no-fresh",
    default=None,
    help="After the pinned cases pass, try fresh ones too; they may add a finding, "
    "never change a mark. The default, except with --json.",
)
@click.option(
    "--full",
    is_flag=True,
    help="For whoever teaches: also every test that fails, hidden ones too, its case, "
    "what it expects and every wrong outcome. Needs the solutions.",
)
def check(
    names: tuple[str, ...],
    submission: Path | None,
    as_json: bool,
    fresh: bool | None,
    full: bool,
) -> int:
    """Judge your work on each KATA, by default on all.

    Shows the interleaving of your own lines that breaks it. Exits with 0 only if
    every kata asked for passes.
    """
    course = Course.find()
    katas = list(dict.fromkeys(course.kata(name) for name in names)) or list(course.katas)
    if submission is not None and len(names) != 1:
        raise DojoError("with --submission, name the one kata that FILE is for")
    if submission is not None and not submission.is_file():
        raise DojoError("there is no such file; name the file to judge", shown(submission))
    if submission is None and course.installed:
        raise DojoError("there is no course here; run `dojo init my-dojo`, then `cd my-dojo`")
    if full:
        _need_hidden_suites(katas)
    fresh_cases = FRESH_CASES if (not as_json if fresh is None else fresh) else 0
    if as_json:
        return _check_as_json(katas, submission, fresh_cases, full)
    return _check_for_a_person(course, katas, submission, fresh_cases, bool(names), full)


def _need_hidden_suites(katas: list[Kata]) -> None:
    for kata in katas:
        if kata.hidden is None:
            raise DojoError(
                f"the hidden suite of {kata.name} is not here, and --full tells what it says; "
                "go to the course's own repository, which has solutions/"
            )


def _check_as_json(katas: list[Kata], submission: Path | None, fresh: int, full: bool) -> int:
    from grader.course.progress import Progress
    from grader.judge.in_full import failures

    entries = []
    passed = True
    for kata in katas:
        found = _grade(kata, submission, fresh)
        passed &= found.verdict == "pass"
        entries.append(found.to_json())
        if full:
            failing = failures(kata.task(), submission or kata.stub)
            entries[-1]["failures"] = [one.to_json() for one in failing]
        if submission is None:
            Progress(kata.section.course).record(kata, found)
    click.echo(json.dumps({"katas": entries}, indent=2))
    return 0 if passed else 1


def _check_for_a_person(
    course: Course,
    katas: list[Kata],
    submission: Path | None,
    fresh: int,
    asked: bool,
    full: bool,
) -> int:
    from grader.course.progress import Progress
    from grader.judge.in_full import failures
    from grader.report.in_full import print_failures
    from grader.report.look import open_console
    from grader.report.terminal import print_grade

    console = open_console()
    progress = Progress(course)
    passed = 0
    for kata in katas:
        if kata.untouched and submission is None and not asked:
            click.echo(f"TODO {kata.name}: {kata.todo}")
            continue
        result = _grade(kata, submission, fresh)
        if submission is None:
            progress.record(kata, result)
        print_grade(console, result)
        if full:
            print_failures(console, failures(kata.task(), submission or kata.stub))
        if result.untouched and submission is None:
            click.echo(f"Begin in {shown(kata.stub)}: {kata.todo}")
        passed += result.verdict == "pass"
    if not asked:
        click.echo(f"{passed} of {len(katas)} pass")
    following = _next(course, progress)
    if submission is None and passed == len(katas) and following is not None:
        click.echo(f"Next: dojo check {following.name}")
    return 0 if passed == len(katas) else 1


def _grade(kata: Kata, submission: Path | None, fresh: int) -> Grade:
    """Grades what can be graded here: a learner's folder has no hidden suites."""
    from grader.course.advice import advice_for
    from grader.course.at_hand import left_out, properties_at_hand
    from grader.judge.grading import grade

    note = left_out(kata)
    names = [asked.name for asked in properties_at_hand(kata)] if note else None
    path = submission or kata.stub
    found = grade(kata.task(), path, fresh=fresh, properties=names)
    found = replace(found, advice=advice_for(kata, found, path))
    return replace(found, notes=(*found.notes, note)) if note else found


@click.command()
@click.argument("name", metavar="KATA")
@click.argument("number", metavar="[N]", type=click.IntRange(min=1), required=False)
def hint(name: str, number: int | None) -> int:
    """Show the next hint for KATA, or hint number N.

    The first is a nudge, the last is nearly the solution.
    """
    from grader.course.progress import Progress

    course = Course.find()
    kata = course.kata(name)
    progress = Progress(course)
    count = len(kata.hints)
    if number is None:
        number = min(progress.hints_shown(kata) + 1, count)
    if number > count:
        raise DojoError(f"{kata.name} has {count} hints; ask for 1 to {count}")
    click.echo(f"Hint {number} of {count} for {kata.name}: {kata.hints[number - 1]}")
    if not course.installed:
        progress.show_hint(kata, number)
    return 0


@click.command()
@click.argument("names", metavar="KATA...", nargs=-1, required=True)
def reset(names: tuple[str, ...]) -> int:
    """Start KATA over; your work is kept in a dated copy beside it."""
    from grader.course import workspace

    course = Course.find()
    if course.installed:
        raise DojoError("there is no course here; run `dojo init my-dojo`, then `cd my-dojo`")
    for kata in [course.kata(name) for name in names]:
        copy = workspace.reset(kata)
        kept = f"; your work is in {shown(copy)}" if copy else ""
        click.echo(f"{kata.name} is as it was handed out{kept}")
    return 0


@click.command()
@click.argument("name", metavar="KATA")
@click.option("--also", metavar="NAME", help="Show this other right way instead.")
def solution(name: str, also: str | None) -> int:
    """Show the reference solution of KATA, once you have passed it."""
    from grader.course.progress import Progress

    course = Course.find()
    kata = course.kata(name)
    if not Progress(course).passed(kata):
        click.echo(f"dojo: first pass `dojo check {kata.name}`, then compare", err=True)
        return 1
    ways = {path.stem: path for path in kata.also}
    path = kata.reference if also is None else ways.get(also)
    if path is None and also is not None:
        known = ", ".join(ways) or "none"
        raise DojoError(f"{kata.name} has no other way called {also!r}; there are: {known}")
    if path is None:
        raise DojoError("the solutions are not here; ask whoever gave you the exercises")
    click.echo(path.read_text(encoding="utf-8").rstrip())
    if also is None and ways:
        click.echo(f"\n# Also right: {', '.join(ways)}; dojo solution {kata.name} --also NAME")
    return 0


def _next(course: Course, progress: Progress) -> Kata | None:
    return next((kata for kata in course.katas if not progress.solved(kata)), None)
