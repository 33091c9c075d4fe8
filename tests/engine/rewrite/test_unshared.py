"""Where nothing can change there is no point: the number of interleavings is exact."""

from __future__ import annotations

import pytest

# Two threads, one racy `+=` each, and lines around it that need no point.
RACE = """
import threading, math, enum, functools
from dataclasses import dataclass
from math import floor, pi
from grader.engine.vocabulary import together

LIMIT = 3
NAMES = ("a", "b")

class Colour(enum.Enum):
    RED = 1

@dataclass(frozen=True)
class Point:
    x: int = 1

    def moved(self):
        return Point(self.x + 1)

class Base:
    def __init__(self, size):
        self.size = size

class C(Base):
    kind = "kind"

    def __init__(self):
        super().__init__(5)
        self.name = "name"
        self.label = self.name + "!"
        self.lock = threading.Lock()
        self.point = Point()
        self.n = 0

    @property
    def area(self):
        return self.size * self.size

    @staticmethod
    def double(n):
        return n * 2

    def twice(self, n):
        return self.double(n)

def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)

def main():
    c = C()
    captured, pair = 5, (1, 2)

    def bump():
        {line}
        c.n += 1

    together(bump, bump)
    return c.n
"""

LINES = {
    "nothing": "pass",
    "local variables": "x = 1; x += 2; y = x * x; x, y = y, x; del x",
    "a closure variable bound once": "captured + 1",
    "a global bound once": "LIMIT + len(NAMES)",
    "an attribute stored in __init__ alone": "c.name + c.label",
    "an attribute of a base class": "c.size + 1",
    "a class attribute that nobody stores": "c.kind",
    "a property over such attributes": "c.area",
    "a method": "c.double(2); c.twice(3); C.double(4)",
    "a lock that is only named": "c.lock",
    "an attribute of a frozen dataclass": "c.point.x",
    "functions of a library module": "math.floor(2.5); floor(pi); math.pi",
    "a fresh object": "p = Point(); p.x",
    "an enumeration": "Colour.RED; Colour.RED.name",
    "items of a tuple": "pair[0] + pair[-1]; NAMES[1]",
    "a string": "s = 'abc'; s[1]; s.upper(); s + 'd'; f'{s}{LIMIT}'; 'b' in s; '%s' % s",
    "a loop over a range": "for i in range(LIMIT): i * 2",
    "a loop over a tuple": "[name for name in NAMES]",
    "a while loop": "i = 0\n        while i < LIMIT: i += 1",
    "a recursive function": "factorial(3)",
    "a display of a range": "tuple(range(3)), [*range(2)]",
    "a nested function": "f = lambda y: y + captured; f(1)",
    "tests": "1 if captured > LIMIT and not c.size == 3 else 2; c.name is None",
    "arithmetic": "x = captured; x ** 2 // 3 % 5 - -x",
    "an exception": "try: raise ValueError(captured)\n        except ValueError as e: e is None",
    "isinstance and type": "isinstance(c, C); type(c); callable(c); id(c)",
    "an import": "import string; string.digits",
    "a match": "match captured:\n            case 5: pass\n            case int(): pass",
    "an assertion": "assert captured == 5, c.name",
}


@pytest.mark.parametrize("name", LINES)
def test_it_has_no_point(lab, name):
    text = RACE.format(line=LINES[name])
    exploration = lab.explore(text, strategy="dfs")
    assert (exploration.executions, exploration.exhaustive) == (6, True)
    assert exploration.values == {1, 2}


COUNTER = """
import threading
from grader.engine.vocabulary import repeat, together
class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()
    def racy(self):
        self.value += 1
    def locked(self):
        with self.lock:
            self.value += 1
    def acquired(self):
        self.lock.acquire()
        try:
            self.value += 1
        finally:
            self.lock.release()
def main():
    counter = Counter()
    together(*[repeat(counter.{method}, {times})] * {threads})
    return counter.value
"""


@pytest.mark.parametrize("method", ["locked", "acquired"])
@pytest.mark.parametrize("strategy", ["dfs", "dpor"])
@pytest.mark.parametrize(("threads", "times", "count"), [(2, 2, 6), (2, 3, 20), (3, 2, 90)])
def test_a_locked_counter(lab, method, strategy, threads, times, count):
    text = COUNTER.format(method=method, threads=threads, times=times)
    exploration = lab.explore(text, strategy=strategy)
    assert (exploration.executions, exploration.exhaustive) == (count, True)
    assert exploration.values == {threads * times}


@pytest.mark.parametrize(
    ("strategy", "threads", "times", "count"),
    [
        *[("dfs", 2, 1, 6), ("dfs", 2, 2, 70), ("dfs", 3, 1, 90)],
        *[("dpor", 2, 1, 4), ("dpor", 2, 2, 34), ("dpor", 3, 1, 36)],
    ],
)
def test_a_racy_counter(lab, strategy, threads, times, count):
    text = COUNTER.format(method="racy", threads=threads, times=times)
    exploration = lab.explore(text, strategy=strategy)
    assert (exploration.executions, exploration.exhaustive) == (count, True)
