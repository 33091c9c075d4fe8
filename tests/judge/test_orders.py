"""Katas whose submission is an order, and suites that say in their own words what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from grader import DojoError, follow, scenario
from grader.judge.replaying import replay
from grader.judge.verdict import Grade, PropertyResult

SUITE = """
    from grader import follow, scenario, together

    @scenario
    def two_clicks(submission):
        class Counter:
            value = 0
            def click(self):
                self.value += 1
        counter = Counter()
        together(counter.click, counter.click)
        return counter.value

    def test_it_can_be():
        assert not follow(two_clicks).impossible

    def test_one_is_lost():
        assert follow(two_clicks).values == {1}, "both clicks   were counted"
"""


def results(graded: Grade) -> list[PropertyResult]:
    return list(graded.properties)


def test_an_order_that_breaks_the_program_passes(desk: Any) -> None:
    graded = desk.grade('ORDER = ["T1 reads self.value", "T2 ends"]\n', desk.task(SUITE))
    assert (graded.verdict, graded.score) == ("pass", 20)
    assert [result.seen for result in graded.properties] == ["the order as written"] * 2


def test_an_order_that_breaks_nothing_is_wrong_and_shown(desk: Any) -> None:
    task = desk.task(SUITE)
    graded = desk.grade('ORDER = ["T1 ends", "T2 ends"]\n', task)
    can_be, lost = results(graded)
    assert (can_be.verdict, lost.verdict, lost.cause) == ("pass", "fail", "wrong")
    assert (lost.message, lost.outcomes, lost.only_gil) == ("both clicks were counted", 0, False)
    assert lost.timeline is not None and lost.schedule is not None
    assert [s.name for s in lost.timeline.steps if s.action == "write"] == ["T1", "T2"]
    shown = replay(task, desk.folder / "counter.py", "one_is_lost:1", lost.schedule)
    assert shown.timeline == lost.timeline


def test_a_preemption_makes_no_race_of_an_order(desk: Any) -> None:
    order = (
        'ORDER = ["T1 reads self.value", "T2 ends", "T1 ends", "T2 ends", "T2 ends", "T1 reads x"]'
    )
    can_be, lost = results(desk.grade(order, desk.task(SUITE)))
    assert (can_be.verdict, can_be.cause, lost.verdict) == ("fail", "wrong", "pass")
    assert can_be.message.startswith("step 6 of the order, “T1 reads x”, can't be: ")


@pytest.mark.parametrize(
    ("submission", "message"),
    [
        ("", "this file has no ORDER that can be read: raised AttributeError"),
        ("ORDER = None\n", "ORDER is a list of texts, such as "),
        ("ORDER = [1]\n", "step 1 of the order, '1', can't be read: write who and what"),
        ('ORDER = [("T1", "ends")]\n', "step 1 of the order, \"('T1', 'ends')\", can't be read: "),
        ('ORDER = "T1 ends"\n', "ORDER is a list of texts, such as "),
        ("ORDER = ['T1 ends'] * 1000\n", "an order has at most 200 steps"),
        ("class Odd(list): pass\nORDER = Odd(['T1 ends'])\n", "ORDER is a list of texts, such as "),
        ("ORDER = {'T1 ends'}\n", "ORDER is a list of texts, such as "),
    ],
)
def test_what_is_no_order_is_said(desk: Any, submission: str, message: str) -> None:
    can_be, _ = results(desk.grade(submission, desk.task(SUITE)))
    assert (can_be.verdict, can_be.cause) == ("fail", "wrong")
    assert message in can_be.message
    assert "\n" not in can_be.message and len(can_be.message) < 300


def test_nothing_of_the_submission_runs_in_the_program(desk: Any) -> None:
    patched = """
        import threading
        threading.Thread.run = None
        class Counter: value = 7
        ORDER = ["T1 ends"]
    """
    _, lost = results(desk.grade(patched, desk.task(SUITE)))
    assert lost.verdict != "pass"


def test_it_needs_a_submission() -> None:
    @scenario
    def nothing(submission: Any) -> None:
        pass

    with pytest.raises(DojoError, match="`nothing` needs a submission"):
        follow(nothing)
    with pytest.raises(DojoError, match="is no scenario; write @scenario above it"):
        follow(lambda submission: None)


WORDS = """
    from grader import explore, repeat, scenario, together

    @scenario
    def increments(submission):
        counter = submission.Counter()
        together(counter.increment, counter.increment)
        return counter.value

    def test_it():
        {body}
"""


@pytest.mark.parametrize(
    ("body", "cause", "message", "shown"),
    [
        ("assert explore(increments).values == {2}, 'one is gone'", "race", "one is gone", True),
        ("assert 1 not in set(explore(increments).values), 'no'", "wrong", "no", False),
        ("assert explore(increments, executions=1).exhaustive, 'few'", "wrong", "few", False),
        ("assert False, 'whatever you do'", "wrong", "whatever you do", False),
        ("assert False", "wrong", "the promise is not kept", False),
    ],
)
def test_a_suite_says_in_its_own_words_what_is_wrong(
    desk: Any, racy: str, body: str, cause: str, message: str, shown: bool
) -> None:
    (result,) = results(desk.grade(racy, desk.task(WORDS.format(body=body))))
    assert (result.verdict, result.cause, result.message) == ("fail", cause, message)
    assert (result.timeline is not None) == shown


def test_a_deadlock_stays_one_whatever_the_words(desk: Any) -> None:
    stuck = """
        import threading
        class Counter:
            def __init__(self):
                self.value, self.lock = 0, threading.Lock()
            def increment(self):
                self.lock.acquire()
    """
    body = "assert all(o.kind == 'returned' for o in explore(increments).outcomes), 'it hangs'"
    (result,) = results(desk.grade(stuck, desk.task(WORDS.format(body=body))))
    assert (result.cause, result.message) == ("deadlock", "it hangs")
