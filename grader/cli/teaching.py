"""What a teacher asks: hand the course out, prove it, add to it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from grader.course.catalogue import Course
from grader.course.kata_file import shown
from grader.engine.errors import DojoError

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("names", metavar="[KATA]...", nargs=-1)
def pack(folder: Path, names: tuple[str, ...]) -> int:
    """Write what learners may see into DIR, a new folder.

    These are the stubs as handed out, the visible tests, kata.toml and the
    lessons; of each KATA named, or of all. Nothing of `solutions/` is in it.
    """
    from grader.course.pack import pack as write_pack

    count = write_pack(Course.find(), folder, names)
    click.echo(f"{count} katas are in {shown(folder)}; no solutions, no hidden tests")
    return 0


@click.group()
def course() -> None:
    """For authors: prove the course, add a kata, pin its cases."""


@course.command("check")
@click.argument("names", metavar="[KATA]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
@click.option("--html", type=FILE, metavar="FILE", help="Write the kill matrix as one page.")
@click.option("--readme", is_flag=True, help="Keep the matrix, and its summary in the README.")
@click.option("--seed", type=int, default=0, show_default=True, help="For what is sampled.")
def check_course(
    names: tuple[str, ...], as_json: bool, html: Path | None, readme: bool, seed: int
) -> int:
    """Prove the course and print the kill matrix.

    Every reference and other right submission passes both suites; every stub, as
    handed out, fails; every wrong submission is killed by the hidden suite for
    the cause that its folder names; every property kills one that no other
    property kills, or says in kata.toml why it stays; and no file is out of place.
    What is kept of the matrix (docs/kill_matrix.json, and the README's summary)
    must be current; --readme renews it, of each KATA named or of all, if they are
    proved.
    """
    from grader.course.kill_matrix import store
    from grader.course.proof import prove
    from grader.report.look import open_console
    from grader.report.matrix_page import matrix_page
    from grader.report.proof import print_proof

    done = 0

    def on_judged(kata: str, path: Path) -> None:
        nonlocal done
        done += 1
        click.echo(f"\r\033[K{done} judged; {kata}: {path.name}", err=True, nl=False)

    watched = sys.stderr.isatty()
    course = _own_course()
    proof = prove(course, names, seed=seed, renew=readme, on_judged=on_judged if watched else None)
    if watched:
        click.echo("\r\033[K", err=True, nl=False)
    if html:
        try:
            html.write_text(matrix_page(course, proof), "utf-8")
        except OSError as error:
            raise DojoError(f"cannot write this file: {error.strerror}", shown(html)) from None
    if readme and proof.proved:
        store(course, proof.katas)
    if as_json:
        click.echo(json.dumps(proof.to_json(), indent=2))
    else:
        print_proof(open_console(), proof)
    return 0 if proof.proved else 1


@course.command("new")
@click.argument("place", metavar="SECTION/NN_name")
def new_kata(place: str) -> int:
    """Begin a kata: a skeleton whose files say what to fill in."""
    from grader.course.new import new_kata as begin

    kata = begin(_own_course(), place)
    for path in sorted(kata.files):
        if path.exists():
            click.echo(f"wrote {shown(path)}")
    click.echo(f"Fill them in, then: dojo course pin {kata.name} && dojo course check {kata.name}")
    return 0


@course.command("pin", short_help="Draw the cases of hidden suites, keep stubs as handed out.")
@click.argument("names", metavar="[KATA]...", nargs=-1)
@click.option("--stub", is_flag=True, help="Take the stub as it is now as the pristine one.")
def pin_course(names: tuple[str, ...], stub: bool) -> int:
    """Draw the cases of each KATA's hidden suite, and keep its stub as handed out."""
    from grader.course.pin import pin

    for path in pin(_own_course(), names, stub=stub):
        click.echo(f"wrote {shown(path)}")
    return 0


@course.command("mistakes", short_help="Write what is known of wrong submissions.")
@click.argument("names", metavar="[KATA]...", nargs=-1)
@click.option("--again", is_flag=True, help="Judge those that haven't changed, too.")
def learn_mistakes(names: tuple[str, ...], again: bool) -> int:
    """Write how each wrong submission of KATA fails, with its hint, for learners.

    Who makes the same mistake is offered the hint. Judges what is new or has
    changed since the last time, by both suites.
    """
    from grader.course.learn import learn

    for path in learn(_own_course(), names, again=again):
        click.echo(f"wrote {shown(path)}")
    return 0


def _own_course() -> Course:
    course = Course.find()
    if not course.solutions.is_dir() or course.installed:
        raise DojoError("there is no solutions/ here; go to the course's own repository")
    return course
