"""What the README shows is what happens."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from grader.course.catalogue import Course
from grader.course.kill_matrix import out_of_date

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_summary_of_the_kill_matrix_is_current() -> None:
    assert [str(finding) for finding in out_of_date(Course.at(ROOT))] == []


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", *shlex.split(command)]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True)


def test_the_bank_example(tmp_path: Path) -> None:
    bank, test = blocks("python")
    (tmp_path / "bank.py").write_text(bank)
    (tmp_path / "test_bank.py").write_text(test)
    commands = re.findall(r"^\$ dojo (\w+ bank\.py.*)$", README, re.MULTILINE)
    explored, replayed = (run(f"grader {command}", tmp_path) for command in commands)
    schedule = commands[1].split()[-1]

    assert explored.returncode == 1
    assert schedule in explored.stdout
    assert "returned -40" in explored.stdout
    assert "Ending: returned -40" in replayed.stdout
    tested = run("pytest -q test_bank.py", tmp_path)
    assert tested.returncode == 1
    assert "-40" in tested.stdout
