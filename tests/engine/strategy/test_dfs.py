"""Depth-first search runs every schedule once: proved by counting."""

from __future__ import annotations

from math import comb, factorial, prod

import pytest

from grader.engine import schedule as schedules
from grader.engine.explorer import explore
from grader.engine.program import Program, Runner
from grader.engine.rewrite import Source
from grader.engine.schedule import Entry
from grader.engine.strategy import DepthFirst

COUNTER = """
class Counter:
    def __init__(self):
        self.value = 0
    def increment(self):
        self.value += 1
def main():
    counter = Counter()
    together(*[repeat(counter.increment, n) for n in {threads}])
    return counter.value
"""
LOCKED = """
lock = threading.Lock()
class Counter:
    def __init__(self):
        self.value = 0
    def increment(self):
        with lock:
            self.value += 1
def main():
    counter = Counter()
    together(*[repeat(counter.increment, n) for n in {threads}])
    return counter.value
"""
LAST_LINE_OF_HEAD = "from grader.engine.vocabulary import together, repeat\nimport threading\n"


def orders(sizes: list[int]) -> int:
    """In how many ways sequences of these lengths can be merged."""
    return factorial(sum(sizes)) // prod(map(factorial, sizes))


@pytest.mark.parametrize("threads", [[1], [1, 1], [2, 1], [2, 2], [1, 1, 1], [3, 2], [2, 1, 1]])
def test_a_racy_counter(lab, threads: list[int]) -> None:
    """Every increment is a read and a write; all their orders."""
    exploration = lab.explore(COUNTER.format(threads=threads), strategy="dfs", executions=5000)
    assert exploration.exhaustive
    assert exploration.executions == orders([2 * n for n in threads])
    busiest = sorted(threads)
    fewest = 1 if len(threads) > 1 and busiest[-2] == 1 else min(2, sum(threads))
    assert exploration.values == set(range(fewest, sum(threads) + 1))


@pytest.mark.parametrize(
    ("threads", "count"),
    [
        ([1], 1),
        ([1, 1], 2),
        ([2, 2], 6),
        ([3, 3], 20),
        ([2, 2, 2], 90),
        ([1, 1, 1], 6),
        ([4, 2], 15),
    ],
)
def test_a_locked_counter(lab, threads: list[int], count: int) -> None:
    """Every increment is one step; all their orders."""
    assert count == orders(threads)
    exploration = lab.explore(LOCKED.format(threads=threads), strategy="dfs")
    assert (exploration.exhaustive, exploration.executions) == (True, count)
    assert exploration.values == {sum(threads)}
    assert exploration.seen() == (
        "the only interleaving" if count == 1 else f"all {count} interleavings"
    )


@pytest.mark.parametrize("reads", [1, 2, 3])
def test_readers_and_a_writer(lab, reads: int) -> None:
    exploration = lab.explore(
        f"""
        class Box:
            value = 0
        def main():
            box = Box()
            def write():
                box.value = 1
            def read():
                return {" + ".join(["box.value"] * reads)}
            return together(read, write)[0]
    """,
        strategy="dfs",
    )
    assert (exploration.exhaustive, exploration.executions) == (True, reads + 1)
    assert exploration.values == set(range(reads + 1))


def test_threads_without_a_word_to_say_to_each_other(lab) -> None:
    exploration = lab.explore(
        """
        def main():
            return together(*[lambda n=n: n * n for n in range(5)])
    """,
        strategy="dfs",
    )
    assert (exploration.exhaustive, exploration.executions) == (True, 1)


class TestPreemptionBound:
    # Two threads of 4 steps: with k preemptions there are these many schedules in all.
    # Main begins by choosing the first thread freely; a preemption stands before a step that is
    # not the thread's first after a hand-over, and whoever is left at the end runs freely.

    @pytest.mark.parametrize(
        ("bound", "executions", "values"),
        [
            (0, 2, {4}),
            (1, 2 + 2 * 3, {2, 3, 4}),
            (None, comb(8, 4), {2, 3, 4}),
        ],
    )
    def test_counts(self, lab, bound: int | None, executions: int, values: set[int]) -> None:
        exploration = lab.explore(COUNTER.format(threads=[2, 2]), strategy="dfs", preemptions=bound)
        assert exploration.executions == executions
        assert exploration.values <= values
        assert exploration.exhaustive == (bound is None)
        assert all(o.preemptions <= (99 if bound is None else bound) for o in exploration.outcomes)

    def test_each_schedule_once_and_in_the_order_of_preemptions(self) -> None:
        text = LAST_LINE_OF_HEAD + COUNTER.format(threads=[2, 2])
        runner = Runner(
            Program((Source("p", "p.py", text),), ("p", "main")), "anywhere", "patient", 5000
        )
        search = DepthFirst()
        seen: list[tuple[int, ...]] = []
        costs: list[int] = []
        for _ in runner.search(search):
            seen.append(tuple(runner.scheduler.trace))
            costs.append(runner.scheduler.preemptions)
        assert len(seen) == len(set(seen)) == 70
        assert costs == sorted(costs)
        by_cost = {cost: costs.count(cost) for cost in set(costs)}
        assert by_cost == {0: 2, 1: 6, 2: 18, 3: 18, 4: 18, 5: 6, 6: 2}

    def test_what_a_bound_cuts_off_is_not_called_exhaustive(self, lab) -> None:
        once = lab.explore(COUNTER.format(threads=[1]), strategy="dfs", preemptions=0)
        assert once.exhaustive
        cut = lab.explore(COUNTER.format(threads=[1, 1]), strategy="dfs", preemptions=0)
        assert not cut.exhaustive
        assert cut.seen() == "the first 2 interleavings"

    def test_what_the_budget_cuts_off_is_not_called_exhaustive(self, lab) -> None:
        text = COUNTER.format(threads=[1, 1])
        assert not lab.explore(text, strategy="dfs", executions=5).exhaustive
        assert lab.explore(text, strategy="dfs", executions=6).exhaustive
        assert lab.explore(text, strategy="dfs", executions=6).executions == 6


def test_the_schedules_found_are_the_shortest_texts_of_their_rank() -> None:
    text = LAST_LINE_OF_HEAD + COUNTER.format(threads=[2, 2])
    exploration = explore(Program((Source("p", "p.py", text),), ("p", "main")), strategy="dfs")
    entries: list[list[Entry]] = [schedules.parse(o.schedule)[2] for o in exploration.outcomes]
    assert [
        (o.value, o.preemptions, len(e)) for o, e in zip(exploration.outcomes, entries, strict=True)
    ] == [
        (4, 0, 0),
        (2, 1, 1),
        (3, 2, 2),
    ]
