"""The selectively uniform walk is uniform where the plain one is not."""

from __future__ import annotations

from collections import Counter

import pytest

from grader.engine import Program, Source
from grader.engine.program import Runner
from grader.engine.strategy import STRATEGIES

# One thread of four steps beside one of a single step: five interleavings.
UNEQUAL = """
from grader.engine.vocabulary import together
def main():
    order = []
    def long():
        for name in "abcd":
            order.append(name)
    def short():
        order.append("x")
    together(long, short)
    return "".join(order)
"""
EXECUTIONS = 2000


def shares(strategy: str, seed: int) -> dict[str, float]:
    program = Program((Source("unequal", "unequal.py", UNEQUAL),), ("unequal", "main"))
    runner = Runner(program, "anywhere", "patient", 1000)
    search = STRATEGIES[strategy](seed)
    results = zip(range(EXECUTIONS), runner.search(search), strict=False)
    counts = Counter(result.value for _, result in results)
    runner.close()
    return {value: count / EXECUTIONS for value, count in counts.items()}


@pytest.mark.parametrize("seed", range(3))
def test_each_interleaving_has_an_equal_share(seed: int) -> None:
    uniform = shares("surw", seed)
    assert len(uniform) == 5
    assert all(0.15 < share < 0.25 for share in uniform.values())


def test_a_plain_walk_favours_what_is_short() -> None:
    plain = shares("random", 0)
    assert plain["xabcd"] > 0.4
    assert plain["abcdx"] < 0.1
