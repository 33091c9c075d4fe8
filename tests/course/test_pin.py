"""Pinned once, the same for ever."""

from __future__ import annotations

import pytest

from grader.course.catalogue import Course
from grader.course.pin import CASES, pin
from grader.engine.errors import DojoError
from grader.judge.suite import read_cases


def test_cases_and_pristine_stub_are_written_once(toy: Course) -> None:
    tally = toy.kata("tally")
    cases = tally.own_private / "cases.json"
    cases.unlink(missing_ok=True)
    tally.pristine.unlink()
    assert set(pin(toy, ["tally"])) == {cases, tally.pristine}
    assert list(pin(toy, ["tally"])) == []
    assert tally.untouched
    drawn = read_cases(cases)["test_nothing_is_lost"]
    assert 1 < len(drawn) <= CASES
    assert drawn[0] == {"times": [0, 0]}


def test_a_stub_that_may_be_solved_stops_everything(toy: Course) -> None:
    for kata in toy.katas:
        (kata.own_private / "cases.json").unlink(missing_ok=True)
    ping = toy.kata("ping")
    ping.stub.write_text("# solved\n")
    with pytest.raises(DojoError, match="--stub"):
        pin(toy)
    assert not any(kata.cases for kata in toy.katas)
    assert {path.name for path in pin(toy, stub=True)} == {"cases.json", ".pristine.py"}
    assert ping.pristine.read_text() == "# solved\n"


def test_a_broken_suite_is_told_with_its_line(toy: Course) -> None:
    tally = toy.kata("tally")
    assert tally.hidden is not None
    tally.hidden.write_text("import json\n\ndef broken(:\n")
    with pytest.raises(DojoError, match="no Python") as caught:
        list(pin(toy, ["tally"]))
    assert caught.value.line == 3
