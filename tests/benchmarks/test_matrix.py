"""The matrix under several seeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import matrix


def test_a_kata_is_judged_under_each_seed(tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    done = CliRunner().invoke(
        matrix.main, ["be_the_scheduler", "--seeds", "2", "--json", str(file)]
    )
    assert done.exit_code == 0, done.output
    found = json.loads(file.read_text())
    assert (found["submissions"], found["cells"], found["sampled cells"]) == (13, 39, 0)
    assert (found["seeds"], found["differs"]) == ([0, 1], [])
    assert "seed 1, hash seed 1: 13 submissions, 0 cells differ" in done.output


def test_what_is_not_in_the_kept_matrix_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix, "kept", lambda course, katas: {"be_the_scheduler nowhere.py": {}})
    assert CliRunner().invoke(matrix.main, ["be_the_scheduler", "--seeds", "1"]).exit_code == 0
    gone = {"be_the_scheduler nowhere.py": {"a_click_is_lost": "wrong"}}
    monkeypatch.setattr(matrix, "kept", lambda course, katas: gone)
    done = CliRunner().invoke(matrix.main, ["be_the_scheduler", "--seeds", "1"])
    assert done.exit_code == 1
    assert '{"submission": "be_the_scheduler nowhere.py", "is": {}, "was": {"a_click' in done.output
