"""What `threading` has since 3.15 for iterators that several threads share."""

from __future__ import annotations

import sys
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    sys.version_info < (3, 15), reason="serialize_iterator and its kin are new in 3.15"
)
MODELS = {"anywhere": "dpor", "gil": "dfs"}
SOURCE = """
    def squares():
        for number in (1, 2):
            step[0] += 1
            yield number * number

    step = [0]

    @threading.synchronized_iterator
    def echo():
        heard = yield 0
        yield heard
"""
ONCE = [("ok", 1), ("ok", 4)], [("ok", 4), ("ok", 1)]
SPLIT = [[1, 4], []], [[1], [4]], [[4], [1]], [[], [1, 4]]
STORIES: dict[str, tuple[str, Any]] = {
    "a generator alone is refused to the second thread": (
        """
        def main():
            source = squares()
            return together(*[lambda: attempt(next, source)] * 2)
        """,
        (*ONCE, [("ok", 1), ("error", "ValueError")], [("error", "ValueError"), ("ok", 1)]),
    ),
    "a serialized one makes the second thread wait": (
        """
        def main():
            source = threading.serialize_iterator(squares())
            return together(*[lambda: attempt(next, source)] * 2)
        """,
        ONCE,
    ),
    "a loop takes one item at a time": (
        """
        def main():
            source = threading.serialize_iterator(squares())
            def take():
                return [number for number in source]
            return together(take, take)
        """,
        SPLIT,
    ),
    "so does a list that is made of it": (
        """
        def main():
            source = threading.serialize_iterator(squares())
            return together(*[lambda: list(source)] * 2)
        """,
        SPLIT,
    ),
    "a generator's methods wait, too": (
        """
        def main():
            source = echo()
            next(source)
            return together(lambda: attempt(source.send, "a"), lambda: attempt(source.send, "b"))
        """,
        ([("ok", "a"), ("error", "StopIteration")], [("error", "StopIteration"), ("ok", "b")]),
    ),
    "one that is closed is at its end": (
        """
        def main():
            source = echo()
            return together(lambda: attempt(next, source), source.close)
        """,
        ([("ok", 0), None], [("error", "StopIteration"), None]),
    ),
    "each part of a tee has all, and the source runs once": (
        """
        def main():
            one, other = threading.concurrent_tee(squares())
            return together(lambda: list(one), lambda: list(other)), step[0]
        """,
        [([[1, 4], [1, 4]], 2)],
    ),
    "whoever comes first runs the source": (
        """
        def main():
            def numbers():
                yield threading.get_ident()
            one, other = threading.concurrent_tee(numbers())
            return together(lambda: next(one), lambda: next(other))
        """,
        [[2, 2], [3, 3]],
    ),
    "a part of a tee is for one thread": (
        """
        def main():
            (one,) = threading.concurrent_tee(squares(), 1)
            return together(*[lambda: attempt(next, one)] * 2)
        """,
        (*ONCE, [("ok", 1), ("ok", 1)]),
    ),
    "a serialized one is not": (
        """
        def main():
            (one,) = threading.concurrent_tee(squares(), 1)
            source = threading.serialize_iterator(one)
            return together(*[lambda: attempt(next, source)] * 2)
        """,
        ONCE,
    ),
}


@pytest.mark.parametrize("switching", MODELS)
@pytest.mark.parametrize("story", STORIES)
def test_all_that_can_come_of_it(lab, story: str, switching: str) -> None:
    program, expected = STORIES[story]
    options = {"switching": switching, "strategy": MODELS[switching], "executions": 4000}
    exploration = lab.explore(lab.joined(SOURCE, program), **options)
    assert exploration.exhaustive
    assert sorted(exploration.values, key=repr) == sorted(expected, key=repr)
