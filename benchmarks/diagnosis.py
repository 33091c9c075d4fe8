"""How often the hint that a failing submission is offered is right, none, or wrong.

`python -m benchmarks.diagnosis [--json FILE]`. Three ways to ask, over all known mistakes of the
course; how each fails is taken from what is known of it, so nothing is run:

- left out: each is matched against the other mistakes of its kata. Most have no twin there, so
  silence is mostly the right answer.
- themselves: each is matched against all of them. Whoever makes exactly this mistake is to hear so.
- edited: the same after each of `benchmarks.edits`, after all of them together, and for each of
  these with the mistake itself left out as well.

An offer is right if it is for a mistake of the same name or has the same hint; any other one is
judged by a person, in `diagnosis_judged.json`: right if a teacher would say this too. What nobody
has judged is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from benchmarks.edits import EDITS, edited
from grader.course.advice import fits, nearest
from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.mistakes import Mistake, Mistakes, read_mistakes
from grader.course.sketch import library_names, sketch

JUDGED = Path(__file__).with_name("diagnosis_judged.json")
ANSWERS = ("right", "silent", "wrong")


@dataclass(frozen=True)
class Answer:
    """What one submission is offered.

    Attributes:
        kata: its kata.
        made: the mistake that it makes.
        offered: the mistake whose hint it hears; None for silence.
        verdict: one of `ANSWERS`.
    """

    kata: str
    made: str
    offered: str | None
    verdict: str


@dataclass(frozen=True)
class _Known:
    """A kata, its known mistakes and their programs."""

    kata: Kata
    mistakes: Mistakes
    sources: dict[str, str]


def load(course: Course) -> list[_Known]:
    """Returns what is known of each kata of a course that has known mistakes."""
    found = []
    for kata in course.katas:
        mistakes = read_mistakes(kata)
        if mistakes:
            sources = {path.stem: path.read_text(encoding="utf-8") for _, path in kata.wrong}
            found.append(_Known(kata, mistakes, sources))
    return found


def ask(
    katas: list[_Known], judged: dict[str, str], edits: tuple[str, ...] = (), *, left_out: bool
) -> Iterator[Answer]:
    """Yields what each known mistake is offered, after some edits of its program."""
    for one in katas:
        handed_out = sketch(one.kata.pristine.read_text(encoding="utf-8"))
        for mistake in one.mistakes.known:
            source = one.sources.get(mistake.name)
            if source is None:
                continue
            known = tuple(
                other for other in one.mistakes.known if not (left_out and other == mistake)
            )
            among = Mistakes(one.mistakes.fingerprint, one.mistakes.right, known)
            names = {item.name for item in one.kata.properties}
            source = edited(source, edits) if edits else source
            fitting = [
                other
                for other in known
                if fits(other.shape, mistake.shape, names, in_full=True)
                and library_names(source).issuperset(other.names)
            ]
            offered = nearest(sketch(source), fitting, among, handed_out)
            verdict = _verdict(one.kata.name, mistake, offered, judged)
            yield Answer(one.kata.name, mistake.name, offered.name if offered else None, verdict)


def _verdict(kata: str, made: Mistake, offered: Mistake | None, judged: dict[str, str]) -> str:
    if offered is None:
        return "silent"
    if offered.name == made.name or offered.hint == made.hint:
        return "right"
    return judged.get(f"{kata}: {made.name} -> {offered.name}", "wrong")


def measure(course: Course, judged: dict[str, str]) -> dict[str, list[Answer]]:
    """Returns the answers by the way to ask."""
    katas = load(course)
    ways: dict[str, Callable[[], Iterator[Answer]]] = {
        "left out": lambda: ask(katas, judged, left_out=True),
        "themselves": lambda: ask(katas, judged, left_out=False),
    }
    groups = {name: (name,) for name in EDITS} | {"all edits": tuple(EDITS)}
    found = {name: list(way()) for name, way in ways.items()}
    for name, edits in groups.items():
        found[name] = list(ask(katas, judged, edits, left_out=False))
    for name, edits in groups.items():
        found[f"left out, {name}"] = list(ask(katas, judged, edits, left_out=True))
    return found


def summary(answers: list[Answer]) -> dict[str, Any]:
    """Returns how many answers there are of each kind, and those offers that were wrong."""
    counts = {kind: sum(one.verdict == kind for one in answers) for kind in ANSWERS}
    wrong = [f"{a.kata}: {a.made} -> {a.offered}" for a in answers if a.verdict == "wrong"]
    return {"asked": len(answers), **counts, "wrong offers": wrong}


@click.command()
@click.option("--json", "target", type=click.Path(path_type=Path), help="Write the numbers here.")
def main(target: Path | None) -> None:
    """Ask in every way and print right, silent and wrong."""
    judged = json.loads(JUDGED.read_text(encoding="utf-8"))
    course = Course.home()
    found = {name: summary(answers) for name, answers in measure(course, judged).items()}
    table = Table("asked", "number", *ANSWERS)
    for name, numbers in found.items():
        asked = numbers["asked"] or 1
        shares = [f"{numbers[kind]}  {numbers[kind] / asked:.1%}" for kind in ANSWERS]
        table.add_row(name, str(numbers["asked"]), *shares)
    console = Console()
    console.print(table)
    for name, numbers in found.items():
        for offer in numbers["wrong offers"]:
            console.print(f"wrong, {name}: {offer}")
    if target:
        target.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
