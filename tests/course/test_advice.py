"""A hint is offered where it is sure whose mistake it is, and never otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from grader.course.advice import advice_for, fits
from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.mistakes import Mistakes, out_of_date, read_mistakes, spoken_of
from grader.course.sketch import library_names, sketch
from grader.engine.errors import DojoError
from grader.judge.verdict import Grade, PropertyResult
from grader.patterns import Pattern

LOCK_PER_CALL = (
    "looks like a lock made inside the call: each thread holds one of its own, "
    "so they don't keep each other out."
)


def result(name: str, cause: str | None, pattern: str = "") -> PropertyResult:
    verdict = "fail" if cause else "pass"
    shown = Pattern(pattern, "…", ()) if pattern else None
    return PropertyResult(name, "…", verdict, cause, 0, 50, pattern=shown)


def failing(kata: Kata, cause: str = "race", pattern: str = "lost update") -> Grade:
    results = [result("nothing_is_lost", cause, pattern), result("starts_at_zero", None)]
    return Grade.of(kata.name, 1, results, "")


def known(kata: Kata) -> Mistakes:
    found = read_mistakes(kata)
    assert found is not None
    return found


def wrong(kata: Kata, name: str) -> Path:
    return next(path for _, path in kata.wrong if path.stem == name)


def test_the_known_mistake_is_recognised_whatever_things_are_called(toy: Course) -> None:
    tally = toy.kata("tally")
    path = wrong(tally, "lock_per_call")
    assert advice_for(tally, failing(tally), path) == LOCK_PER_CALL
    text = path.read_text()
    text = text.replace("total", "number")
    path.write_text("# my own work\n" + text)
    assert advice_for(tally, failing(tally), path) == LOCK_PER_CALL


def test_who_fails_otherwise_hears_nothing(toy: Course) -> None:
    tally = toy.kata("tally")
    path = wrong(tally, "lock_per_call")
    assert advice_for(tally, failing(tally, "deadlock"), path) == ""
    assert advice_for(tally, failing(tally, pattern="torn read"), path) == ""
    both = [result("nothing_is_lost", "race", "lost update"), result("starts_at_zero", "race")]
    assert advice_for(tally, Grade.of("tally", 1, both, ""), path) == ""


def test_who_looks_otherwise_hears_nothing(toy: Course) -> None:
    tally = toy.kata("tally")
    assert tally.reference is not None
    assert advice_for(tally, failing(tally), tally.reference) == ""
    assert advice_for(tally, failing(tally), tally.pristine) == ""
    nothing = toy.root / "nothing.py"
    nothing.write_text("")
    assert advice_for(tally, failing(tally), nothing) == ""
    nothing.write_text("def :")
    assert advice_for(tally, failing(tally), nothing) == ""


@pytest.mark.parametrize("verdict", ["pass", "limit", "rejected", "suspect", "infra"])
def test_only_a_fail_is_answered(toy: Course, verdict: str) -> None:
    tally = toy.kata("tally")
    grade = replace(failing(tally), verdict=verdict)
    assert advice_for(tally, grade, wrong(tally, "lock_per_call")) == ""


def test_the_stub_hears_nothing(toy: Course) -> None:
    tally = toy.kata("tally")
    grade = replace(failing(tally), untouched=True)
    assert advice_for(tally, grade, wrong(tally, "lock_per_call")) == ""


def test_two_answers_are_none_and_the_same_one_twice_is_one(toy: Course) -> None:
    tally = toy.kata("tally")
    path = wrong(tally, "lock_per_call")
    mistakes = known(tally)
    [one] = [mistake for mistake in mistakes.known if mistake.name == "lock_per_call"]
    twin = replace(one, name="twin", hint="looks like something else.")
    tally.mistakes.write_text(replace(mistakes, known=(one, twin)).to_text())
    assert advice_for(tally, failing(tally), path) == ""
    twin = replace(twin, hint=one.hint)
    tally.mistakes.write_text(replace(mistakes, known=(one, twin)).to_text())
    assert advice_for(tally, failing(tally), path) == one.hint


def test_without_known_mistakes_nothing_is_said(toy: Course) -> None:
    tally = toy.kata("tally")
    path = wrong(tally, "lock_per_call")
    tally.mistakes.write_text("{}")
    assert advice_for(tally, failing(tally), path) == ""
    with pytest.raises(DojoError, match="run `dojo course mistakes tally`"):
        read_mistakes(tally)
    tally.mistakes.unlink()
    assert advice_for(tally, failing(tally), path) == ""


def test_what_was_not_judged_or_may_yet_fail_does_not_count() -> None:
    mistake = {"a": "race: lost update", "b": "wrong: no pattern"}
    assert fits(mistake, mistake, {"a", "b", "c"}, in_full=True)
    assert fits(mistake, {"a": "race: lost update"}, {"a", "c"}, in_full=True)
    assert not fits(mistake, {"a": "race: lost update"}, {"a", "b"}, in_full=True)
    assert fits(mistake, {"a": "race: lost update"}, {"a", "b"}, in_full=False)
    assert not fits(mistake, {"a": "race: lost update", "c": "crash: x"}, {"a", "c"}, in_full=False)


def test_what_is_known_is_checked_without_a_run(toy: Course) -> None:
    tally = toy.kata("tally")
    assert [out_of_date(kata) for kata in toy.katas] == ["", ""]
    path = wrong(tally, "adds_two")
    text = path.read_text()
    stale = "this is not what the wrong submissions say today; run `dojo course mistakes tally`"
    for old, new in [("each call", "every call"), ("import threading", "import threading, time")]:
        path.write_text(text.replace(old, new, 1))
        assert out_of_date(tally) == stale
    path.write_text(text)
    assert out_of_date(tally) == ""
    tally.visible.write_text(tally.visible.read_text() + "\n")
    assert out_of_date(tally) == stale
    tally.mistakes.unlink()
    assert out_of_date(tally) == "this file is missing; run `dojo course mistakes tally`"


def test_no_program_can_be_read_from_what_is_known(toy: Course) -> None:
    text = toy.kata("tally").mistakes.read_text()
    assert "threading" not in text and "self." not in text and "TOY-SECRET" not in text


def test_a_hint_that_speaks_of_a_call_is_for_who_makes_it(toy: Course) -> None:
    tally = toy.kata("tally")
    path = wrong(tally, "lock_per_call")
    known = read_mistakes(tally)
    assert known is not None
    speaking = tuple(replace(one, names=("setswitchinterval",)) for one in known.known)
    tally.mistakes.write_text(replace(known, known=speaking).to_text())
    assert advice_for(tally, failing(tally), path) == ""
    path.write_text("from sys import setswitchinterval\n" + path.read_text())
    assert advice_for(tally, failing(tally), path) == LOCK_PER_CALL


def test_names_are_what_the_hint_shows_as_code_and_the_program_uses() -> None:
    hint = "looks like `get(timeout=...)` in a loop; `wait()` for it, not get_nowait."
    assert spoken_of(hint) == {"get", "timeout", "wait"}
    source = "import queue as q\nbox = q.Queue()\ndef work(): return box.get(timeout=1)\n"
    assert library_names(source) == {"queue", "Queue", "get", "timeout"}
    assert library_names("def :") == frozenset()


def test_what_has_no_function_has_no_sketch() -> None:
    assert sketch('ORDER = ["T1 reads self.value", "T2 ends"]\n') == frozenset()
    assert sketch("def order(): return 1\n")
