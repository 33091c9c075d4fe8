"""What the simulated library costs: executions per second, and where the time goes.

`python -m benchmarks.world [--executions N] [--json FILE]`. Random walks over small programs, each
with one part of the library in play; beside each, the share of the time by place.
"""

from __future__ import annotations

import cProfile
import json
import pstats
import time
from collections import Counter
from contextlib import closing
from itertools import islice
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.engine import program_of
from grader.engine.options import MAX_STEPS
from grader.engine.program import Runner
from grader.engine.strategy import RandomWalk

_HEAD = "import threading, queue\nfrom concurrent.futures import ThreadPoolExecutor\n"
PROGRAMS = {
    "two threads, Lock": """
def main():
    lock, box = threading.Lock(), [0]
    def add():
        with lock:
            box[0] += 1
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    return box[0]
""",
    "two threads, Condition": """
def main():
    ready, box = threading.Condition(), []
    def give():
        with ready:
            box.append(1)
            ready.notify()
    thread = threading.Thread(target=give)
    thread.start()
    with ready:
        while not box:
            ready.wait()
    thread.join()
    return box
""",
    "two threads, Queue": """
def main():
    items = queue.Queue()
    thread = threading.Thread(target=lambda: [items.put(n) for n in range(2)])
    thread.start()
    got = [items.get(), items.get()]
    thread.join()
    return got
""",
    "executor of two": """
def main():
    with ThreadPoolExecutor(2) as pool:
        return [future.result() for future in [pool.submit(abs, -1), pool.submit(abs, -2)]]
""",
}


def measured(text: str, executions: int) -> tuple[float, dict[str, float]]:
    """Returns executions per second, and the share of each place in the time of a second run."""
    program = program_of(_HEAD + text)
    with closing(Runner(program, "anywhere", "patient", MAX_STEPS)) as runner:
        sum(1 for _ in islice(runner.search(RandomWalk(0)), executions // 10))
        began = time.perf_counter()
        sum(1 for _ in islice(runner.search(RandomWalk(1)), executions))
        rate = executions / (time.perf_counter() - began)
        profile = cProfile.Profile()
        profile.runcall(lambda: sum(1 for _ in islice(runner.search(RandomWalk(2)), executions)))
    return rate, _places(pstats.Stats(profile))


def _places(stats: pstats.Stats) -> dict[str, float]:
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
        path = Path(file)
        inside = "grader" in path.parts
        spent["/".join(path.parts[-2:]) if inside else path.name.strip("~<>") or "C"] += own
    total = sum(spent.values())
    return {place: round(own / total, 3) for place, own in spent.most_common(4)}


@click.command()
@click.option("--executions", default=3000)
@click.option("--json", "file", type=click.Path(path_type=Path), help="Write the figures.")
def main(executions: int, file: Path | None) -> None:
    """Measures each program once."""
    figures = {name: measured(text, executions) for name, text in PROGRAMS.items()}
    table = Table("program", "executions a second", "where the time goes")
    for name, (rate, places) in figures.items():
        table.add_row(name, f"{rate:,.0f}", ", ".join(f"{p} {s:.0%}" for p, s in places.items()))
    Console().print(table)
    if file:
        file.write_text(json.dumps(figures) + "\n", "utf-8")


if __name__ == "__main__":
    main()
