"""Where a thread may be switched: the two switching models."""

from __future__ import annotations

from typing import Any

import pytest

HEAD = """
class Counter:
    value = 0
    _hidden = 0
    @property
    def shown(self):
        return self._hidden
    @shown.setter
    def shown(self, value):
        self._hidden = value
def same(x):
    return x
def twice(action, result):
    together(action, action)
    return result()
"""

# name: (program, values anywhere, values under gil)
PROGRAMS: dict[str, tuple[str, set[Any], set[Any]]] = {
    "attribute +=": (
        """
        def main():
            c = Counter()
            def add():
                c.value += 1
            return twice(add, lambda: c.value)
        """,
        {1, 2},
        {2},
    ),
    "global +=": (
        """
        total = 0
        def add():
            global total
            total += 1
        def main():
            return twice(add, lambda: total)
        """,
        {1, 2},
        {2},
    ),
    "closure variable +=": (
        """
        def main():
            total = 0
            def add():
                nonlocal total
                total += 1
            return twice(add, lambda: total)
        """,
        {1, 2},
        {2},
    ),
    "item +=": (
        """
        def main():
            counts = {"a": 0}
            def add():
                counts["a"] += 1
            return twice(add, lambda: counts["a"])
        """,
        {1, 2},
        {2},
    ),
    "list item +=": (
        """
        def main():
            counts = [0]
            def add():
                counts[0] += 1
            return twice(add, lambda: counts[0])
        """,
        {1, 2},
        {2},
    ),
    "spelt out": (
        """
        def main():
            c = Counter()
            def add():
                c.value = c.value + 1
            return twice(add, lambda: c.value)
        """,
        {1, 2},
        {2},
    ),
    "over two lines": (
        """
        def main():
            c = Counter()
            def add():
                old = c.value
                c.value = old + 1
            return twice(add, lambda: c.value)
        """,
        {1, 2},
        {2},
    ),
    "a call of C code in the window": (
        """
        def main():
            c = Counter()
            def add():
                c.value = int(c.value) + 1
            return twice(add, lambda: c.value)
        """,
        {1, 2},
        {1, 2},
    ),
    "a call of Python code in the window": (
        """
        def main():
            c = Counter()
            def add():
                c.value = same(c.value) + 1
            return twice(add, lambda: c.value)
        """,
        {1, 2},
        {1, 2},
    ),
    "a property +=": (
        """
        def main():
            c = Counter()
            def add():
                c.shown += 1
            return twice(add, lambda: c.shown)
        """,
        {1, 2},
        {1, 2},
    ),
    "a loop in the window": (
        """
        def main():
            c = Counter()
            def add():
                old = c.value
                for _ in range(2):
                    pass
                c.value = old + 1
            return twice(add, lambda: c.value)
        """,
        {1, 2},
        {1, 2},
    ),
    "a while loop in the window": (
        """
        def main():
            c = Counter()
            def add():
                old = c.value
                n = 0
                while n < 2:
                    n += 1
                c.value = old + 1
            return twice(add, lambda: c.value)
        """,
        {1, 2},
        {1, 2},
    ),
    "check then act": (
        """
        def main():
            seen = {}
            made = []
            def add():
                if "a" not in seen:
                    seen["a"] = 1
                    made.append(1)
            return twice(add, lambda: len(made))
        """,
        {1, 2},
        {1},
    ),
    "check then act with a call between": (
        """
        def main():
            seen = {}
            made = []
            def add():
                if "a" not in seen:
                    seen["a"] = same(1)
                    made.append(1)
            return twice(add, lambda: len(made))
        """,
        {1, 2},
        {1, 2},
    ),
    "get then set": (
        """
        def main():
            counts = {}
            def add():
                counts["a"] = counts.get("a", 0) + 1
            return twice(add, lambda: counts["a"])
        """,
        {1, 2},
        {1, 2},
    ),
    "length then pop": (
        """
        def main():
            items = [1]
            def take():
                if len(items) > 0:
                    attempt(items.pop)
            together(take, take)
            return len(items)
        """,
        {0},
        {0},
    ),
    "empty then get": (
        """
        def main():
            q = queue.SimpleQueue()
            q.put(1)
            lost = []
            def take():
                if not q.empty():
                    if attempt(q.get_nowait)[0] == "error":
                        lost.append(1)
            together(take, take)
            return len(lost)
        """,
        {0, 1},
        {0, 1},
    ),
    "append is one step": (
        """
        def main():
            items = []
            def add():
                items.append(1)
            return twice(add, lambda: len(items))
        """,
        {2},
        {2},
    ),
    "setdefault is one step": (
        """
        def main():
            made = {}
            return len(set(map(tuple, together(
                lambda: made.setdefault("a", [1]), lambda: made.setdefault("a", [2])))))
        """,
        {1},
        {1},
    ),
    "a swap of two globals": (
        """
        a, b = 1, 2
        def swap():
            global a, b
            a, b = b, a
        def main():
            together(swap, swap)
            return a + b
        """,
        {3, 4},
        {3},
    ),
    "a swap that another watches": (
        """
        a, b = 1, 2
        def swap():
            global a, b
            a, b = b, a
        def main():
            return together(swap, lambda: (a, b))[1]
        """,
        {(1, 2), (1, 1), (2, 2), (2, 1)},
        {(1, 2), (2, 1)},
    ),
    "a swap of attributes that another watches": (
        """
        def main():
            c = Counter()
            c.a, c.b = 1, 2
            def swap():
                c.a, c.b = c.b, c.a
            return together(swap, lambda: (c.a, c.b))[1]
        """,
        {(1, 2), (1, 1), (2, 2), (2, 1)},
        {(1, 2), (2, 1)},
    ),
    "a comparison of a changing thing with itself": (
        """
        def main():
            c = Counter()
            def change():
                c.value = 1
            return together(lambda: c.value == c.value, change)[0]
        """,
        {True, False},
        {True},
    ),
    "a slice assignment": (
        """
        def main():
            items = [0, 0]
            def copy():
                items[:] = [items[0] + 1, items[1] + 1]
            together(copy, copy)
            return tuple(items)
        """,
        {(1, 1), (2, 2), (1, 2)},
        {(2, 2)},
    ),
    "iterating while another appends": (
        """
        def main():
            items = [1]
            def total():
                n = 0
                for item in items:
                    n += item
                return n
            return together(total, lambda: items.append(5))[0]
        """,
        {1, 6},
        {1, 6},
    ),
    "a dictionary that changes while it is iterated over": (
        """
        def main():
            d = {1: 1, 2: 2}
            def total():
                try:
                    n = 0
                    for key in d:
                        n += key
                    return n
                except RuntimeError as error:
                    return str(error)
            def grow():
                d[3] = 3
            return together(total, grow)[0]
        """,
        {3, 6, "dictionary changed size during iteration"},
        {3, 6, "dictionary changed size during iteration"},
    ),
    "deleting and asking": (
        """
        def main():
            c = Counter()
            c.value = 5
            def drop():
                del c.value
            return together(drop, lambda: c.value)[1]
        """,
        {0, 5},
        {0, 5},
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_anywhere(lab, name: str) -> None:
    program, values, _ = PROGRAMS[name]
    exploration = lab.explore(lab.joined(HEAD, program), switching="anywhere")
    assert exploration.values == values
    assert exploration.exhaustive


@pytest.mark.parametrize("name", PROGRAMS)
def test_gil(lab, name: str) -> None:
    program, _, values = PROGRAMS[name]
    exploration = lab.explore(lab.joined(HEAD, program), switching="gil")
    assert exploration.values == values
    assert exploration.exhaustive


@pytest.mark.parametrize("name", [n for n, (_, a, g) in PROGRAMS.items() if a != g])
def test_safe_only_thanks_to_the_gil(lab, name: str) -> None:
    """What breaks only where no GIL protects it never breaks the other way round."""
    _, anywhere, gil = PROGRAMS[name]
    assert gil < anywhere


def test_locals_and_what_never_changes_are_no_points(lab) -> None:
    exploration = lab.explore("""
        LIMIT = 3
        class Point:
            def __init__(self, x):
                self.x = x
        def work():
            point = Point(LIMIT)
            numbers = (1, 2, 3)
            total = point.x + len(numbers) + max(numbers) + int("5")
            for n in range(LIMIT):
                total += n
            return f"{total}" + str(LIMIT)
        def main():
            return together(work, work, work)
    """)
    assert exploration.values == [["173", "173", "173"]]
    assert (exploration.exhaustive, exploration.executions) == (True, 1)
