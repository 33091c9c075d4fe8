"""Every submission in the folders beside this file means harm; none may get a point for it.

Each is tried by the command as people run it, and, where the source gate stops it, also without
that gate, so that the layers behind it are held to the same.
"""

from __future__ import annotations

import json
import os
import secrets
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.course.catalogue import Course
from grader.judge import explore
from grader.judge.gate import reading
from grader.judge.grading import grade
from tests.attacks.corpus import (
    ATTACKED,
    DEADLINE,
    EVERYTHING,
    FOR_COUNTER,
    ROOT,
    Attack,
    attacks,
    handed_in,
)

HIDDEN = ROOT / "solutions/2_race_conditions/01_counter"
HONEST = HIDDEN / "counter.py"
SECONDS = 240  # for a whole folder, beginning with the imports, on a busy machine, too
MEMORY = 1280 * 1024  # KiB, of any one process

# `dojo check` once for each file, in one process: what one does to it, the next would suffer.
COMMANDS = """
import contextlib, io, json, sys
from grader.cli.main import run
from grader.judge import explore

for file, explore.DEADLINE in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["check", "counter", "--submission", file, "--json", "--no-fresh"])
    print(json.dumps([file, code, out.getvalue(), err.getvalue()]))
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder with the hidden suites, as in the project's own checkout."""
    root = tmp_path_factory.mktemp("course")
    for name in ("exercises", "solutions"):
        leave_out = shutil.ignore_patterns("__pycache__", ".dojo")
        shutil.copytree(ROOT / name, root / name, ignore=leave_out)
    return root


@pytest.mark.parametrize("folder", FOR_COUNTER)
def test_no_attack_gets_a_point_and_the_next_one_is_graded(
    folder: str, course: Path, tmp_path: Path
) -> None:
    before = contents(course)
    asked = attacks(folder)
    files = [(str(handed_in(attack.file, tmp_path)), attack.deadline) for attack in asked]
    said, usage = run_commands([*files, (str(HONEST), DEADLINE)], course, tmp_path)
    wrong = [
        f"{attack.file.name}: {complaint}"
        for attack, (_, code, out, err) in zip(asked, said, strict=False)
        for complaint in complaints(attack, code, out, err)
    ]
    assert not wrong, "\n".join(wrong)
    assert len(said) == len(asked) + 1, "a submission ended the judge"
    assert json.loads(said[-1][2])["katas"][0]["score"] == 100
    assert usage.ru_maxrss < MEMORY
    assert contents(course) == before
    assert litter() == []


def complaints(attack: Attack, code: int, out: str, err: str) -> Iterator[str]:
    """Says what is wrong with what the command said about an attack."""
    if code != 1 or err:
        yield f"exit code {code}, {err!r}"
        return
    kata = json.loads(out)["katas"][0]
    found = next(one for one in kata["properties"] if one["name"] == ATTACKED)
    if kata["verdict"] == "pass" or found["points"] or found["verdict"] not in attack.verdicts:
        yield f"{found['verdict']}, {found['points']} points: {found['message']}"
    told = "\n".join([out, *texts(kata)])
    yield from (f"quotes {line!r}" for line in secret_lines() if line in told)


def texts(data: Any) -> Iterator[str]:
    """Yields every text in JSON data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, (list, dict)):
        for item in data.values() if isinstance(data, dict) else data:
            yield from texts(item)


def secret_lines() -> set[str]:
    """The lines that only the hidden suite and its cases have."""
    exercise = ROOT / "exercises/2_race_conditions/01_counter"
    shown = {
        line.strip() for file in exercise.iterdir() for line in file.read_text("utf-8").splitlines()
    }
    lines = {
        line.strip()
        for name in ("test_hidden.py", "cases.json")
        for line in (HIDDEN / name).read_text("utf-8").splitlines()
    }
    return {line for line in lines - shown if len(line) >= 20}


def run_commands(
    files: list[tuple[str, float]], course: Path, tmp_path: Path
) -> tuple[list[Any], Any]:
    """Has a process of its own grade the files; returns what it said and what it used.

    Args:
        files: each with its deadline, in seconds.
        course: the folder of the course.
        tmp_path: for its files.
    """
    mark = "X" + secrets.token_hex(8)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    environment = {
        **os.environ,
        "TMPDIR": str(scratch),
        "TZ": f"<{mark}>0",
        "PYTHONPATH": str(ROOT),
    }
    out, err = tmp_path / "out", tmp_path / "err"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-c", COMMANDS, json.dumps(files)],
            cwd=course, env=environment, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
        )  # fmt: skip
    death = os.pidfd_open(process.pid)
    ended, _, _ = select.select([death], [], [], SECONDS)
    os.close(death)
    if not ended:
        process.kill()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert ended, f"hangs after {out.read_text()[-300:]}"
    assert process.returncode == 0 and err.read_text() == "", err.read_text()
    assert list(scratch.iterdir()) == []
    assert carriers(mark) == []
    return [json.loads(line) for line in out.read_text().splitlines()], usage


def carriers(mark: str) -> list[str]:
    """The processes that have the mark in their environment: the judge's, and all it started."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:  # another user's, or gone
            continue
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def litter() -> list[Path]:
    """What the attacks would like to leave."""
    folders = [Path(name) for name in ("/tmp", "/dev/shm", "/var/tmp", "/", str(Path.home()))]
    return [path for folder in folders for path in folder.glob("dojo-litter*")]


UNGATED = [attack for folder in FOR_COUNTER for attack in attacks(folder) if attack.ungated]


@pytest.mark.parametrize("attack", UNGATED, ids=lambda one: one.name)
def test_without_the_gate_there_is_no_point_either(
    attack: Attack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explore, "DEADLINE", attack.deadline)
    monkeypatch.setattr(reading, "_check", lambda pages, imports: None)
    task = replace(Course.find(ROOT).kata("counter").task(), imports=EVERYTHING)
    result = grade(task, attack.file, properties=[ATTACKED]).properties[0]
    assert (result.verdict in attack.ungated, result.points) == (True, 0), result.message


def test_there_are_enough_of_them() -> None:
    assert sum(len(attacks(folder)) for folder in FOR_COUNTER) >= 80
