"""How many executions each strategy needs to the first bug of the SCTBench CS programs.

    python -m benchmarks.bugs --json FILE

The programs are those of tests/engine/corpus/sctbench. Each strategy that draws lots is
run with twenty seeds; a figure is the median, and counts an execution that was cut short
because it could show nothing new like any other. Where some seeds miss the bug within
the budget, the table says how many find it. Strategies that draw no lots run once.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from grader.engine import Program, file_program
from grader.engine.explorer import STEPS_EACH as STEPS_EACH
from grader.engine.options import EXECUTIONS, MAX_STEPS, Options
from grader.engine.program import Runner
from grader.engine.strategy import STRATEGIES, DelayBounded, DepthFirst, Reduced, Strategy

CORPUS = Path(__file__).parents[1] / "tests" / "engine" / "corpus" / "sctbench"
SEEDS = 20
NAMES = ("auto", *STRATEGIES)
_WITHOUT_LOTS = (Reduced, DepthFirst, DelayBounded)


@dataclass(frozen=True, slots=True)
class Bug:
    """A program of the corpus.

    `maple` is what SCTBench publishes of the idiom-driven MapleAlg: whether it found the
    bug, and how many executions it made.
    """

    name: str
    file: str
    maple: tuple[bool, int]

    def program(self) -> Program:
        return file_program(CORPUS / f"{self.file}.py", self.name)


# The figures of MapleAlg: benchmarks/mapleRes.txt in github.com/mc-imperial/sctbench.
BUGS = (
    Bug("account", "account", (True, 20)),
    Bug("arithmetic_prog", "arithmetic_prog", (True, 1)),
    Bug("bluetooth_driver", "bluetooth_driver", (False, 11)),
    Bug("carter01", "carter01", (True, 6)),
    Bug("circular_buffer", "circular_buffer", (False, 17)),
    Bug("deadlock01", "deadlock01", (False, 7)),
    *(Bug(f"din_phil{number}", "din_phil", (True, 1)) for number in range(2, 8)),
    Bug("lazy01", "lazy01", (True, 1)),
    Bug("phase01", "phase01", (True, 1)),
    Bug("queue_bad", "queue_bad", (True, 2)),
    Bug("reorder_3", "reorder", (False, 10)),
    *(Bug(f"reorder_{number}", "reorder", (False, 11)) for number in (4, 5, 10, 20)),
    Bug("stack_bad", "stack_bad", (False, 10)),
    Bug("sync01", "sync01", (True, 1)),
    Bug("sync02", "sync02", (True, 1)),
    Bug("token_ring", "token_ring", (True, 5)),
    Bug("twostage", "twostage", (True, 8)),
    Bug("twostage_100", "twostage", (False, 11)),
    Bug("wronglock", "wronglock", (True, 6)),
    Bug("wronglock_3", "wronglock", (True, 6)),
)

FINDINGS = (
    "Published, on all of SCTBench: bounding delays finds more than bounding preemptions, and that "
    "more than plain depth-first search; most bugs need a bound of 1 or 2 (PPoPP 2014, TOPC 2016).",
    "PCT with d = 3 misses one of 49 and finds all that the others find, and three more; a random "
    "walk finds two fewer than bounding delays (TOPC 2016).",
    "SURW finds more, and sooner, than a random walk, POS and PCT (ASPLOS 2025).",
)


class Hunt:
    """Looks for the first bug of one program, seed after seed.

    A search that draws no lots is run once and its answer kept.

    Args:
        program: what to run.
        executions: how many executions at most each search makes.
    """

    def __init__(self, program: Program, executions: int = EXECUTIONS) -> None:
        self._runner = Runner(program, "anywhere", "patient", MAX_STEPS)
        self._executions = executions
        self._kept: dict[tuple[type, int], tuple[bool, int, int]] = {}

    def first_bug(self, strategy: str, seed: int) -> int | None:
        """Returns the number of the first execution that did not end well, counted from 1.

        Returns:
            None if the budget, that of `explore`, shows none.
        """
        options = Options(
            "anywhere", "patient", strategy, self._executions, seed, None, None, MAX_STEPS
        )
        done = steps_left = 0
        for search, share in options.phases():
            steps_left += share * STEPS_EACH
            if steps_left <= 0:
                continue
            found, executions, steps = self._search(search, share, steps_left)
            done += executions
            steps_left -= steps
            if found:
                return done
            if search.exhausted:
                break
        return None

    def _search(self, search: Strategy, share: int, most_steps: int) -> tuple[bool, int, int]:
        """Returns whether there was a bug, after how many executions and how many steps."""
        key = (type(search), share)
        if key in self._kept:
            return self._kept[key]
        scheduler = self._runner.scheduler
        executions = steps = 0
        found = False
        for result in self._runner.search(search):
            executions += 1
            steps += scheduler.steps + scheduler.calls
            well = result.kind == "returned" and not scheduler.unhandled
            found = scheduler.ending != "pruned" and not well
            if found or executions == share or steps >= most_steps:
                break
        if isinstance(search, _WITHOUT_LOTS):
            self._kept[key] = (found, executions, steps)
        return found, executions, steps

    def close(self) -> None:
        self._runner.close()


def draws_lots(strategy: str) -> bool:
    """Tells whether another seed makes another search of it."""
    return strategy == "auto" or not isinstance(STRATEGIES[strategy](0), _WITHOUT_LOTS)


def measure(
    bugs: tuple[Bug, ...] = BUGS,
    strategies: tuple[str, ...] = NAMES,
    executions: int = EXECUTIONS,
    seeds: int = SEEDS,
) -> dict[str, Any]:
    """Returns all figures of one run.

    Args:
        bugs: the programs.
        strategies: their names.
        executions: the budget of each search.
        seeds: how many, from 0 on.
    """
    started = time.perf_counter()
    programs: dict[str, Any] = {}
    for bug in bugs:
        with closing(Hunt(bug.program(), executions)) as hunt:
            figures = {
                name: [hunt.first_bug(name, seed) for seed in range(seeds if lots else 1)]
                for name, lots in ((name, draws_lots(name)) for name in strategies)
            }
        found, after = bug.maple
        programs[bug.name] = {
            "strategies": {name: _summary(numbers) for name, numbers in figures.items()},
            "maple": {"found": found, "executions": after},
        }
    return {
        "python": platform.python_version(),
        "executions": executions,
        "seeds": seeds,
        "seconds": round(time.perf_counter() - started, 1),
        "findings": FINDINGS,
        "programs": programs,
    }


def _summary(numbers: list[int | None]) -> dict[str, Any]:
    """The median counts a miss as later than any find; None if half of them or more missed."""
    found = sorted(number for number in numbers if number is not None)
    median = statistics.median_high([*found, *[sys.maxsize] * (len(numbers) - len(found))])
    return {
        "found": len(found),
        "of": len(numbers),
        "median": None if median == sys.maxsize else median,
        "most": found[-1] if found else None,
    }


def show(figures: dict[str, Any]) -> Table:
    """Returns the figures as a table."""
    strategies = list(next(iter(figures["programs"].values()))["strategies"])
    table = Table(
        title=f"Executions to the first bug: median of {figures['seeds']} seeds, "
        f"at most {figures['executions']:,} each",
        caption="\n".join(figures["findings"]),
        caption_justify="left",
    )
    table.add_column("SCTBench CS")
    for name in (*strategies, "MapleAlg, published"):
        table.add_column(name, justify="right")
    for name, row in figures["programs"].items():
        maple = row["maple"]
        published = (
            f"{maple['executions']}" if maple["found"] else f"missed in {maple['executions']}"
        )
        table.add_row(name, *(_cell(row["strategies"][s]) for s in strategies), published)
    return table


def _cell(summary: dict[str, Any]) -> str:
    median = "–" if summary["median"] is None else f"{summary['median']:,}"
    if summary["found"] in (0, summary["of"]):
        return median
    return f"{median} ({summary['found']} of {summary['of']})"


def main(arguments: list[str] | None = None) -> int:
    """Runs the benchmark; prints a table and writes the figures as JSON where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bugs", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there")
    parser.add_argument("--executions", type=int, default=EXECUTIONS, metavar="N")
    parser.add_argument("--seeds", type=int, default=SEEDS, metavar="N")
    parser.add_argument("--program", action="append", choices=[bug.name for bug in BUGS])
    parser.add_argument("--strategy", action="append", choices=NAMES)
    options = parser.parse_args(arguments)
    if options.executions < 1 or options.seeds < 1:
        parser.error("--executions and --seeds must be at least 1")
    bugs = tuple(bug for bug in BUGS if bug.name in (options.program or [bug.name]))
    strategies = tuple(options.strategy or NAMES)
    figures = measure(bugs, strategies, options.executions, options.seeds)
    Console(width=None if sys.stdout.isatty() else 200).print(show(figures))
    if options.json is not None:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
