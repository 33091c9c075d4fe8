"""An order that a person has written: followed to the letter, or one sentence says why not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grader.engine import Exploration, Outcome, file_program, follow, replay_file
from tests.engine.conftest import HEAD

COUNTER = """
class Counter:
    def __init__(self):
        self.value = 0
        self.latest = None
    def click(self, visitor):
        self.value += 1
        self.latest = visitor

def main():
    counter = Counter()
    together(lambda: counter.click("a"), lambda: counter.click("b"))
    return counter.value, counter.latest
"""

LOCKS = """
def main():
    left, right = threading.Lock(), threading.Lock()
    def to():
        with left:
            with right:
                pass
    def fro():
        with right:
            with left:
                pass
    together(to, fro)
    return "done"
"""

BELL = """
def main():
    bell, rung = threading.Condition(), []
    def sleep():
        if not rung:
            with bell:
                bell.wait()
    def ring():
        rung.append(1)
        with bell:
            bell.notify()
    together(sleep, ring)
    return "done"
"""


def followed(lab: Any, text: str, *order: Any, **options: Any) -> Exploration:
    path: Path = lab.write(HEAD + text)
    found = follow(file_program(path, "main"), order, **options)
    (outcome,) = found.outcomes
    again = replay_file(path, "main", outcome.schedule)
    assert (again.kind, again.value) == (outcome.kind, outcome.value)
    assert again.timeline == outcome.timeline
    return found


def only(found: Exploration) -> Outcome:
    assert found.impossible == ""
    return found.outcomes[0]


@pytest.mark.parametrize(
    ("order", "value", "preemptions"),
    [
        ((), (2, "b"), 0),
        (("T1 ends",), (2, "b"), 0),
        (("T2 ends",), (2, "a"), 0),
        (("T2 ends", "T1 ends"), (2, "a"), 0),
        (("T1 reads self.value", "T2 ends"), (1, "a"), 1),
        (("T1 reads self.value", "T2 ends", "T1 ends"), (1, "a"), 1),
        (("T1 reads value → 0", "T2 writes self.value = 1", "T1 ends"), (1, "b"), 2),
        (("T1  writes  self . value", "T2 writes value", "T1 ends", "T2 ends"), (2, "b"), 2),
        (("T2 reads self.value", "T1 ends"), (1, "b"), 1),
    ],
)
def test_it_runs_just_the_order_that_is_written(
    lab: Any, order: tuple[str, ...], value: tuple[int, str], preemptions: int
) -> None:
    outcome = only(followed(lab, COUNTER, *order))
    assert (outcome.kind, outcome.value, outcome.preemptions) == ("returned", value, preemptions)


def test_an_order_leads_into_a_deadlock_with_one_preemption(lab: Any) -> None:
    for order in (
        ["T1 acquires left", "T2 acquires right"],
        ["T1 acquires left", "T2 waits", "T1 waits"],
        ["T2 acquires right", "T1 acquires left"],
    ):
        outcome = only(followed(lab, LOCKS, *order))
        assert (outcome.kind, outcome.preemptions) == ("deadlock", 1)
    assert only(followed(lab, LOCKS, "T1 releases left", "T2 ends")).value == "done"


def test_a_signal_can_be_missed_or_heard(lab: Any) -> None:
    missed = followed(lab, BELL, "T1 reads rung", "T2 calls bell.notify()", "T2 ends", "T1 waits")
    assert only(missed).kind == "deadlock"
    heard = followed(
        lab, BELL, "T1 calls bell.wait", "T1 waits", "T2 calls notify", "T2 ends", "T1 ends"
    )
    assert only(heard).value == "done"


@pytest.mark.parametrize(
    ("text", "order", "sentence"),
    [
        (
            COUNTER,
            ("T1 reads self.value", "T3 ends"),
            "step 2 of the order, “T3 ends”, can't be: there is no thread T3; "
            "the threads are: T1, T2",
        ),
        (
            COUNTER,
            ("T1 writes self.value", "T1 reads self.value"),
            "step 2 of the order, “T1 reads self.value”, can't be: T1 goes on to its end without "
            "it; what it still does: writes self.latest",
        ),
        (
            COUNTER,
            ("T1 ends", "T1 reads self.value"),
            "step 2 of the order, “T1 reads self.value”, can't be: T1 does nothing more, "
            "it has ended",
        ),
        (
            LOCKS,
            ("T1 acquires right", "T2 acquires right"),
            "step 2 of the order, “T2 acquires right”, can't be: T2 waits for right, "
            "held by T1 since line 11, so it can't go on",
        ),
        (
            LOCKS,
            ("T1 acquires left", "T2 waits", "T1 ends"),
            "step 3 of the order, “T1 ends”, can't be: by then nobody can go on any more",
        ),
        (
            BELL,
            ("T1 waits", "T1 ends"),
            "step 2 of the order, “T1 ends”, can't be: T1 waits in bell.wait(), so it can't go on",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence(
    lab: Any, text: str, order: tuple[str, ...], sentence: str
) -> None:
    assert followed(lab, text, *order).impossible == sentence


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("T1", "write who and what"),
        ("T1 read self.value", "what is one of reads, writes, calls, acquires, releases, waits"),
        ("T1 reads", "say what T1 reads"),
        ("", "write who and what"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_number(lab: Any, step: Any, words: str) -> None:
    found = followed(lab, COUNTER, "T1 reads self.value", step)
    assert found.impossible.startswith(f"step 2 of the order, {step!r}, can't be read: ")
    assert words in found.impossible
    assert found.outcomes[0].value == (2, "b")


def test_what_came_after_the_impossible_step_is_not_told(lab: Any) -> None:
    found = followed(lab, LOCKS, "T1 acquires right", "T2 acquires right", "T1 ends")
    told = found.as_far_as_followed(found.outcomes[0].timeline)
    assert [(s.name, s.action, s.target) for s in told.steps] == [
        ("T1", "acquire", "left"),
        ("T1", "acquire", "right"),
    ]
    whole = followed(lab, LOCKS, "T1 ends")
    assert whole.as_far_as_followed(whole.outcomes[0].timeline) == whole.outcomes[0].timeline


def test_it_says_what_was_looked_at(lab: Any) -> None:
    found = followed(lab, COUNTER, "T1 ends")
    assert (found.seen(), found.executions, found.exhaustive) == ("the order as written", 1, False)
    assert Exploration.from_data(found.to_data()).impossible == ""
