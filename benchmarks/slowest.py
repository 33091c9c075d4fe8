"""Measures the worst denial of service: submissions that take as much time as they can.

`python -m benchmarks.slowest [--times N] [--json FILE] [NAME]...`. Each is graded from
start to end, with what the judge spends on it, and then so is an honest one.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import tempfile
import time
from pathlib import Path
from textwrap import dedent

import click

from grader.course.catalogue import Course
from grader.judge import sandbox
from grader.judge.grading import grade

_LOCKED = """
    import threading
    import time

    {before}

    class Counter:
        def __init__(self):
            self._value = 0
            self._lock = threading.Lock()

        def increment(self):
            with self._lock:
                {body}
                self._value += 1

        @property
        def value(self):
            return self._value
"""


def _right_but(body: str, before: str = "") -> tuple[str, str]:
    return "counter", _LOCKED.format(body=body, before=before)


_CREW = """
    import multiprocessing

    def parallel_map(function, items, workers):
        {body}
"""

SUBMISSIONS: dict[str, tuple[str, str]] = {
    "an endless loop in C": _right_but("sum(iter(int, 1))"),
    "a pattern that goes back and forth": _right_but(
        "re.match('(a+)+$', 'a' * 60 + 'b')", "import re"
    ),
    "a slow loop in C in every call": _right_but("sum(range(2_000_000))"),
    "a slower one": _right_but("sum(range(8_000_000))"),
    "a slow import": _right_but("pass", "sum(range(1_000_000))"),
    "a large sort": _right_but("sorted(range(300_000), key=lambda n: -n % 7)"),
    "900 MiB in every call": _right_but("bytearray(900 << 20)"),
    "an error of 200 MB": _right_but("raise ValueError('x' * 200_000_000)"),
    "a flood of output": _right_but("print('x' * 1_000_000)"),
    "an endless flood": _right_but("while True: print('x' * 1_000_000)"),
    "threads without end": _right_but(
        "while True: threading.Thread(target=time.sleep, args=(1000,)).start()"
    ),
    "counts for ever": _right_but("while True: self._value += 1"),
    "a list that holds itself twice": _right_but("self._value = v = []; v += [v, v]; return"),
    "waits for ever, for real": (
        "parallel_map",
        _CREW.format(body="multiprocessing.Event().wait()"),
    ),
    "works for ever, for real": (
        "parallel_map",
        _CREW.format(body="multiprocessing.Pool(workers).map(sum, [iter(int, 1)] * workers)"),
    ),
    "slow but right, for real": (
        "parallel_map",
        _CREW.format(
            body="sum(range(800_000_000))\n"
            "        with multiprocessing.Pool(workers) as pool:\n"
            "            return pool.map(function, items)"
        ),
    ),
}


def seconds(kata: str, text: str) -> tuple[float, float, str]:
    """Returns the seconds that a grade takes, those of work among them, and its verdict."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{kata}.py")
        path.write_text(dedent(text), "utf-8")
        task = Course.home().kata(kata).task()
        before, began = _work(), time.perf_counter()
        verdict = grade(task, path).verdict
        lasted = time.perf_counter() - began
        sandbox.end_zygote()  # with it is counted what its processes did
        return lasted, _work() - before, verdict


def _work() -> float:
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in usage)


@click.command()
@click.argument("names", nargs=-1)
@click.option("--times", default=1, help="How often each is graded.")
@click.option("--json", "file", type=click.Path(path_type=Path), help="Write the figures.")
def main(names: tuple[str, ...], times: int, file: Path | None) -> None:
    """Prints the seconds that a grade of each takes, and of work, in the middle."""
    figures = []
    for name in names or SUBMISSIONS:
        found = [seconds(*SUBMISSIONS[name]) for _ in range(times)]
        figure = {
            "submission": name,
            "seconds": round(statistics.median(one[0] for one in found), 1),
            "of work": round(statistics.median(one[1] for one in found), 1),
            "verdicts": sorted({one[2] for one in found}),
            "load": round(os.getloadavg()[0], 1),
        }
        figures.append(figure)
        print(json.dumps(figure), flush=True)
    if file:
        file.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
