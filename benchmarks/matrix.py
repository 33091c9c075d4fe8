"""Is the kill matrix one and the same, whatever the seed, the hash seed and the Python?

    python -m benchmarks.matrix [KATA]... --seeds 10 --whole 3 --json FILE

Judges every submission of the course under one seed after the other, each in processes with another
hash seed of three, and compares: the cells under the first seed with the kept matrix, all others
with them. Under the first three seeds (`--whole`) everything is judged. After that only what is
sampled can still change, so a property whose searches all were exhaustive is left out.

It is quicker than `dojo course check`: evidence of cheating isn't gathered and failures aren't
drawn, which are for learners and change no cell. Ends with 1 if a cell differs.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import click

from grader.course import kill_matrix, proof
from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.engine.outcome import ORDER
from grader.judge import grading
from grader.judge.allowance import Allowance
from grader.judge.diagnosis import Diagnosis, diagnose
from grader.judge.explore import Look, Session
from grader.judge.gate.reading import Submission
from grader.judge.trials import Trial, Trials
from grader.judge.verdict import PropertyResult
from grader.judge.worker import Worker

HASH_SEEDS = 3
JOBS = 2

Cells = dict[str, str]
"""By property: "pass", or the cause for which a submission fails it."""


@dataclass(frozen=True)
class Task:
    """One submission to judge; `properties` are the names of those that are asked, all if empty."""

    root: Path
    kata: str
    role: str
    path: Path
    seed: int
    properties: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.kata} {self.path.relative_to(self.root).as_posix()}"


class _Quick(grading.Examiner):
    """Finds verdict and cause, and no more."""

    sampled = False

    def _run(self, trial: Trial, switching: str | None = None) -> tuple[Session, Exception | None]:
        session, failure = super()._run(trial, switching)
        self.sampled |= any(
            not look.exploration.exhaustive and look.exploration.strategy != ORDER
            for look in session.looks
            if not look.real
        )
        return session, failure

    def _doubt(self, looks: Iterable[Look]) -> Diagnosis | None:
        return None

    def _failure(
        self, promised: Any, trial: Trial, session: Session, error: Exception
    ) -> PropertyResult:
        line = trial.suite.line_of(error)
        visible = not trial.hidden
        found = diagnose(error, session.looks, self._submission, line, visible)
        return grading.unpassed(promised, found)


def judge(task: Task) -> tuple[Cells, list[str]]:
    """Returns the cells of a submission, and which of them rest on a sample."""
    suites = proof.suites_for(Course.at(task.root).kata(task.kata).task(), task.role)
    asked = [p for p in suites.properties if not task.properties or p.name in task.properties]
    submission = grading.accepted(suites, task.path)
    if not isinstance(submission, Submission):
        return {promised.name: submission.verdict for promised in asked}, []
    cells, sampled = {}, []
    with Worker(allowance=Allowance()) as worker:
        worker.start()
        quick = _Quick(suites, task.path, submission, worker, Trials(suites), task.seed)
        for promised in asked:
            quick.sampled = False
            result = quick.examine(promised, 0)
            cells[promised.name] = result.cause or result.verdict
            if quick.sampled:
                sampled.append(promised.name)
    return cells, sampled


def judge_all(tasks: list[Task], hash_seed: int) -> Iterator[tuple[Task, Cells, list[str]]]:
    """Judges a few submissions at a time, in new processes with a hash seed."""
    with patch.dict(os.environ, PYTHONHASHSEED=str(hash_seed)):
        judges = multiprocessing.get_context("spawn").Pool(JOBS)
    with judges:
        for task, (cells, sampled) in zip(tasks, judges.imap(judge, tasks), strict=True):
            yield task, cells, sampled


def kept(course: Course, katas: Iterable[Kata]) -> dict[str, Cells]:
    """Returns the failing cells of the kept matrix, by submission."""
    stored = kill_matrix.stored(course)
    return {
        f"{kata.name} {one['file']}": one["killers"]
        for kata in katas
        if kata.name in stored
        for one in stored[kata.name]["submissions"]
    }


@click.command()
@click.argument("names", metavar="[KATA]...", nargs=-1)
@click.option("--seeds", default=10, help="How many.")
@click.option("--first", default=0, help="The first of them.")
@click.option("--whole", default=HASH_SEEDS, help="Under how many of them all is judged.")
@click.option("--json", "file", type=click.Path(path_type=Path), help="Write what is found.")
def main(names: tuple[str, ...], seeds: int, first: int, whole: int, file: Path | None) -> None:
    """Prints each cell that is not always the same."""
    course = Course.home()
    katas = [course.kata(name) for name in names] or list(course.katas)
    tasks = [
        Task(course.root, kata.name, role, path, first)
        for kata in katas
        for role, path, _ in proof.submissions_of(kata)
    ]
    known: dict[str, Cells] = {}
    sampled: dict[str, tuple[str, ...]] = {}
    found: dict[str, Any] = {
        "python": platform.python_version(),
        "katas": len(katas),
        "submissions": len(tasks),
        "seeds": [],
        "differs": [],
    }
    for number, seed in enumerate(range(first, first + seeds)):
        asked = [replace(task, seed=seed) for task in tasks]
        if number >= whole:
            asked = [
                replace(task, properties=sampled[task.name])
                for task in asked
                if sampled.get(task.name)
            ]
        for task, cells, drawn in judge_all(asked, number % HASH_SEEDS):
            if task.name not in known:
                known[task.name], sampled[task.name] = cells, tuple(drawn)
            for name, cell in cells.items():
                if cell != known[task.name][name]:
                    where = {"submission": task.name, "property": name, "seed": seed}
                    found["differs"].append(where | {"is": cell, "was": known[task.name][name]})
                    print(json.dumps(found["differs"][-1]), flush=True)
        if not number:
            for name, killers in kept(course, katas).items():
                today = {p: cell for p, cell in known.get(name, {}).items() if cell != "pass"}
                if today != killers:
                    found["differs"].append({"submission": name, "is": today, "was": killers})
                    print(json.dumps(found["differs"][-1]), flush=True)
            found["cells"] = sum(map(len, known.values()))
            found["sampled cells"] = sum(map(len, sampled.values()))
        found["seeds"].append(seed)
        done = f"{found['python']}, seed {seed}, hash seed {number % HASH_SEEDS}"
        print(f"{done}: {len(asked)} submissions, {len(found['differs'])} cells differ", flush=True)
        if file:
            file.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    sys.exit(bool(found["differs"]))


if __name__ == "__main__":
    main()
