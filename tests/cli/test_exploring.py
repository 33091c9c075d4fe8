"""`dojo explore` and `dojo replay` on files that know nothing of katas."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Dojo = Callable[..., CompletedProcess[str]]

PROGRAM = """\
import threading


def two(work):
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def racy():
    total = 0

    def add():
        nonlocal total
        total += 1

    two(add)
    return total


def locked():
    total = 0
    lock = threading.Lock()

    def add():
        nonlocal total
        with lock:
            total += 1

    two(add)
    return total


def stuck():
    left, right = threading.Lock(), threading.Lock()
    order = [(left, right), (right, left)]

    def both():
        first, second = order.pop()
        with first, second:
            pass

    two(both)


def dies():
    items = [1]
    two(lambda: items.pop())
    return "done"


def word():
    return "ok", 2


def needs(argument):
    return argument
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.py"
    path.write_text(PROGRAM)
    return path


def refused(result: CompletedProcess[str]) -> str:
    assert (result.returncode, result.stdout) == (2, "")
    line, rest = result.stderr.split("\n", 1)
    assert rest == ""
    assert line.startswith("dojo: ")
    return line


def test_a_lost_update_is_found_shown_and_replayed(dojo: Dojo, program: Path) -> None:
    result = dojo("explore", f"{program}::racy", "--expect", "2", "--json")
    assert result.returncode == 1
    data = json.loads(result.stdout)
    assert {"exhaustive", "executions", "pruned", "seconds", "outcomes"} <= set(data)
    outcomes = {outcome["value"]: outcome for outcome in data["outcomes"]}
    assert set(outcomes) == {1, 2}
    lost = outcomes[1]
    assert (lost["kind"], lost["exception"], lost["preemptions"]) == ("returned", None, 1)

    again = dojo("replay", f"{program}::racy", lost["schedule"], "--json")
    assert again.returncode == 0
    assert json.loads(again.stdout)["value"] == 1


def test_the_command_that_is_printed_replays(dojo: Dojo, program: Path) -> None:
    shown = dojo("explore", "program.py::racy", "--expect", "2", cwd=program.parent)
    command = next(
        line for line in shown.stdout.splitlines() if "dojo replay program.py::racy" in line
    )
    arguments = shlex.split(command[command.index("dojo replay") :])[1:]
    replayed = dojo(*arguments, cwd=program.parent)
    assert replayed.returncode == 0
    assert "total += 1" in replayed.stdout
    assert "returned 1" in replayed.stdout


@pytest.mark.parametrize(
    ("function", "options", "code"),
    [
        ("racy", [], 0),
        ("racy", ["--one-outcome"], 1),
        ("racy", ["--switching", "gil", "--one-outcome"], 0),
        ("locked", ["--one-outcome", "--expect", "2"], 0),
        ("locked", ["--expect", "3"], 1),
        ("stuck", [], 1),
        ("dies", [], 1),
        ("dies", ["--expect", "done"], 1),
        ("word", ["--expect", "('ok', 2)"], 0),
        ("word", ["--expect", '["ok", 2]'], 0),
        ("word", ["--expect", "('ok', True)"], 1),
        ("racy", ["--strategy", "random", "--executions", "50", "--expect", "2"], 1),
        ("racy", ["--strategy", "pct", "--seed", "3", "--expect", "2"], 1),
    ],
)
def test_exit_codes(
    dojo: Dojo, program: Path, function: str, options: list[str], code: int
) -> None:
    result = dojo("explore", f"{program}::{function}", *options)
    assert (result.returncode, result.stderr) == (code, ""), result.stdout


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("program.py", "write FILE.py::function"),
        ("nowhere.py::racy", "nowhere.py: there is no such file"),
        ("program.py::raci", "raci"),
        ("program.py::needs", "needs() needs arguments"),
        ("broken.py::racy", "broken.py:2:"),
        ("deep.py::racy", "this is nested more than 1,000 levels deep; write it in smaller parts"),
    ],
)
def test_bad_input_is_one_sentence(dojo: Dojo, program: Path, target: str, sentence: str) -> None:
    program.with_name("broken.py").write_text("x = 1\ndef racy(:\n")
    program.with_name("deep.py").write_text(f"def racy():\n    return 0{' + 1' * 20_000}\n")
    assert sentence in refused(dojo("explore", target, cwd=program.parent))


