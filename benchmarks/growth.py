"""How the exhaustive search grows with threads, operations and shared locations."""

from __future__ import annotations

import importlib
import time
from pathlib import Path
from typing import Any

from benchmarks.engine import program_of
from grader.engine.explorer import explore

EXECUTIONS = 20_000
KINDS = ("racy", "locked", "disjoint")
# What varies, and what stays the same meanwhile; at most 4 threads, 3 operations, 4 locations.
AXES: dict[str, tuple[str, list[tuple[int, int, int]]]] = {
    "threads": ("1 operation each", [(n, 1, 1) for n in (2, 3, 4)]),
    "operations": ("2 threads", [(2, n, 1) for n in (1, 2, 3)]),
    "locations": ("4 threads, 1 operation each", [(4, 1, n) for n in (1, 2, 3, 4)]),
}
_POSITION = {"threads": 0, "operations": 1, "locations": 2}
_CELL = """
import threading
from grader.engine.vocabulary import together
class Cell:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()
    def racy(self):
        self.value += 1
    def locked(self):
        with self.lock:
            self.value += 1
"""


def program_text(kind: str, threads: int, operations: int, locations: int) -> str:
    """Returns a program whose threads increment shared locations.

    Args:
        kind: "racy", "locked" (each location has a lock) or "disjoint" (racy, and each
            thread has a location of its own).
        threads: how many.
        operations: increments of each thread.
        locations: how many they share; a thread begins at its own and goes round.
    """
    method = "locked" if kind == "locked" else "racy"
    count = threads if kind == "disjoint" else locations
    lines = [f"    cell{number} = Cell()" for number in range(count)]
    for thread in range(threads):
        lines.append(f"    def thread{thread}():")
        for turn in range(operations):
            cell = thread if kind == "disjoint" else (thread + turn) % locations
            lines.append(f"        cell{cell}.{method}()")
    lines.append(f"    together({', '.join(f'thread{n}' for n in range(threads))})")
    lines.append(f"    return {' + '.join(f'cell{n}.value' for n in range(count))}")
    return f"{_CELL}def main():\n" + "\n".join(lines) + "\n"


def searched(text: str, strategy: str, executions: int) -> dict[str, Any]:
    """Returns what one exploration of a program costs, its set-up included.

    Args:
        text: the program; its `main` runs.
        strategy: "dpor" or "dfs".
        executions: the budget.
    """
    started = time.perf_counter()
    found = explore(program_of(text), strategy=strategy, executions=executions)
    return {
        "executions": found.executions,
        "pruned": found.pruned,
        "seconds": round(time.perf_counter() - started, 5),
        "exhaustive": found.exhaustive,
    }


def growth(executions: int = EXECUTIONS) -> dict[str, Any]:
    """Returns executions, pruned and seconds of the reduced search, by axis and kind.

    Args:
        executions: the budget of each search.
    """
    curves: dict[str, Any] = {}
    for axis, (_, points) in AXES.items():
        curves[axis] = {}
        for kind in KINDS:
            if (axis, kind) == ("locations", "disjoint"):
                continue
            curves[axis][kind] = {
                str(point[_POSITION[axis]]): searched(
                    program_text(kind, *point), "dpor", executions
                )
                for point in points
            }
    return curves


def plot(curves: dict[str, Any], path: Path) -> None:
    """Draws the curves, on logarithmic scales, into a file of the kind its name says.

    Raises:
        ModuleNotFoundError: matplotlib is not installed.
    """
    importlib.import_module("matplotlib").use("Agg")
    pyplot: Any = importlib.import_module("matplotlib.pyplot")
    figure, rows = pyplot.subplots(2, len(curves), figsize=(12, 7), sharey="row", squeeze=False)
    for column, (axis, kinds) in enumerate(curves.items()):
        above, below = rows[0][column], rows[1][column]
        for number, (kind, points) in enumerate(kinds.items()):
            across = [int(n) for n in points]
            colour = f"C{number}"
            runs = [point["executions"] for point in points.values()]
            both = [point["executions"] + point["pruned"] for point in points.values()]
            took = [point["seconds"] for point in points.values()]
            above.plot(across, runs, "o-", color=colour, label=kind)
            above.plot(across, both, ".--", color=colour, label=f"{kind}, with pruned")
            below.plot(across, took, "o-", color=colour, label=kind)
        above.set_title(f"{axis} ({AXES[axis][0]})")
        below.set_xlabel(axis)
        for chart in (above, below):
            chart.set_yscale("log")
            chart.set_xticks(across)
            chart.grid(visible=True, which="major", alpha=0.3)
    rows[0][0].set_ylabel("executions")
    rows[1][0].set_ylabel("seconds")
    rows[0][0].legend(fontsize="small")
    figure.tight_layout()
    figure.savefig(path)
    pyplot.close(figure)
