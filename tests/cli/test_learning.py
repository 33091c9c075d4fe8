"""A learner's commands, from the first `dojo` to the solution."""

from __future__ import annotations

import json
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Dojo = Callable[..., CompletedProcess[str]]

STUB = Path("exercises/1_first/01_tally/tally.py")
RIGHT = Path("solutions/1_first/01_tally/tally.py")
DEADLOCK = Path("solutions/1_first/01_tally/wrong/deadlock/never_released.py")


def refused(result: CompletedProcess[str]) -> str:
    """Returns the one line on stderr of a command that cannot do what was asked."""
    assert (result.returncode, result.stdout) == (2, "")
    line, rest = result.stderr.split("\n", 1)
    assert rest == ""
    return line


def test_alone_it_says_what_to_do_next(dojo: Dojo) -> None:
    result = dojo()
    assert result.returncode == 0
    assert "0 of 2 katas solved" in result.stdout
    assert "dojo check tally" in result.stdout


def test_help_names_every_command_and_the_exit_codes(dojo: Dojo) -> None:
    result = dojo("--help")
    names = [
        "init",
        "list",
        "check",
        "hint",
        "reset",
        "solution",
        "update",
        "explore",
        "replay",
        "pack",
        "course",
    ]
    lines = [line.split()[0] for line in result.stdout.splitlines() if line.startswith("  ")]
    assert [name for name in lines if name in names] == names
    assert "Exit codes: 0" in result.stdout
    assert "Exit codes: 0" in dojo("course", "check", "--help").stdout
    assert dojo("--version").stdout.startswith("gil-dojo ")


def test_an_unknown_name_suggests_the_nearest(dojo: Dojo) -> None:
    assert "did you mean `tally`?" in refused(dojo("check", "taly"))
    assert "did you mean `check`?" in refused(dojo("chekc"))


def test_an_unknown_option_is_a_usage_error(dojo: Dojo) -> None:
    result = dojo("check", "--quick")
    assert result.returncode == 2
    assert "--quick" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_broken_kata_is_one_sentence_with_its_line(dojo: Dojo, toy: Path) -> None:
    metadata = toy / STUB.with_name("kata.toml")
    metadata.write_text(metadata.read_text().replace("version = 1", "version = 0"))
    line = refused(dojo("check", "tally"))
    assert line == f"dojo: {STUB.with_name('kata.toml')}:3: `version` begins at 1"


def test_list_shows_every_kata(dojo: Dojo) -> None:
    output = dojo("list").stdout
    assert all(word in output for word in ("First steps", "tally", "A tally", "ping"))


def test_an_untouched_stub_shows_its_own_breaking_interleaving(dojo: Dojo) -> None:
    result = dojo("check", "tally")
    assert result.returncode == 1
    assert "Every add() counts." in result.stdout
    assert result.stdout.count("self.total += 1") >= 2
    assert "✗ tally  0 of 100 points" in result.stdout
    assert (
        "Note: this is still the program that was handed out, so there are no points"
        in result.stdout
    )
    assert "✓ starts_at_zero" in result.stdout
    assert f"Begin in {STUB}: " in result.stdout.splitlines()[-1]
    assert result.stderr == ""
    command = result.stdout[result.stdout.index("dojo replay tally::") :].splitlines()[0]
    replayed = dojo(*shlex.split(command)[1:])
    assert replayed.returncode == 0
    assert "returned 1" in replayed.stdout


def test_check_all_reminds_of_what_is_untouched(dojo: Dojo, toy: Path) -> None:
    (toy / STUB).write_bytes((toy / RIGHT).read_bytes())
    result = dojo("check")
    assert result.returncode == 1
    assert "TODO ping: make wait() wait" in result.stdout
    assert "100 of 100 points" in result.stdout
    assert "1 of 2 pass" in result.stdout


