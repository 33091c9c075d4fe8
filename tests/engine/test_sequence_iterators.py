"""The next item of a sequence's iterator that threads share: a read, and a write."""

from __future__ import annotations

import ast

import pytest

SEQUENCES = ["[1, 2]", "(1, 2)", "'ab'", "'é€'", "b'ab'", "bytearray(b'ab')"]
NEXT = """
    def main():
        items = {sequence}
        source, first = iter(items), items[0]
        def take():
            return next(source, None) == first
        return sorted(together(take, take))
"""
LOOP = """
    source = iter([1, 2])
    taken = []
    def take():
        for number in source:
            taken.append(number)
    def main():
        together(take, take)
        return sorted(taken)
"""
# One that has read before the other wrote has the same item, and may put the other back.
TWICE = [[1, 1, 2], [1, 1, 2, 2], [1, 1, 2, 2, 2], [1, 2], [1, 2, 2]]


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_two_threads_may_get_the_same_item(lab, sequence: str) -> None:
    exploration = lab.explore(lab.joined(NEXT.format(sequence=sequence)))
    assert sorted(exploration.values) == [[False, True], [True, True]]
    # As many as for two threads that add to a counter without a lock.
    assert (exploration.exhaustive, exploration.executions) == (True, 4)


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_with_the_gil_they_do_not(lab, sequence: str) -> None:
    exploration = lab.explore(lab.joined(NEXT.format(sequence=sequence)), switching="gil")
    assert exploration.values == [[False, True]]


def test_a_loop_may_be_put_back(lab) -> None:
    exploration = lab.explore(lab.joined(LOOP))
    assert exploration.exhaustive
    assert sorted(exploration.values) == TWICE
    assert lab.endings(LOOP, switching="gil") == [[1, 2]]


# How the iterator that two threads take from may come to them.
SHARED = {
    "a global": ("source = iter([1, 2])", "next(source)"),
    "an attribute": ("class Box: it = iter([1, 2])", "next(Box.it)"),
    "a default": ("source = iter([1, 2])", "next(source, None)"),
    "another name": ("source = iter([1, 2])", "(lambda mine: next(mine))(source)"),
    "iter of it": ("source = iter([1, 2])", "next(iter(source))"),
    "a loop over iter of it": ("source = iter([1, 2])", "first(source)"),
    "a generator expression": ("source = iter([1, 2])", "next(x for x in source)"),
    "one that a class keeps": ("source = Keeps()", "first(source)"),
    "one that a class keeps, by iter": ("source = Keeps()", "local(source)"),
    "a variable for iter of it": ("source = iter([1, 2])", "local(source)"),
    "a walrus": ("source = iter([1, 2])", "next((mine := source))"),
}
TAKES = """
    class Keeps:
        def __init__(self):
            self.items = iter([1, 2])
        def __iter__(self):
            return self.items
    def first(items):
        for item in iter(items):
            return item
    def local(items):
        mine = iter(items)
        return next(mine)
    {made}
    def main():
        return sorted(together(lambda: {taken}, lambda: {taken}))
"""


@pytest.mark.parametrize("way", SHARED)
def test_an_iterator_that_others_have_is_shared(lab, way: str) -> None:
    made, taken = SHARED[way]
    exploration = lab.explore(lab.joined(TAKES.format(made=made, taken=taken)))
    assert [1, 1] in exploration.values
    assert exploration.exhaustive


# Each of the two threads has an iterator of its own over one list.
OWN = {
    "a variable": "mine = iter(items); return next(mine)",
    "a variable and a default": "mine = iter(items); return next(mine, None)",
    "no variable": "return next(iter(items))",
    "a loop over a variable": """mine = iter(items)
        for item in mine: return item""",
    "a loop over none": """for item in iter(items): return item""",
}
OWNERS = """
    items = [1, 2]
    def take():
        {body}
    def change():
        items[0] = 3
    def main():
        return together(take, change)[0]
"""


@pytest.mark.parametrize("body", OWN.values(), ids=OWN)
def test_an_iterator_of_ones_own_takes_one_step(lab, body: str) -> None:
    exploration = lab.explore(lab.joined(OWNERS.format(body=body)))
    assert sorted(exploration.values) == [1, 3]
    assert (exploration.exhaustive, exploration.executions) == (True, 3)
    assert {outcome.steps for outcome in exploration.outcomes} == {6}


PAIRS = """
    def main():
        source = enumerate([1, 2])
        def take():
            return next(source, None)
        return sorted(together(take, take))
"""
# What free-threaded 3.13 came to, and the same with the other item or number.
TORN_PAIRS = [
    [(0, 1), (0, 1)],
    [(0, 1), (0, 2)],
    [(0, 1), (1, 1)],
    [(0, 1), (1, 2)],
    [(0, 2), (1, 1)],
]


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_two_threads_may_get_the_same_number_or_the_item_of_another(lab, sequence: str) -> None:
    program = PAIRS.replace("[1, 2]", sequence)
    exploration = lab.explore(lab.joined(program))
    first, second = ast.literal_eval(sequence.removeprefix("bytearray"))
    named = {1: first, 2: second}
    expected = [[(number, named[item]) for number, item in pairs] for pairs in TORN_PAIRS]
    assert sorted(exploration.values) == expected
    assert exploration.exhaustive
    assert lab.endings(program, switching="gil") == [[(0, first), (1, second)]]


def test_an_enumerate_alone_counts_and_ends_as_it_should(lab) -> None:
    program = """
        source, other = enumerate([1, 2], 5), enumerate("ab")
        def main():
            pairs = [next(source), next(other), next(source), next(other, "end")]
            return pairs, next(source, "end"), next(source, "end"), next(other, "end")
    """
    pairs = [(5, 1), (0, "a"), (6, 2), (1, "b")]
    assert lab.endings(program) == [(pairs, "end", "end", "end")]


@pytest.mark.parametrize("body", OWN.values(), ids=OWN)
def test_an_enumerate_of_ones_own_takes_one_step(lab, body: str) -> None:
    program = OWNERS.replace("{body}", body.replace("iter(items)", "enumerate(items)"))
    exploration = lab.explore(lab.joined(program))
    assert sorted(exploration.values) == [(0, 1), (0, 3)]
    assert (exploration.exhaustive, exploration.executions) == (True, 3)