def test_a_schedule_that_does_not_fit_is_one_sentence(dojo: Dojo, program: Path) -> None:
    assert refused(dojo("replay", f"{program}::racy", "nonsense"))


@pytest.mark.skipif(os.name != "posix", reason="a terminal's Ctrl-C")
def test_ctrl_c_is_one_line_and_leaves_nothing_behind(program: Path, toy: Path) -> None:
    started = program.with_name("started")
    program.write_text(
        "from pathlib import Path\n"
        f"Path({str(started)!r}).touch()\n"
        "def forever():\n"
        "    sum(iter(int, 1))\n"
    )
    # A shell lets what it starts in the background ignore Ctrl-C, and that is inherited.
    listens = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = f"{listens}; import grader.cli; grader.cli.main()"
    process = subprocess.Popen(
        [sys.executable, "-c", command, "explore", f"{program}::forever"],
        cwd=toy,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not started.exists() and process.poll() is None:
        pass
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=30)
    assert (process.returncode, output, errors) == (130, "", "dojo: interrupted\n")


def test_a_self_check_names_what_is_not_controlled(dojo: Dojo, program: Path) -> None:
    program.write_text(PROGRAM + "\n\ndef odd():\n    return hash(object())\n")
    good = dojo("explore", f"{program}::racy", "--self-check")
    assert (good.returncode, good.stderr) == (0, "")
    assert "50 executions were run twice and did the same" in good.stdout
    bad = dojo("explore", f"{program}::odd", "--self-check")
    assert (bad.returncode, bad.stderr) == (1, "")
    assert "return hash(object())" in bad.stdout
    assert "Why: the hash of an object is made from its address" in bad.stdout
    data = json.loads(dojo("explore", f"{program}::odd", "--self-check", "--json").stdout)
    assert data["difference"]["source"] == "return hash(object())"


QUEUED = """\
import queue
import threading


def queued():
    numbers = queue.Queue()
    threads = [threading.Thread(target=numbers.put, args=(n,)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(numbers.queue)
"""


def test_switches_inside_the_library_lines_cost_executions_and_find_no_more(
    dojo: Dojo, program: Path
) -> None:
    program.write_text(QUEUED)
    target = f"{program}::queued"
    usual = json.loads(dojo("explore", target, "--json").stdout)
    inside = json.loads(dojo("explore", target, "--json", "--library-lines").stdout)
    values = [sorted(outcome["value"] for outcome in one["outcomes"]) for one in (usual, inside)]
    assert values == [[[0, 1], [1, 0]]] * 2
    assert usual["executions"] < inside["executions"]


def test_the_replay_command_switches_inside_the_library_lines_too(
    dojo: Dojo, program: Path
) -> None:
    program.write_text(QUEUED)
    options = ("--expect", "[0, 1]", "--library-lines")
    shown = dojo("explore", "program.py::queued", *options, cwd=program.parent)
    assert (shown.returncode, shown.stderr) == (1, "")
    command = next(line for line in shown.stdout.splitlines() if "dojo replay" in line)
    arguments = shlex.split(command[command.index("dojo replay") :])[1:]
    assert "--library-lines" in arguments
    replayed = dojo(*arguments, cwd=program.parent)
    assert (replayed.returncode, replayed.stderr) == (0, "")
    assert "returned [1, 0]" in replayed.stdout
    kata = dojo("replay", "--library-lines", "kata::property:0", "0*1")
    assert "--library-lines is for FILE.py::function" in refused(kata)


BROKEN_WORKER = """\
import grader.judge.worker as it

ask = it.Worker.ask
it.Worker.ask = lambda self, request, deadline: ask(self, {**request, "operation": 1}, deadline)
"""


def test_a_defect_in_the_worker_is_one_sentence(
    dojo: Dojo, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in (("explore",), ("replay", "1ap")):
        arguments = [command[0], f"{program}::racy", *command[1:]]
        result = dojo(*arguments, first=BROKEN_WORKER)
        assert (result.returncode, result.stdout) == (3, "")
        assert result.stderr.startswith("dojo: this is a defect of gil-dojo")
        assert "(KeyError: 1)" in result.stderr
        assert result.stderr.count("\n") == 1
    monkeypatch.setenv("DOJO_TRACEBACK", "1")
    assert "child.py" in dojo("explore", f"{program}::racy", first=BROKEN_WORKER).stderr