def test_json_is_alone_on_stdout_and_has_the_agreed_keys(dojo: Dojo) -> None:
    result = dojo("check", "--json")
    assert result.returncode == 1
    data = json.loads(result.stdout)
    assert [entry["kata"] for entry in data["katas"]] == ["tally", "ping"]
    tally = data["katas"][0]
    assert (tally["verdict"], tally["cause"], tally["score"], tally["max"]) == (
        "fail",
        "race",
        0,
        100,
    )
    assert tally["untouched"]
    assert tally["notes"] == [
        "this is still the program that was handed out, so there are no points"
    ]
    lost, zero = tally["properties"]
    keys = {"name", "verdict", "cause", "points", "max", "message", "schedule"}
    assert keys <= set(lost)
    assert (lost["verdict"], lost["cause"], lost["points"], lost["max"]) == ("fail", "race", 0, 70)
    assert lost["message"]
    assert lost["schedule"]
    assert (zero["verdict"], zero["points"]) == ("pass", 0)


def test_from_the_stub_to_the_solution(dojo: Dojo, toy: Path) -> None:
    early = dojo("solution", "tally")
    assert early.returncode == 1
    assert "TOY-SECRET" not in early.stdout + early.stderr
    assert [dojo("hint", "tally").stdout.split(":")[0] for _ in range(4)] == [
        "Hint 1 of 3 for tally",
        "Hint 2 of 3 for tally",
        "Hint 3 of 3 for tally",
        "Hint 3 of 3 for tally",
    ]
    (toy / STUB).write_bytes((toy / RIGHT).read_bytes())
    passed = dojo("check", "tally")
    assert passed.returncode == 0
    assert "Next: dojo check ping" in passed.stdout
    assert "1 of 2 katas solved" in dojo().stdout
    shown = dojo("solution", "tally")
    assert shown.returncode == 0
    assert "with self._lock:" in shown.stdout
    assert "reentrant" in shown.stdout
    assert "RLock" in dojo("solution", "tally", "--also", "reentrant").stdout
    assert "there are: reentrant" in refused(dojo("solution", "tally", "--also", "queue"))


def test_a_hint_by_number(dojo: Dojo) -> None:
    assert "with self._lock" in dojo("hint", "tally", "3").stdout
    assert "ask for 1 to 3" in refused(dojo("hint", "tally", "4"))


def test_without_the_hidden_suite_what_only_it_judges_is_left_out(dojo: Dojo, toy: Path) -> None:
    (toy / STUB).write_bytes((toy / RIGHT).read_bytes())
    shutil.rmtree(toy / "solutions")
    told = dojo("check", "tally")
    assert told.returncode == 0, told.stdout
    assert "✓ tally  70 of 70 points" in told.stdout
    assert told.stdout.count("the hidden suite is not here; left out: starts_at_zero") == 1
    assert "1 of 2 katas solved" in dojo().stdout
    entry = json.loads(dojo("check", "tally", "--json").stdout)["katas"][0]
    assert [item["name"] for item in entry["properties"]] == ["nothing_is_lost"]
    assert entry["notes"] == ["the hidden suite is not here; left out: starts_at_zero"]
    assert "hidden suite" not in dojo("check", "ping").stdout


BROKEN = "import grader.judge.grading; grader.judge.grading.read_submission = None\n"
FULL = """\
import pathlib
def mkdir(path, **options):
    raise OSError(28, "No space left on device", str(path))
pathlib.Path.mkdir = mkdir
"""
DEFECT = "dojo: this is a defect of gil-dojo, not of your code (TypeError: 'NoneType' object is not"


def test_a_defect_of_ours_is_one_sentence_with_an_exit_code_of_its_own(
    dojo: Dojo, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = dojo("check", "tally", first=BROKEN)
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith(DEFECT)
    assert result.stderr.endswith("run it again with DOJO_TRACEBACK=1 and report what that shows\n")
    assert result.stderr.count("\n") == 1
    monkeypatch.setenv("DOJO_TRACEBACK", "1")
    result = dojo("check", "tally", first=BROKEN)
    assert result.returncode == 3
    assert "Traceback (most recent call last)" in result.stderr
    assert "grading.py" in result.stderr
    assert "3 a defect of gil-dojo" in dojo("--help").stdout.replace("\n", " ")


def test_a_full_disk_is_no_defect(dojo: Dojo) -> None:
    result = dojo("hint", "tally", first=FULL)
    assert (result.returncode, result.stderr) == (2, "dojo: .dojo: No space left on device\n")


def test_another_file_is_judged_without_counting_as_progress(dojo: Dojo, toy: Path) -> None:
    result = dojo("check", "tally", "--submission", RIGHT, "--json")
    assert result.returncode == 0
    assert json.loads(result.stdout)["katas"][0]["score"] == 100
    assert "0 of 2 katas solved" in dojo().stdout
    stuck = dojo("check", "tally", "--submission", DEADLOCK, "--json")
    assert stuck.returncode == 1
    assert json.loads(stuck.stdout)["katas"][0]["cause"] == "deadlock"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["tally", "--submission", "nowhere.py"], "nowhere.py: there is no such file"),
        (["--submission", str(RIGHT)], "name the one kata that FILE is for"),
        (["tally", "ping", "--submission", str(RIGHT)], "name the one kata that FILE is for"),
    ],
)
def test_submission_needs_one_kata_and_a_file(
    dojo: Dojo, arguments: list[str], sentence: str
) -> None:
    assert sentence in refused(dojo("check", *arguments))


