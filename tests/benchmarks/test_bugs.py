"""The benchmark of the bugs runs and writes what it says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.bugs import BUGS, CORPUS, NAMES

ROOT = Path(__file__).parents[2]


def test_a_tiny_run(tmp_path: Path) -> None:
    target = tmp_path / "bugs.json"
    command = [sys.executable, "-m", "benchmarks.bugs", "--json", str(target)]
    command += [
        "--seeds",
        "2",
        "--executions",
        "50",
        "--program",
        "lazy01",
        "--program",
        "reorder_10",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    figures = json.loads(target.read_text("utf-8"))["programs"]
    assert list(figures) == ["lazy01", "reorder_10"]
    assert set(figures["lazy01"]["strategies"]) == set(NAMES)
    assert figures["lazy01"]["strategies"]["dfs"] == {"found": 1, "of": 1, "median": 1, "most": 1}
    missed = {"found": 0, "of": 2, "median": None, "most": None}
    assert figures["reorder_10"]["strategies"]["random"] == missed
    assert "missed in 11" in done.stdout


def test_every_program_of_the_corpus_is_measured() -> None:
    programs = {path.stem for path in CORPUS.glob("*.py")} - {"running"}
    assert {bug.file for bug in BUGS} == programs
