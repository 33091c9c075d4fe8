"""Recorded calls: what is recorded, at what price, and that a reduced search misses nothing."""

from __future__ import annotations

import random
import threading
from textwrap import indent

import pytest

from grader.engine import Exploration, Program, Source
from grader.engine.explorer import explore
from grader.engine.recorded import Recorded
from grader.engine.vocabulary import record

HEAD = """\
import threading
import time
from grader.engine.vocabulary import record, repeat, together
class Racy:
    def __init__(self):
        self._value = 0
    def increment(self):
        self._value += 1
    @property
    def value(self):
        return self._value
class Locked:
    def __init__(self):
        self._value, self._lock = 0, threading.Lock()
    def increment(self):
        with self._lock:
            self._value += 1
    @property
    def value(self):
        with self._lock:
            return self._value
"""
INCREMENT = ("increment",)


def run(text: str, **options: object) -> Exploration:
    program = Program((Source("p", "p.py", HEAD + text),), ("p", "main"))
    return explore(program, **options)  # type: ignore[arg-type]


def recorded(kind: str, program: object, **options: object) -> Exploration:
    return run(f"def main():\n    return record({kind}(), {program!r})\n", **options)


def histories(exploration: Exploration) -> dict[str, tuple]:
    """The histories found, by their text; none of an execution that ends otherwise."""
    values = [
        o.value or Recorded(((0, o.kind, (o.message,), "", None, 0, 1),))
        for o in exploration.outcomes
    ]
    return {repr(value.rows): value.rows for value in values}


@pytest.mark.parametrize(
    ("kind", "threads", "times", "executions", "histories"),
    [
        ("Racy", 2, 1, 4, 3),
        ("Racy", 2, 2, 34, 19),
        ("Racy", 3, 1, 36, 19),
        ("Locked", 2, 1, 2, 2),
        ("Locked", 2, 2, 6, 6),
        ("Locked", 3, 1, 6, 6),
        ("Locked", 3, 2, 90, 90),
    ],
)
def test_recording_a_counter_costs_no_execution(
    kind: str, threads: int, times: int, executions: int, histories: int
) -> None:
    program = [[INCREMENT] * times] * threads
    found = recorded(kind, program)
    assert (found.exhaustive, found.executions, len(found.outcomes)) == (
        True,
        executions,
        histories,
    )
    plain = run(
        f"def main():\n    c = {kind}()\n"
        f"    together(*[repeat(c.increment, {times})] * {threads})\n    return c._value\n"
    )
    assert (plain.exhaustive, plain.executions) == (True, executions)


def test_no_point_is_added() -> None:
    found = recorded("Racy", [[INCREMENT, INCREMENT]])
    plain = run("def main():\n    together(repeat(Racy().increment, 2))\n")
    (outcome,), (other,) = found.outcomes, plain.outcomes
    assert outcome.steps == other.steps


def test_what_is_recorded() -> None:
    text = """
class Box:
    size = 3
    def __init__(self):
        self.items = [7]
    def add(self, item, twice=False):
        if item is None:
            raise KeyError(item)
        self.items.append(item)
        return self.items
def main():
    calls = [("add", 1), ("add", None), ("size",), ("items",), ("missing",), ("add",)]
    return record(Box(), [calls], then=[("add", 2)])
"""
    (value,) = run(text).values
    assert value.rows == (
        (0, "add", (2,), "returned", [7, 1, 2], 12, 13),
        (1, "add", (1,), "returned", [7, 1], 0, 1),
        (1, "add", (None,), "raised", "KeyError", 2, 3),
        (1, "size", (), "returned", 3, 4, 5),
        (1, "items", (), "returned", [7, 1], 6, 7),
        (1, "missing", (), "raised", "AttributeError", 8, 9),
        (1, "add", (), "raised", "TypeError", 10, 11),
    )
    assert repr(value) == (
        "T1 add(1) → [7, 1]; T1 add(None) ✗ KeyError; T1 size() → 3; T1 items() → [7, 1]; "
        "T1 missing() ✗ AttributeError; T1 add() ✗ TypeError; main add(2) → [7, 1, 2]"
    )


# Calls whose steps commute, so that only their places in time differ.
COMMUTING = """
class Apart:
    def __init__(self):
        self.left, self.right = 0, 0
    def write(self):
        self.left = 1
    def read(self):
        return self.right
    def same(self):
        return 5
"""
BEFORE, AFTER, AT_ONCE = (0, 1, 2, 3), (2, 3, 0, 1), (0, 1, 0, 1)


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        # Each is one step, so they never overlap.
        ("write", "read", {BEFORE, AFTER}),
        # A call without a step gets one, or it would have one place only.
        ("write", "same", {BEFORE, AFTER}),
        ("same", "same", {BEFORE, AFTER}),
    ],
)
def test_calls_that_commute_come_in_every_order(
    first: str, second: str, places: set[tuple[int, ...]]
) -> None:
    text = (
        f"{COMMUTING}def main():\n    return record(Apart(), [[({first!r},)], [({second!r},)]])\n"
    )
    for strategy in ("dpor", "dfs"):
        found = run(text, strategy=strategy)
        assert {(*one[5:], *two[5:]) for one, two in (v.rows for v in found.values)} == places
        assert found.exhaustive


