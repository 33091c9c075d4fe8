"""An author's commands: prove, pin, begin, hand out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Dojo = Callable[..., CompletedProcess[str]]

STUB = Path("exercises/1_first/01_tally/tally.py")
PRIVATE = Path("solutions/1_first/01_tally")


def test_the_toy_course_is_proved_and_its_kill_matrix_printed(dojo: Dojo) -> None:
    result = dojo("course", "check", "--json")
    proof = json.loads(result.stdout)
    assert (result.returncode, proof["proved"], proof["findings"]) == (0, True, [])
    rows = {
        one["name"]: (one["expected"], one["cause"], one["killers"])
        for kata in proof["katas"]
        for one in kata["submissions"]
        if one["role"] == "wrong"
    }
    assert rows == {
        "never_released": ("deadlock", "deadlock", {"nothing_is_lost": "deadlock"}),
        "lock_per_call": ("race", "race", {"nothing_is_lost": "race"}),
        "adds_two": ("wrong", "wrong", {"nothing_is_lost": "wrong"}),
    }
    printed = dojo("course", "check", "tally").stdout
    assert "race/lock_per_call" in printed


def test_the_proof_is_the_same_for_other_seeds(dojo: Dojo) -> None:
    first, second = (dojo("course", "check", "--json", "--seed", s).stdout for s in ("0", "7"))
    assert json.loads(first) == json.loads(second)


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        ("tally.py", "wrong/race/right_after_all.py", "no hidden test kills it"),
        ("wrong/race/lock_per_call.py", "also/wrong_after_all.py", "this is right, yet"),
        ("wrong/race/lock_per_call.py", "wrong/deadlock/elsewhere.py", "move it to wrong/race/"),
        ("tally.py", "../../../exercises/1_first/01_tally/.pristine.py", "the stub must fail"),
    ],
)
def test_a_course_with_a_mistake_is_not_proved(
    dojo: Dojo, toy: Path, source: str, target: str, sentence: str
) -> None:
    (toy / PRIVATE / target).write_bytes((toy / PRIVATE / source).read_bytes())
    result = dojo("course", "check", "tally")
    assert result.returncode == 1
    assert sentence in " ".join(result.stdout.split())


def test_a_kata_solved_in_the_clone_does_not_matter(dojo: Dojo, toy: Path) -> None:
    (toy / STUB).write_bytes((toy / PRIVATE / "tally.py").read_bytes())
    result = dojo("course", "check")
    assert result.returncode == 0, result.stdout
    assert "the pristine one was proved" in " ".join(result.stdout.split())


def test_a_file_out_of_place_is_a_finding(dojo: Dojo, toy: Path) -> None:
    (toy / PRIVATE / "notes.txt").write_text("")
    result = dojo("course", "check")
    assert result.returncode == 1
    assert f"{PRIVATE}/notes.txt: no file is expected here" in " ".join(result.stdout.split())


def test_pin_is_repeatable_and_never_takes_a_solved_stub(dojo: Dojo, toy: Path) -> None:
    assert dojo("course", "pin").stdout == ""
    cases = toy / PRIVATE / "cases.json"
    pinned = cases.read_bytes()
    cases.unlink()
    assert dojo("course", "pin", "tally").stdout == f"wrote {PRIVATE}/cases.json\n"
    assert cases.read_bytes() == pinned

    pristine = (toy / STUB).with_name(".pristine.py")
    handed_out = pristine.read_bytes()
    (toy / STUB).write_text("# solved\n")
    result = dojo("course", "pin")
    assert result.returncode == 2
    assert "is it solved?" in result.stderr and result.stderr.count("\n") == 1
    assert pristine.read_bytes() == handed_out
    assert dojo("course", "pin", "tally", "--stub").returncode == 0
    assert pristine.read_text() == "# solved\n"


def test_a_new_kata_can_be_pinned_and_says_what_to_fill_in(dojo: Dojo, toy: Path) -> None:
    assert dojo("course", "new", "2_second/02_latch").returncode == 0
    assert dojo("course", "pin", "latch").returncode == 0
    result = dojo("course", "check", "latch", "--json")
    proof = json.loads(result.stdout)
    assert result.returncode == 1
    assert all("FILL IN" in finding["sentence"] for finding in proof["findings"])
    assert [one["verdict"] for one in proof["katas"][0]["submissions"]] == [
        "fail",
        "pass",
        "pass",
        "fail",
    ]


def test_pack_writes_no_solution(dojo: Dojo, toy: Path, tmp_path: Path) -> None:
    result = dojo("pack", tmp_path / "out")
    assert result.returncode == 0
    packed = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert any(path.name == "tally.py" for path in packed)
    assert not any(b"TOY-SECRET" in path.read_bytes() for path in packed)
    again = dojo("pack", tmp_path / "out")
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert dojo("list", cwd=tmp_path / "out").returncode == 0


def test_a_learner_cannot_prove_a_course(dojo: Dojo, tmp_path: Path) -> None:
    dojo("pack", tmp_path / "out")
    result = dojo("course", "check", cwd=tmp_path / "out")
    assert result.returncode == 2
    assert result.stderr.startswith("dojo: there is no solutions/ here")
