"""A property's cell, run by a learner in a notebook."""

from __future__ import annotations

import pytest

from grader.classroom.assignment import marker
from grader.classroom.cell import check

from .conftest import cell_of
from .school import Notebook


def test_it_tries_the_last_solution_that_was_run(
    source: Notebook, references: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    racy = cell_of(source, "counter")["source"]
    right = f"{marker('counter')}\n{references['counter']}"
    check("counter", "no_increment_is_lost", ["", racy])
    assert capsys.readouterr().out.startswith("fail: ")
    check("counter", "no_increment_is_lost", ["", racy, "1 + 1", right, "check()"])
    assert capsys.readouterr().out.startswith("pass: ")


def test_before_the_solution_was_run_it_says_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    check("counter", "no_increment_is_lost", ["", "1 + 1"])
    assert "Run your solution first" in capsys.readouterr().out


def test_a_kata_that_is_not_here_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    check("countr", "no_increment_is_lost", [marker("countr")])
    assert capsys.readouterr().out == "no kata is called `countr`; did you mean `counter`?\n"


def test_nbgrader_gets_an_error_not_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with pytest.raises(RuntimeError, match="dojo classroom grade"):
        check("counter", "no_increment_is_lost", [])
