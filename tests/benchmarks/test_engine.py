"""The benchmark runs and writes what it says; its figures are nobody's assertion."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_tiny_run(tmp_path: Path) -> None:
    target = tmp_path / "engine.json"
    command = [
        sys.executable,
        "-m",
        "benchmarks.engine",
        "--executions",
        "20",
        "--json",
        str(target),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    figures = json.loads(target.read_text("utf-8"))
    assert figures["executions"] == 20
    assert figures["bare_greenlets_per_second"] > 0
    assert len(figures["programs"]) == 6
    for name, figure in figures["programs"].items():
        assert figure["executions_per_second"] > 0
        assert name in done.stdout
