"""Models of Python's primitives: 22 pairs, of which one is right and the other one is not.

What each can do is known in full: no outcome may be missing, none made up.
"""

from __future__ import annotations

import runpy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from grader.engine import Exploration, Outcome, explore_file

MODELS = Path(__file__).parent / "models"
SEEDS = 20
UNREDUCED = 300
TOO_MANY = "T1: ValueError: Semaphore released too many times"


@dataclass(frozen=True)
class Model:
    """What the functions `right` and `wrong` of a file can do, see `ending`."""

    right: set[Any]
    wrong: set[Any]
    timeouts: str = "patient"
    spins: bool = False


KNOWN = {
    "barrier": Model({(2, 1)}, {(2, 1), (0, 1), (2, 0)}),
    "bounded_semaphore": Model({True}, {True, "ValueError", (True, TOO_MANY)}),
    "check_then_set": Model({2}, {1, 2}),
    "condition": Model({"first", "second"}, {"first", "second", None}),
    "double_checked_lock": Model({("blue", "blue")}, {("blue", "blue"), (None, "blue")}),
    "empty_then_get": Model({3}, {3, "deadlock"}),
    "event": Model({1}, {1, None}),
    "executor": Model({2}, {"deadlock"}),
    "join": Model({(42,)}, {(42,), ()}),
    "local": Model({(1, 2)}, {(1, 2), (1, 1), (2, 2)}),
    "lock": Model({2}, {1, 2}),
    "lock_order": Model({(11, 9)}, {(11, 9), "deadlock"}),
    "lost_wakeup": Model({True}, {True, "deadlock"}),
    "notify": Model({True}, {True, "deadlock"}),
    "priority_queue": Model({1}, {1, 2}),
    "rlock": Model({3}, {"deadlock"}),
    "semaphore": Model({2}, {1, 2}),
    "simple_queue": Model({1}, {"deadlock"}),
    "spin": Model({1}, {1, None}, spins=True),
    "task_done": Model({(2, 1)}, {(2, 1), (2,)}),
    "timed_wait": Model({"yes", "no answer"}, {"yes", None}, timeouts="adversarial"),
    "timer": Model({"rang"}, {"set", "rang"}, timeouts="adversarial"),
}


def ending(outcome: Outcome) -> Any:
    """How an execution ended, in one value; with what ended a thread unseen, if anything did."""
    if outcome.kind == "returned":
        return (outcome.value, *outcome.unhandled) if outcome.unhandled else outcome.value
    return outcome.exception if outcome.kind == "raised" else outcome.kind


def explore(name: str, function: str, **options: Any) -> Exploration:
    timeouts = KNOWN[name].timeouts
    return explore_file(MODELS / f"{name}.py", function, timeouts=timeouts, **options)


def test_each_model_is_known() -> None:
    assert len(KNOWN) == 22
    assert set(KNOWN) == {path.stem for path in MODELS.glob("*.py")}


@pytest.mark.parametrize("name", KNOWN)
def test_all_that_can_happen_is_found_with_every_seed(name: str) -> None:
    model = KNOWN[name]
    for seed in range(SEEDS):
        right, wrong = (explore(name, function, seed=seed) for function in ("right", "wrong"))
        assert {ending(o) for o in right.outcomes} == model.right, seed
        assert {ending(o) for o in wrong.outcomes} == model.wrong, seed
        # A thread that spins is made to give way, and then not all has been tried.
        assert right.exhaustive != model.spins
        assert wrong.exhaustive


@pytest.mark.parametrize("name", KNOWN)
def test_the_search_without_reduction_finds_nothing_else(name: str) -> None:
    model = KNOWN[name]
    for function, known in (("right", model.right), ("wrong", model.wrong)):
        unreduced = explore(name, function, strategy="dfs", executions=UNREDUCED)
        assert {ending(o) for o in unreduced.outcomes} <= known


@pytest.mark.parametrize("name", KNOWN)
def test_real_threads_do_nothing_else(name: str) -> None:
    right = runpy.run_path(str(MODELS / f"{name}.py"))["right"]
    assert right() in KNOWN[name].right
