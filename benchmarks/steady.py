"""Grades the same submissions again and again, on a busy machine or while things are killed.

`python -m benchmarks.steady [--rounds N] [--busy] [--kill] [--seed N] [--json FILE]`. Every grade
must have the same bytes each time.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from grader.course.catalogue import Course
from grader.judge import sandbox, worker
from grader.judge.grading import grade
from grader.judge.process import ProcessEndedError, WorkerProcess

KATA = "counter"
ATTACKS = Path(__file__).parent.parent / "tests" / "attacks"
SUBMISSIONS = {
    "right": ("counter.py", "also/condition.py"),
    "wrong": (
        *("deadlock/keeps_the_lock_at_zero.py", "deadlock/locks_twice.py"),
        *("race/check_outside_the_lock.py", "race/lock_on_the_write_only.py"),
    ),
    "mean": (
        *("source_tricks/syntax_error.py", "source_tricks/no_counter.py"),
        *("ending_the_process/kill_itself.py", "computed_names/exec_later.py"),
        *("bombs/recursion.py", "hanging/deadlock.py", "hanging/endless_python.py"),
        *("equal_to_all/bool.py", "equal_to_all/equal_object.py", "equal_to_all/metaclass.py"),
        *("equal_to_all/text.py", "cheating/constant.py", "forging/control_characters.py"),
        "patching/thread_start.py",
    ),
}
"""Twenty: of every verdict and cause but `limit`, whose grades take minutes."""

_here: list[Watched] = []


def kill_zygote() -> None:
    spawner = sandbox._spawner
    if spawner is not None:
        with suppress(ProcessLookupError):
            os.kill(spawner.pid, signal.SIGKILL)


def kill_child() -> None:
    for process in _here[-1:]:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)


def cut_channel() -> None:
    for process in _here[-1:]:
        process.cut = True


class Watched(WorkerProcess):
    """A worker's process that can be found from another thread, and whose channel can be cut."""

    cut = False

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        _here.append(self)

    def exchange(self, message: dict[str, Any] | None, seconds: float | None) -> dict[str, Any]:
        answer = super().exchange(message, seconds)
        if self.cut:  # what was on its way is lost
            raise ProcessEndedError
        return answer

    def end(self, seconds: float = 0) -> int:
        if self in _here:
            _here.remove(self)
        return super().end(seconds)


def grades(paths: list[Path], moments: list[float], kill: random.Random | None) -> list[str]:
    """Grades each submission.

    Args:
        paths: the submissions.
        moments: for each, the seconds that it takes, filled in where there are none.
        kill: chooses what is killed during each grading, and when; None for nothing.

    Returns:
        Each grade, as the text of its JSON.
    """
    task = Course.home().kata(KATA).task()
    found = []
    for number, path in enumerate(paths):
        killer = None
        if kill is not None:
            way = kill.choice([kill_zygote, kill_child, cut_channel])
            killer = threading.Timer(kill.random() * moments[number], way)
            killer.start()
        began = time.perf_counter()
        found.append(json.dumps(grade(task, path, seed=0).to_json(), sort_keys=True))
        if len(moments) <= number:
            moments.append(time.perf_counter() - began)
        if killer is not None:
            killer.cancel()
            killer.join()
    return found


@contextmanager
def burning(cores: int) -> Iterator[None]:
    """Keeps so many cores busy while the block runs."""
    burners = [multiprocessing.Process(target=_burn, daemon=True) for _ in range(cores)]
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.join()


def _burn() -> None:
    while True:
        sum(range(10_000))


def submissions() -> list[Path]:
    """The files of `SUBMISSIONS`."""
    kata = Course.home().kata(KATA)
    assert kata.reference is not None
    solutions = kata.reference.parent
    folders = {"right": solutions, "wrong": solutions / "wrong", "mean": ATTACKS}
    return [folders[kind] / name for kind, names in SUBMISSIONS.items() for name in names]


def _difference(before: str, after: str) -> str:
    pairs = zip(before, after, strict=False)
    at = next((n for n, (one, other) in enumerate(pairs) if one != other), 0)
    return "\n".join(f"  {text[max(at - 60, 0) : at + 100]}" for text in (before, after))


@click.command()
@click.option("--rounds", default=10, help="How often all are graded.")
@click.option("--busy", is_flag=True, help="Keep all cores busy in every second round.")
@click.option("--kill", is_flag=True, help="Kill the zygote, a child or the channel meanwhile.")
@click.option("--seed", default=0, help="For what is killed, and when.")
@click.option("--json", "file", type=click.Path(path_type=Path), help="Write the figures.")
def main(rounds: int, busy: bool, kill: bool, seed: int, file: Path | None) -> None:
    """Grades 20 submissions of one kata again and again; ends with 1 if a grade differs."""
    worker.WorkerProcess = Watched  # type: ignore[assignment,attr-defined]
    paths = submissions()
    moments: list[float] = []
    first = grades(paths, moments, None)
    different = 0
    verdicts = Counter(json.loads(text)["verdict"] for text in first)
    digest = hashlib.sha256("\n".join(first).encode()).hexdigest()
    print(f"the first {len(first)}: {dict(verdicts)}, {digest}", file=sys.stderr)
    began = time.perf_counter()
    for number in range(rounds):
        with burning((os.cpu_count() or 1) if busy and number % 2 else 0):
            again = grades(paths, moments, random.Random(seed + number) if kill else None)
        for path, text, before in zip(paths, again, first, strict=True):
            if text != before:
                different += 1
                print(f"round {number}: {path.name}\n{_difference(before, text)}")
        print(f"{number + 1} of {rounds}, {different} different", file=sys.stderr)
    figures = {
        "gradings": rounds * len(paths),
        "different": different,
        "verdicts": dict(verdicts),
        "digest": digest,
        "seconds": round(time.perf_counter() - began, 1),
    }
    print(json.dumps(figures, indent=2))
    if file:
        file.write_text(json.dumps(figures) + "\n", "utf-8")
    sys.exit(bool(different))


if __name__ == "__main__":
    main()
