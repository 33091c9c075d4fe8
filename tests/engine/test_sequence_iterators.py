"""The next item of a sequence's iterator that threads share: a read, and a write."""

from __future__ import annotations

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
