"""The benchmark runs and writes what it says; its seconds are nobody's assertion."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "benchmarks.cost"]
DRAWS = find_spec("matplotlib") is not None


def run(tmp_path: Path, *arguments: str) -> tuple[dict[str, Any], str]:
    """The figures written and the tables printed."""
    target = tmp_path / "cost.json"
    command = [*COMMAND, "--json", str(target), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(target.read_text("utf-8")), done.stdout


def executions(points: dict[str, Any]) -> list[int]:
    return [point["executions"] for point in points.values()]


def test_a_small_run(tmp_path: Path) -> None:
    figures, printed = run(tmp_path, "--executions", "100", "--samples", "50")
    reduced, unreduced = figures["certify"]["dpor"], figures["certify"]["dfs"]
    assert executions(reduced) == [6, 20, 90]
    assert all(figure["exhaustive"] and not figure["pruned"] for figure in reduced.values())
    assert all(a >= b for a, b in zip(executions(unreduced), executions(reduced), strict=True))
    assert figures["nanoseconds"]["point"] > 0
    assert len(figures["nanoseconds"]["executions"]) == 6

    growth = figures["growth"]
    assert executions(growth["threads"]["locked"]) == [2, 6, 24]
    assert executions(growth["threads"]["racy"]) == [4, 36, 100]
    assert not growth["threads"]["racy"]["4"]["exhaustive"]
    # Threads that share nothing need one execution, however many and however long.
    assert executions(growth["threads"]["disjoint"]) == [1, 1, 1]
    assert executions(growth["operations"]["disjoint"]) == [1, 1, 1]
    assert executions(growth["locations"]["racy"])[-1] == 1
    assert "locked counter" in printed
    assert ">100" in printed


def test_memory(tmp_path: Path) -> None:
    figures, printed = run(tmp_path, "--memory", "20")
    assert list(figures["resident"]) == ["1", *map(str, range(2, 21, 2))]
    assert all(held > 0 for held in figures["resident"].values())
    assert "Resident memory" in printed


@pytest.mark.skipif(not DRAWS, reason="matplotlib is not installed")
def test_the_plot(tmp_path: Path) -> None:
    target = tmp_path / "growth.svg"
    run(tmp_path, "--executions", "10", "--samples", "50", "--plot", str(target))
    drawn = target.read_text("utf-8")
    assert drawn.startswith("<?xml")


@pytest.mark.skipif(DRAWS, reason="matplotlib is installed")
def test_a_plot_without_matplotlib(tmp_path: Path) -> None:
    command = [*COMMAND, "--plot", str(tmp_path / "growth.svg")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'gil-dojo[benchmarks]'" in done.stderr
