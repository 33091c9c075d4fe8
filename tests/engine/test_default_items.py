"""What a defaultdict lacks is made, and then stored: two steps, if the factory is Python code."""

import sys

import pytest

PROGRAM = """
    from collections import defaultdict

    class Numbers(list):
        pass

    def make():
        return []

    def main():
        numbers = defaultdict({factory})
        together(lambda: numbers[1].append(1), lambda: numbers[1].append(2))
        return list(numbers[1])
"""
COUNTS = """
    from collections import defaultdict

    def main():
        counts = defaultdict(lambda: 0)
        def count():
            counts["a"] += 1
        together(count, count)
        return dict(counts)
"""
BOTH = [[1, 2], [2, 1]]


# Python's own C code runs under `gil`; since 3.14 it keeps what came while the factory ran.
KEEPS = sys.version_info >= (3, 14)


@pytest.mark.parametrize("factory", ["lambda: []", "make"])
def test_what_one_has_made_another_may_replace(lab, factory: str) -> None:
    program = PROGRAM.format(factory=factory)
    all_four = [[1, 2], [1], [2, 1], [2]]
    assert lab.endings(program) == all_four
    assert lab.endings(program, switching="gil") == (BOTH if KEEPS else all_four)


@pytest.mark.parametrize("factory", ["list", "None"])
def test_c_code_makes_and_stores_in_one_step(lab, factory: str) -> None:
    endings = lab.endings(PROGRAM.format(factory=factory))
    assert endings == (BOTH if factory == "list" else ["KeyError"])


def test_a_count_may_be_lost(lab) -> None:
    assert lab.endings(COUNTS) == [{"a": 1}, {"a": 2}]
    under_gil = [{"a": 2}] if KEEPS else [{"a": 1}, {"a": 2}]
    assert lab.endings(COUNTS, switching="gil") == under_gil


def test_an_item_that_is_there_costs_nothing_more(lab) -> None:
    program = PROGRAM.replace("defaultdict({factory})", "defaultdict(lambda: [], {{1: []}})")
    plain = PROGRAM.replace("{factory}", "list, {{1: []}}")
    counts = [lab.explore(text.format()).executions for text in (program, plain)]
    assert counts[0] == counts[1]
