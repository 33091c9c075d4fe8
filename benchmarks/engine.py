"""How many executions a second the engine makes, beside bare pooled greenlets.

    python -m benchmarks.engine --json FILE

Every figure of a program is of seeded random executions, their set-up included. The
floor is what two pooled greenlets do that take and release a lock per increment and have
no scheduling points: no engine on greenlets can be faster, so the ratio to it, from the
same run, says more than either figure.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from greenlet import getcurrent, greenlet

from grader.engine import Program, Source
from grader.engine.options import MAX_STEPS
from grader.engine.program import Runner
from grader.engine.strategy import Forced, RandomWalk

EXECUTIONS = 5000
_COUNTER = """
import threading
from grader.engine.vocabulary import repeat, together
class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()
    def increment(self):
        {increment}
def main():
    counter = Counter()
    {run}
    return counter.value
"""
_BANK = """
import threading
from grader.engine.vocabulary import repeat, together
class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()
def transfer(source, target, amount):
    with source.lock:
        source.balance -= amount
    with target.lock:
        target.balance += amount
def main():
    a, b = Account(10), Account(10)
    {run}
    return a.balance + b.balance
"""
_TOGETHER = "together({0}, {1})"
_THREADS = """threads = [threading.Thread(target={0}), threading.Thread(target={1})]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()"""
_INCREMENTS = {"racy": "self.value += 1", "locked": "with self.lock: self.value += 1"}
_TWICE = ("repeat(counter.increment, 2)",) * 2
_TRANSFERS = ("lambda: transfer(a, b, 1)", "lambda: transfer(b, a, 2)")

PROGRAMS = {
    f"{name}, {start}": text
    for start, run in (("together", _TOGETHER), ("Thread", _THREADS))
    for name, text in (
        (
            "racy counter 2x2",
            _COUNTER.format(increment=_INCREMENTS["racy"], run=run.format(*_TWICE)),
        ),
        (
            "locked counter 2x2",
            _COUNTER.format(increment=_INCREMENTS["locked"], run=run.format(*_TWICE)),
        ),
        ("bank transfer", _BANK.format(run=run.format(*_TRANSFERS))),
    )
}


def measure(executions: int = EXECUTIONS) -> dict[str, Any]:
    """Returns all figures of one run.

    Args:
        executions: how many executions each exploration makes.
    """
    floor = executions / seconds(lambda: bare_greenlets(executions))
    results: dict[str, Any] = {}
    for name, text in PROGRAMS.items():
        program = program_of(text)
        took = seconds(lambda p=program: sample(p, executions))  # type: ignore[misc]
        rate = executions / took
        results[name] = {
            "executions_per_second": round(rate),
            "floor_over_rate": round(floor / rate, 1),
        }
    return {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "machine": platform.machine(),
        "executions": executions,
        "strategy": "random",
        "bare_greenlets_per_second": round(floor),
        "point_nanoseconds": round(point_seconds(executions) * 1e9),
        "programs": results,
    }


def sample(program: Program, executions: int) -> None:
    """Makes so many seeded random executions, set-up included; looks for nothing."""
    with closing(Runner(program, "anywhere", "patient", MAX_STEPS)) as runner:
        made = sum(1 for _ in zip(range(executions), runner.search(RandomWalk(0)), strict=False))
    assert made == executions


def program_of(text: str) -> Program:
    """Returns the program whose one module is `text`, with `main` as its entry."""
    return Program((Source("program", "program.py", text),), ("program", "main"))


def seconds(work: Callable[[], object]) -> float:
    """Returns how long `work()` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def point_seconds(executions: int) -> float:
    """What one scheduling point costs that switches nothing: the slope over their number."""

    def each(points: int) -> float:
        text = (
            "from grader.engine.vocabulary import together\n"
            "class Box:\n    x = 0\n"
            "def main():\n"
            "    box = Box()\n"
            f"    def work():\n        box.x = 1; {'; '.join(['box.x'] * points)}\n"
            "    together(work, work)\n"
        )
        runner = Runner(program_of(text), "anywhere", "patient", 10**9)
        once = Forced([])
        rounds = max(1, executions // 50)

        def run() -> None:
            for _ in range(rounds):
                once.begin()
                runner.run(once)

        run()
        took = min(seconds(run) for _ in range(3)) / rounds
        runner.close()
        return took

    few, many = 10, 210
    return (each(many) - each(few)) / (2 * (many - few))


class _Lock:
    held = False


def bare_greenlets(executions: int) -> None:
    """A locked 2x2 counter on two pooled greenlets that loop and wait for the next body."""
    hub = getcurrent()
    counter = [0]
    lock = _Lock()

    def body() -> None:
        for _ in range(2):
            lock.held = True
            counter[0] += 1
            lock.held = False

    def serve() -> None:
        while True:
            body()
            hub.switch()

    pooled = [greenlet(serve), greenlet(serve)]
    for _ in range(executions):
        counter[0] = 0
        for thread in pooled:
            thread.switch()
        if counter[0] != 4:
            raise AssertionError("the floor lost an increment")


def show(figures: dict[str, Any]) -> str:
    """Returns the figures as a small table."""
    lines = [
        f"{figures['implementation']} {figures['python']}, {figures['executions']:,} executions, "
        f"random strategy, set-up included",
        f"  {'bare pooled greenlets (floor)':34}{figures['bare_greenlets_per_second']:>10,}/s",
    ]
    for name, figure in figures["programs"].items():
        rate, ratio = figure["executions_per_second"], figure["floor_over_rate"]
        lines.append(f"  {name:34}{rate:>10,}/s   floor is {ratio} x")
    return "\n".join([*lines, f"  one scheduling point: {figures['point_nanoseconds']:,} ns"])


def main(arguments: list[str] | None = None) -> int:
    """Runs the benchmark; prints a table and writes the figures as JSON where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engine", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there")
    parser.add_argument("--executions", type=int, default=EXECUTIONS, metavar="N")
    options = parser.parse_args(arguments)
    if options.executions < 1:
        parser.error("--executions must be at least 1")
    figures = measure(options.executions)
    print(show(figures))
    if options.json is not None:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
