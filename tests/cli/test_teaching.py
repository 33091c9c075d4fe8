"""An author's commands: prove, pin, begin, hand out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from grader.course.kill_matrix import BEGIN, END

Dojo = Callable[..., CompletedProcess[str]]

STUB = Path("exercises/1_first/01_tally/tally.py")
PRIVATE = Path("solutions/1_first/01_tally")


def test_the_toy_course_is_proved_whatever_the_seed(dojo: Dojo) -> None:
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
    assert dojo("course", "check", "--json", "--seed", "7").stdout == result.stdout


def test_a_course_with_mistakes_is_not_proved(dojo: Dojo, toy: Path) -> None:
    right, racy = PRIVATE / "tally.py", PRIVATE / "wrong/race/lock_per_call.py"
    for target, source in {
        PRIVATE / "wrong/race/right_after_all.py": right,
        PRIVATE / "also/wrong_after_all.py": racy,
        PRIVATE / "wrong/deadlock/elsewhere.py": racy,
        STUB.with_name(".pristine.py"): right,
        PRIVATE / "notes.txt": racy,
    }.items():
        (toy / target).write_bytes((toy / source).read_bytes())
    result = dojo("course", "check")
    assert result.returncode == 1
    printed = " ".join(result.stdout.split())
    for file, sentence in {
        "wrong/race/right_after_all.py": "this is wrong, yet no hidden test kills it",
        "also/wrong_after_all.py": "this is right, yet the judge says fail",
        "wrong/deadlock/elsewhere.py": "this fails for the cause 'race', not 'deadlock'",
        "notes.txt": "no file is expected here",
    }.items():
        assert f"{PRIVATE}/{file}: {sentence}" in printed
    assert "the stub must fail, yet the judge says pass" in printed
    assert f"{PRIVATE}/wrong/race/right_after_all.py:2: begin the second line" in printed
    assert "6 findings" in printed


def test_a_kata_solved_in_the_clone_does_not_matter(dojo: Dojo, toy: Path) -> None:
    (toy / STUB).write_bytes((toy / PRIVATE / "tally.py").read_bytes())
    result = dojo("course", "check", "tally")
    assert result.returncode == 0, result.stdout
    printed = " ".join(result.stdout.split())
    assert "the pristine one was proved" in printed
    assert "r · race/lock_per_call" in printed


def test_the_matrix_is_kept_and_must_be_current(dojo: Dojo, toy: Path) -> None:
    (toy / "README.md").write_text(f"# Toy\n\n{BEGIN}\n{END}\n\nThe end.\n")
    page = toy / "matrix.html"
    kept = dojo("course", "check", "--readme", "--html", page)
    assert kept.returncode == 0, kept.stdout + kept.stderr
    assert (toy / "README.md").read_text() == (
        f"# Toy\n\n{BEGIN}\n"
        "| Section | Katas | Promises | Right, and pass | Wrong, and killed "
        "| wrong | race | deadlock | livelock | crash |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        "| 1 First steps | 1 | 2 | 2 | 3 | 1 | 1 | 1 | 0 | 0 |\n"
        "| 2 Second steps | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "| **All** | **2** | **3** | **3** | **3** | **1** | **1** | **1** | **0** | **0** |\n"
        f"{END}\n\nThe end.\n"
    )
    assert '<td class="p race" title="race">r</td>' in page.read_text()
    (toy / PRIVATE / "wrong/race/again.py").write_bytes(
        (toy / PRIVATE / "wrong/race/lock_per_call.py").read_bytes()
    )
    stale = " ".join(dojo("course", "check").stdout.split())
    assert "the kept matrix of tally is not of the kata as it is; run `dojo course" in stale
    assert "1 finding in 2 katas" in stale
    assert dojo("course", "check", "tally", "--readme").returncode == 0
    assert (
        "| 1 First steps | 1 | 2 | 2 | 4 | 1 | 2 | 1 | 0 | 0 |" in (toy / "README.md").read_text()
    )


def test_pin_is_repeatable_and_never_takes_a_solved_stub(dojo: Dojo, toy: Path) -> None:
    assert dojo("course", "pin").stdout == ""
    cases = toy / PRIVATE / "cases.json"
    pinned = cases.read_bytes()
    cases.unlink()
    assert dojo("course", "pin", "tally").stdout == f"wrote {PRIVATE}/cases.json\n"
    assert cases.read_bytes() == pinned
    assert not (toy / ".hypothesis").exists()

    pristine = (toy / STUB).with_name(".pristine.py")
    handed_out = pristine.read_bytes()
    (toy / STUB).write_text("# solved\n")
    result = dojo("course", "pin")
    assert result.returncode == 2
    assert "is it solved?" in result.stderr
    assert result.stderr.count("\n") == 1
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
