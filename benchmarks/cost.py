"""What a search costs: to certify a counter, per point and execution, as programs grow, in memory.

    python -m benchmarks.cost --json FILE --plot FILE.svg     # the plot: pip install .[benchmarks]
    python -m benchmarks.cost --memory 1000000

All seconds are of whole explorations: the set-up, the search, and the simplest counterexample
for each outcome. The growth is that of the exhaustive search (dpor); where it does not end
within the budget, a figure is marked with ">".
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import platform
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks.engine import PROGRAMS, bare_greenlets, point_seconds, program_of, seconds
from benchmarks.growth import AXES, EXECUTIONS, growth, plot, program_text, searched
from benchmarks.memory import PROGRAM, memory
from grader.engine.explorer import explore

# Threads × operations of the locked counters, and how many executions certify them.
COUNTERS = {"2x2": (2, 2), "2x3": (2, 3), "3x2": (3, 2)}
STRATEGIES = ("dpor", "dfs")
ONE_MILLION = 1_000_000
_MEBIBYTE = 1 << 20


def certify(executions: int) -> dict[str, Any]:
    """Returns what it costs to certify each locked counter, by strategy.

    Args:
        executions: the budget of each search.
    """
    return {
        strategy: {
            name: searched(program_text("locked", threads, operations, 1), strategy, executions)
            for name, (threads, operations) in COUNTERS.items()
        }
        for strategy in STRATEGIES
    }


def unit_costs(executions: int) -> dict[str, Any]:
    """Returns what one scheduling point and one execution cost, in nanoseconds.

    Args:
        executions: how many random executions of each program, and on bare greenlets.
    """
    bare = seconds(lambda: bare_greenlets(executions)) / executions
    each = {
        name: seconds(
            lambda t=text: explore(  # type: ignore[misc]
                program_of(t), strategy="random", executions=executions
            )
        )
        / executions
        for name, text in PROGRAMS.items()
    }
    return {
        "point": round(point_seconds(executions) * 1e9),
        "bare_execution": round(bare * 1e9),
        "executions": {name: round(took * 1e9) for name, took in each.items()},
    }


def measure(executions: int = EXECUTIONS, samples: int = 5000) -> dict[str, Any]:
    """Returns all figures of one run, the memory apart.

    Args:
        executions: the budget of each exhaustive search.
        samples: random executions for the cost of one.
    """
    # What the first exploration of a process loads is nobody's cost.
    searched(program_text("racy", 2, 1, 1), "dpor", 10)
    return {
        "python": platform.python_version(),
        "executions": executions,
        "certify": certify(executions),
        "nanoseconds": unit_costs(samples),
        "growth": growth(executions),
    }


def show(figures: dict[str, Any]) -> list[Table]:
    """Returns the figures as tables."""
    return [
        _certify_table(figures["certify"]),
        _unit_table(figures["nanoseconds"]),
        _growth_table(figures["growth"]),
    ]


def _certify_table(by_strategy: dict[str, Any]) -> Table:
    table = Table("locked counter", title="To certify, set-up included")
    for strategy in by_strategy:
        for word in ("executions", "pruned", "seconds"):
            table.add_column(f"{strategy}: {word}", justify="right")
    for name in COUNTERS:
        table.add_row(name, *(cell for row in by_strategy.values() for cell in _cells(row[name])))
    return table


def _cells(figure: dict[str, Any]) -> tuple[str, str, str]:
    mark = "" if figure["exhaustive"] else ">"
    return (
        f"{mark}{figure['executions']:,}",
        f"{figure['pruned']:,}",
        f"{mark}{figure['seconds']:.4f}",
    )


def _unit_table(nanoseconds: dict[str, Any]) -> Table:
    bare = nanoseconds["bare_execution"]
    table = Table("", title="One of each")
    table.add_column("µs", justify="right")
    table.add_column("× bare execution", justify="right")
    rows = {
        "a scheduling point that switches nothing": nanoseconds["point"],
        "an execution on bare pooled greenlets": bare,
        **{f"an execution of: {name}": took for name, took in nanoseconds["executions"].items()},
    }
    for name, took in rows.items():
        table.add_row(name, f"{took / 1000:,.2f}", f"{took / bare:,.1f}")
    return table


def _growth_table(curves: dict[str, Any]) -> Table:
    table = Table(title="The exhaustive search as a program grows: executions + pruned, seconds")
    table.add_column("what grows")
    table.add_column("to", justify="right")
    kinds = list(next(iter(curves.values())))
    for kind in kinds:
        table.add_column(kind, justify="right")
    for axis, by_kind in curves.items():
        for row, number in enumerate(by_kind["racy"]):
            name = "" if row else f"{axis}, {AXES[axis][0]}"
            figures = [_cells(by_kind[kind][number]) for kind in kinds if kind in by_kind]
            cells = [f"{done} + {pruned}  {took:>9}" for done, pruned, took in figures]
            table.add_row(name, number, *cells)
        table.add_section()
    return table


def measure_memory(executions: int, console: Console) -> dict[str, Any]:
    """Returns the resident memory (bytes) at each tenth of so many executions.

    Args:
        executions: how many.
        console: where the progress is shown.
    """
    with Progress(console=console) as progress:
        task = progress.add_task(PROGRAM, total=executions)
        readings = memory(executions, lambda done, held: progress.update(task, completed=done))
    return {
        "python": platform.python_version(),
        "program": PROGRAM,
        "resident": {str(done): held for done, held in readings},
    }


def _memory_table(figures: dict[str, Any]) -> Table:
    table = Table(title=f"Resident memory: {figures['program']}, random walk")
    table.add_column("executions", justify="right")
    table.add_column("MiB", justify="right")
    for done, held in figures["resident"].items():
        table.add_row(f"{int(done):,}", f"{held / _MEBIBYTE:.1f}")
    return table


def main(arguments: list[str] | None = None) -> int:
    """Runs the benchmark; prints tables and writes what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there")
    parser.add_argument("--plot", metavar="FILE", type=Path, help="draw the growth there")
    parser.add_argument("--executions", type=int, default=EXECUTIONS, metavar="N")
    parser.add_argument("--samples", type=int, default=5000, metavar="N")
    parser.add_argument(
        "--memory", type=int, nargs="?", const=ONE_MILLION, metavar="N",
        help=f"only watch the memory over N executions ({ONE_MILLION:,})",
    )  # fmt: skip
    options = parser.parse_args(arguments)
    given = (options.executions, options.samples, 1 if options.memory is None else options.memory)
    if min(given) < 1:
        parser.error("--executions, --samples and --memory must be at least 1")
    if options.plot is not None and importlib.util.find_spec("matplotlib") is None:
        parser.error("--plot needs matplotlib: pip install 'gil-dojo[benchmarks]'")
    console = Console(width=None if sys.stdout.isatty() else 200)
    if options.memory is not None:
        figures = measure_memory(options.memory, Console(stderr=True))
        console.print(_memory_table(figures))
    else:
        figures = measure(options.executions, options.samples)
        console.print(*show(figures))
        if options.plot is not None:
            plot(figures["growth"], options.plot)
    if options.json is not None:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
