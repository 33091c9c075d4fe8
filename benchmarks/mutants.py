"""Mutants of every reference that nobody wrote by hand: which ones do the suites kill?

    python -m benchmarks.mutants [KATA …] --json FILE

Each mistake that `mutations` can make in a reference is graded with both suites. What passes
has survived; it must be explained in benchmarks/mutants_explained.json, by kata and mutant: why
it is no mistake at all, or which case is missing; the latter begins with "Open:". The command ends
with 1 if a survivor has no explanation, or if an explanation is of no survivor.

Results are written as they come, kata by kata; those of other katas stay in FILE.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.mutations import mutants
from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.engine.errors import DojoError
from grader.judge.grading import grade
from grader.judge.verdict import PropertyResult

ROOT = Path(__file__).parents[1]
EXPLAINED = Path(__file__).with_name("mutants_explained.json")
JOBS = 2

KILLED, SURVIVED, REFUSED = "killed", "survived", "refused"


@dataclass(frozen=True)
class Job:
    """One mutant to grade."""

    kata: str
    name: str
    line: int
    source: str


class _KilledError(Exception):
    """One property is enough."""


def jobs_of(kata: Kata) -> list[Job]:
    """Returns the mutants of a kata's reference."""
    if kata.reference is None:
        return []
    found = mutants(kata.reference.read_text("utf-8"))
    return [Job(kata.name, mutant.name, mutant.line, mutant.source) for mutant in found]


def judge(job: Job) -> dict[str, Any]:
    """Grades a mutant up to the first property that it breaks."""
    results: list[PropertyResult] = []

    def look(result: PropertyResult) -> None:
        results.append(result)
        if result.verdict != "pass":
            raise _KilledError

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{job.kata}.py"
        path.write_text(job.source, "utf-8")
        try:
            grade(Course.at(ROOT).kata(job.kata).task(), path, on_property=look)
        except _KilledError:
            pass
        except DojoError as error:
            return _row(job, REFUSED, str(error))
    last = results[-1]
    if last.verdict == "pass":
        return _row(job, SURVIVED, "")
    if last.verdict in ("rejected", "infra"):
        return _row(job, REFUSED, last.message)
    return _row(job, KILLED, f"{last.name} ({last.cause or last.verdict})")


def _row(job: Job, fate: str, by: str) -> dict[str, Any]:
    return {"mutant": job.name, "line": job.line, "fate": fate, "by": by}


def run(katas: Sequence[Kata]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yields the fate of each kata's mutants, as soon as it is known."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(JOBS) as pool:
        begun = [(kata.name, pool.map_async(judge, jobs_of(kata), chunksize=1)) for kata in katas]
        for name, rows in begun:
            yield name, rows.get()


def complaints(
    katas: dict[str, list[dict[str, Any]]], explained: dict[str, dict[str, str]]
) -> list[str]:
    """Returns a sentence on each survivor that is not explained, and the other way round."""
    found = []
    for kata, rows in katas.items():
        reasons = explained.get(kata, {})
        survivors = {row["mutant"]: row["line"] for row in rows if row["fate"] == SURVIVED}
        found += [
            f"{kata}, line {line}: nothing kills {name}"
            for name, line in survivors.items()
            if name not in reasons
        ]
        found += [
            f"{kata}: explained, yet no survivor: {name}"
            for name in reasons
            if name not in survivors
        ]
        found += [f"{kata}: {row['mutant']}: {row['by']}" for row in rows if row["fate"] == REFUSED]
    return found


def summary(katas: dict[str, list[dict[str, Any]]]) -> str:
    """Returns one sentence on the share of mutants that were killed."""
    fates = [row["fate"] for rows in katas.values() for row in rows]
    killed, survived = fates.count(KILLED), fates.count(SURVIVED)
    share = 100 * killed / max(killed + survived, 1)
    return f"{killed} of {killed + survived} mutants of {len(katas)} katas killed ({share:.1f} %)"


def still_open(
    katas: dict[str, list[dict[str, Any]]], explained: dict[str, dict[str, str]]
) -> list[str]:
    """Returns a sentence on each survivor for which a case is missing."""
    return [
        f"{kata}: {row['mutant']}: {reason}"
        for kata, rows in katas.items()
        for row in rows
        if (reason := explained.get(kata, {}).get(row["mutant"], "")).startswith("Open:")
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.mutants", description=__doc__)
    parser.add_argument("katas", metavar="KATA", nargs="*")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the results here")
    options = parser.parse_args(arguments)
    course = Course.at(ROOT)
    katas = [course.kata(name) for name in options.katas] or list(course.katas)
    kept: dict[str, list[dict[str, Any]]] = {}
    if options.json and options.json.is_file():
        kept = json.loads(options.json.read_text("utf-8"))["katas"]
    results: dict[str, list[dict[str, Any]]] = {}
    for name, rows in run(katas):
        results[name] = kept[name] = rows
        killed = sum(row["fate"] == KILLED for row in rows)
        print(f"{name}: {killed} of {len(rows)} killed", flush=True)
        if options.json:
            order = {kata.name: kept[kata.name] for kata in course.katas if kata.name in kept}
            data = {"summary": summary(order), "katas": order}
            text = json.dumps(data, indent=1, ensure_ascii=False)
            options.json.write_text(text + "\n", "utf-8")
    explained = json.loads(EXPLAINED.read_text("utf-8"))
    told = complaints(results, explained)
    for sentence in [*still_open(results, explained), *told]:
        print(sentence)
    print(summary(results))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
