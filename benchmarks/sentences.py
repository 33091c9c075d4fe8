"""What is said of every failure of the course and of the SCTBench programs, and who judged it.

    python -m benchmarks.sentences --json FILE --markdown docs/sentences.md [KATA]...

Each wrong submission is graded, and of each property that fails there is one entry: the message,
the pattern and its sentence, how long the timeline is. A verdict on a sentence comes of reading it
beside the program, and is in `sentences_judged.json`; it stands for as long as the sentence does.
"""

from __future__ import annotations

import ast
import contextlib
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from benchmarks.bugs import BUGS, CORPUS, Bug
from benchmarks.sentence_figures import markdown
from grader.course.catalogue import Course
from grader.engine import explore
from grader.engine.outcome import Outcome, Timeline
from grader.judge.grading import grade
from grader.patterns import Pattern, pattern_of
from grader.report.timeline import timeline_text

JUDGED = Path(__file__).with_name("sentences_judged.json")
SCTBENCH = "sctbench"
WIDTH = 80


@dataclass(frozen=True)
class Failure:
    """One failure, and what is said of it.

    Attributes:
        kata: the kata's name; "sctbench" for a program of that corpus.
        mistake: the submission, "race/no_lock"; of SCTBench the program.
        broken: which promise is; of SCTBench how it ends.
        cause: what the judge calls it.
        says: what the first line of the file says is wrong with it.
        message: the sentence on what happened.
        pattern: the name of the pattern; "" if none is named.
        sentence: the pattern's sentence.
        lines: how many the timeline has at 80 columns; 0 where there is none.
    """

    kata: str
    mistake: str
    broken: str
    cause: str
    says: str
    message: str
    pattern: str
    sentence: str
    lines: int

    @property
    def key(self) -> str:
        return f"{self.kata}/{self.mistake}/{self.broken}"


def of_submission(name: str, cause: str, path: Path) -> list[Failure]:
    """Returns the failures of one wrong submission of a kata."""
    graded = grade(Course.home().kata(name).task(), path)
    return [
        _failure(
            (name, f"{cause}/{path.stem}", result.name, result.cause or result.verdict),
            path,
            result.message,
            result.pattern,
            result.timeline,
        )
        for result in graded.properties
        if result.verdict != "pass"
    ]


def of_program(bug: Bug) -> list[Failure]:
    """Returns the failure of a program of SCTBench: the simplest one that was found."""
    found = explore(bug.program()).outcomes
    wrong = [outcome for outcome in found if not outcome.well]
    if not wrong:
        return []
    outcome = min(wrong, key=lambda one: (one.preemptions, one.steps, one.schedule))
    timeline = outcome.timeline
    path = CORPUS / f"{bug.file}.py"
    names = (SCTBENCH, bug.name, outcome.kind, _cause(outcome))
    message = "; ".join((outcome.describe(), *outcome.unhandled))
    return [_failure(names, path, message, pattern_of(outcome, timeline), timeline)]


def _cause(outcome: Outcome) -> str:
    if outcome.kind in ("deadlock", "livelock", "limit"):
        return outcome.kind
    return "race" if outcome.preemptions else "wrong"


def _failure(
    names: tuple[str, str, str, str],
    path: Path,
    message: str,
    pattern: Pattern | None,
    timeline: Timeline | None,
) -> Failure:
    drawn = ""
    if timeline is not None and timeline.steps:
        drawn = timeline_text(timeline, WIDTH, telling=pattern.steps if pattern else ())
    return Failure(
        *names,
        _says(path),
        message,
        pattern.name if pattern else "",
        pattern.sentence.replace(f"{CORPUS}/", "") if pattern else "",
        len(drawn.splitlines()),
    )


def _says(path: Path) -> str:
    """Returns the first line of what a file says of itself."""
    text = path.read_text("utf-8")
    with contextlib.suppress(SyntaxError):
        if told := ast.get_docstring(ast.parse(text)):
            return told.splitlines()[0]
    first = text.lstrip().splitlines()[0] if text.strip() else ""
    return first.lstrip("# ") if first.startswith("#") else ""


def failures(katas: tuple[str, ...], processes: int) -> Iterator[list[Failure]]:
    """Yields the failures of each program, as they become known.

    Args:
        katas: the names of those to look at, "sctbench" for its programs; all if there are none.
        processes: how many work at a time.
    """
    with ProcessPoolExecutor(processes) as pool:
        asked = [
            pool.submit(of_submission, kata.name, cause, path)
            for kata in Course.home().katas
            if not katas or kata.name in katas
            for cause, path in kata.wrong
        ]
        if not katas or SCTBENCH in katas:
            asked += [pool.submit(of_program, bug) for bug in BUGS]
        for future in as_completed(asked):
            yield future.result()


def judged() -> dict[str, dict[str, str]]:
    """Returns the verdicts by `Failure.key`: "sentence", "verdict", "reason"."""
    found: dict[str, dict[str, str]] = json.loads(JUDGED.read_text("utf-8"))
    return found


@click.command()
@click.argument("katas", nargs=-1)
@click.option("--processes", default=2, help="How many work at a time.")
@click.option("--json", "data", type=click.Path(path_type=Path), help="Write the failures.")
@click.option("--markdown", "text", type=click.Path(path_type=Path), help="Write the summary.")
def main(katas: tuple[str, ...], processes: int, data: Path | None, text: Path | None) -> None:
    """Prints what is said of every failure, a line of JSON each."""
    found: list[dict[str, Any]] = []
    for some in failures(katas, processes):
        for failure in some:
            found.append(asdict(failure) | {"key": failure.key})
            print(json.dumps(found[-1], ensure_ascii=False), flush=True)
    found.sort(key=lambda one: str(one["key"]))
    if data:
        data.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if text:
        text.write_text(markdown(found, judged()), "utf-8")
    print(f"{len(found)} failures", file=sys.stderr)


if __name__ == "__main__":
    main()