@pytest.mark.parametrize(
    "text",
    ["import os\nos._exit(0)\n", "class Tally(:\n", "", "raise SystemExit\n", "while True: pass\n"],
)
def test_no_submission_breaks_the_command(dojo: Dojo, toy: Path, text: str) -> None:
    (toy / STUB).write_text(text)
    result = dojo("check", "tally", "--json")
    assert result.returncode == 1
    entry = json.loads(result.stdout)["katas"][0]
    assert entry["verdict"] in ("fail", "rejected", "limit")
    assert entry["score"] == 0
    assert "Traceback" not in result.stderr


def test_reset_keeps_the_work(dojo: Dojo, toy: Path) -> None:
    pristine = (toy / STUB).read_text()
    (toy / STUB).write_text("# mine\n")
    result = dojo("reset", "tally")
    assert result.returncode == 0
    assert (toy / STUB).read_text() == pristine
    (copy,) = (toy / STUB).parent.glob("*.bak")
    assert copy.read_text() == "# mine\n"
    assert copy.name in result.stdout


def test_init_and_update_of_a_folder_of_ones_own(dojo: Dojo, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    result = dojo("init", mine)
    assert result.returncode == 0, result.stderr
    assert "dojo check" in dojo(cwd=mine).stdout
    assert dojo("update", cwd=mine).stdout == "Nothing is new.\n"
    assert "dojo update" in refused(dojo("init", mine))


def test_only_the_full_report_tells_what_hidden_tests_expect(dojo: Dojo, toy: Path) -> None:
    submission = toy / "tally.py"
    submission.write_text(ONLY_HIDDEN_SEES_IT)
    asked = ("check", "tally", "--submission", submission, "--no-fresh")
    secrets = ("times=[2, 2]", "test_nothing_is_lost", "== {sum(times)}", "test_hidden", "Expected")
    said = dojo(*asked).stdout
    assert [secret for secret in secrets if secret in said] == []
    assert "In full" not in said
    full = dojo(*asked, "--full").stdout
    assert [secret for secret in secrets if secret not in full] == ["test_hidden"]
    assert full.startswith(said)
    assert "Expected: 4" in full and "Wrong: returned 3" in full
    (kata,) = json.loads(dojo(*asked, "--json").stdout)["katas"]
    (in_full,) = json.loads(dojo(*asked, "--json", "--full").stdout)["katas"]
    failing = in_full.pop("failures")
    assert in_full == kata
    assert {one["file"] for one in failing} == {"solutions/1_first/01_tally/test_hidden.py"}
    assert failing[-1]["case"] == {"times": [2, 2]}
    assert failing[-1]["expected"] == [4]


def test_without_the_hidden_suite_there_is_no_full_report(dojo: Dojo, toy: Path) -> None:
    shutil.rmtree(toy / "solutions")
    line = refused(dojo("check", "tally", "--full"))
    assert line == (
        "dojo: the hidden suite of tally is not here, and --full tells what it says; "
        "go to the course's own repository, which has solutions/"
    )


ONLY_HIDDEN_SEES_IT = """
import threading


class Tally:
    def __init__(self):
        self.total = 0
        self._lock = threading.Lock()

    def add(self):
        if self.total == 3:
            return
        with self._lock:
            self.total += 1
"""