STATEMENTS = (
    "self.a += 1",
    "self.b = self.a",
    "self.a = self.b + 1",
    "x = self.b",
    "with self.lock: self.a += 1",
    "with self.lock: self.b = 2",
    "with self.other: self.b += 1",
    "if self.a: self.b = 3",
    "x = self.fixed",
    "with self.lock:\n    with self.other: x = self.a",
    "self.items.append(1)",
    "x = len(self.items)",
    "self.event.set()",
    "x = self.event.is_set()",
    "if self.lock.acquire(False): self.lock.release()",
)
RESULTS = ("self.a", "self.b", "0", "None", "x", "self.items")
SHAPES = ((1, 1), (2, 1), (1, 1, 1), (2, 2))


def drawn(chance: random.Random) -> str:
    """A class of three methods that do anything, and a program of calls of them."""
    lines = [
        "class Thing:",
        "    def __init__(self):",
        "        self.a = self.b = 0",
        "        self.fixed, self.items, self.event = 5, [], threading.Event()",
        "        self.lock, self.other = threading.Lock(), threading.Lock()",
    ]
    for name in "fgh":
        lines += [f"    def {name}(self):", "        x = 0"]
        for _ in range(chance.choice((0, 1, 1, 2))):
            lines.append(indent(chance.choice(STATEMENTS), " " * 8))
        lines.append(f"        return {chance.choice(RESULTS)}")
    program = [[(chance.choice("fgh"),) for _ in range(n)] for n in chance.choice(SHAPES)]
    then = chance.choice(([], [("f",)], [("a",)]))
    return "\n".join([*lines, "def main():", f"    return record(Thing(), {program}, {then})\n"])


def test_the_reduced_search_finds_every_history() -> None:
    """Held against every schedule, for classes of which nothing is known."""
    chance = random.Random(0)
    compared = saved = commuting = 0
    while compared < 30:
        text = drawn(chance)
        full = run(text, strategy="dfs", executions=300)
        if not full.exhaustive:
            continue
        reduced = run(text, strategy="dpor", executions=300)
        assert reduced.exhaustive, text
        assert histories(reduced).keys() == histories(full).keys(), text
        compared += 1
        saved += full.executions - reduced.executions
        answers = {repr([row[:5] for row in rows]) for rows in histories(full).values()}
        commuting += len(answers) < len(full.outcomes)
    assert saved > 100 and commuting > 20


def test_in_the_gil_model_calls_are_recorded_at_its_own_points() -> None:
    """The point at the entry of a method comes before the call; there is not one more."""
    text = """
def read(counter):
    return counter._value
class Stale(Racy):
    def __init__(self):
        Racy.__init__(self)
        self._seen = 0
    def increment(self):
        self._value += 1
    def get(self):
        return self._seen
def main():
    return record(Stale(), [[("increment",)], [("get",), ("get",)]])
"""
    found = run(text, switching="gil")
    assert found.exhaustive
    places = {tuple(row[5:] for row in rows) for rows in histories(found).values()}
    # The increment is before, between or after the two, and never at once with them.
    assert places == {
        ((0, 1), (2, 3), (4, 5)),
        ((2, 3), (0, 1), (4, 5)),
        ((4, 5), (0, 1), (2, 3)),
    }
    assert found.executions == 3


def test_equal_orders_have_equal_numbers() -> None:
    one = Recorded.of([(1, "f", (), "returned", 1, 3, 9), (2, "f", (), "returned", 1, 12, 40)])
    two = Recorded.of([(2, "f", (), "returned", 1, 5, 6), (1, "f", (), "returned", 1, 1, 2)])
    assert one == two
    assert [row[5:] for row in one.rows] == [BEFORE[:2], BEFORE[2:]]
    apart = Recorded.of([(1, "f", (), "returned", 1, 1, 6), (2, "f", (), "returned", 1, 5, 9)])
    assert [row[5:] for row in apart.rows] == [AT_ONCE[:2], AT_ONCE[2:]]
    assert Recorded.of([]).rows == ()


def test_numbers_tell_which_came_first() -> None:
    """Whatever the events, a call is before another by the new numbers if it was by the old."""
    chance = random.Random(2)
    for _ in range(300):
        events = chance.sample(range(20), 10)
        calls = [(n, "f", (), "returned", n, *sorted(events[2 * n : 2 * n + 2])) for n in range(5)]
        new = Recorded.of(calls).rows
        for one in range(5):
            for two in range(5):
                assert (calls[one][6] < calls[two][5]) == (new[one][6] < new[two][5])


def test_real_threads_are_recorded_too() -> None:
    meeting = threading.Barrier(2)

    class Room:
        def meet(self) -> int:
            return meeting.wait(30) * 0

        def __getattr__(self, name: str) -> object:
            return [name]

    history = record(Room(), [[("meet",)], [("meet",)]], then=[("late",), ("meet", 1)])
    assert history.rows == (
        (0, "late", (), "returned", ["late"], 2, 3),
        (0, "meet", (1,), "raised", "TypeError", 4, 5),
        (1, "meet", (), "returned", 0, 0, 1),
        (2, "meet", (), "returned", 0, 0, 1),
    )
