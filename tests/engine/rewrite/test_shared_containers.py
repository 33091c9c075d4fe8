"""What is in a container is read or changed at a point of its own, by whatever construct."""

from __future__ import annotations

from typing import Any

import pytest

IMPORTS = "from grader.engine.vocabulary import together\n"

# One thread changes `xs`; the other reads it by this line, into r. `xs` is local to it.
READS = {
    "comparison with a display": "r = xs == []",
    "comparison with a list": "ys = []; r = xs == ys",
    "comparison from the right": "r = [] == xs",
    "order": "r = [0] < xs",
    "membership": "r = 1 in xs",
    "no membership": "r = 1 not in xs",
    "truth in if": "r = 1 if xs else 0",
    "truth in not": "r = not xs",
    "truth in and": "r = (xs and 1) == 1",
    "truth in or": "r = (xs or 0) == 0",
    "truth in while": "r = 0\n        while xs and not r: r = 1",
    "truth in assert": "try:\n            assert xs; r = 1\n        except AssertionError: r = 0",
    "sum of lists": "ys = [5]; r = tuple(ys + xs)",
    "sum from the left": "ys = [5]; r = tuple(xs + ys)",
    "repetition": "r = tuple(xs * 2)",
    "formatting": "r = '%s' % xs",
    "formatting of a tuple": "r = '%s %s' % (1, xs)",
    "f-string": "r = f'{xs}'",
    "f-string with a conversion": "r = f'{xs!r:>9}'",
    "str.format": "r = '{}'.format(xs)",
    "length": "r = len(xs)",
    "unpacking": "[*ys] = xs; r = len(ys)",
    "starred item": "r = (*xs, 5)",
    "starred argument": "r = max(*xs, -1, 0)",
    "slice": "r = tuple(xs[:])",
    "slice with computed bounds": "r = tuple(xs[len('') : len('ab')])",
    "loop": "r = 0\n        for x in xs: r += x",
    "comprehension": "r = tuple([x for x in xs])",
    "generator expression": "r = sum(x for x in xs)",
    "map": "r = sum(map(abs, xs))",
    "yield from": "r = tuple(delegate(xs))",
    "sequence pattern": "match xs:\n            case []: r = 0\n            case [x]: r = x",
    "sorted": "r = tuple(sorted(xs))",
    "copy": "ys = xs.copy(); r = len(ys)",
    "join": "r = ''.join(map(str, xs))",
    "call of list": "r = tuple(list(xs))",
}
READ = """
def delegate(items):
    yield from items

def main():
    shared = []
    def change():
        shared.append(1)
    def look(xs):
        {line}
        return r
    return together(change, lambda: look(shared))[1]
"""


@pytest.mark.parametrize("strategy", ["dfs", "dpor"])
@pytest.mark.parametrize("name", READS)
def test_a_read_comes_before_or_after_a_change(lab, name, strategy):
    exploration = lab.explore(IMPORTS + READ.format(line=READS[name]), strategy=strategy)
    assert [o.kind for o in exploration.outcomes] == ["returned", "returned"]


# The same for a dictionary.
DICT_READS = {
    "display": "r = len({**d})",
    "keyword arguments": "r = count(**d)",
    "membership": "r = 'k' in d",
    "mapping pattern": "match d:\n            case {'k': x}: r = x\n            case _: r = 0",
    "get": "r = d.get('k')",
    "items": "r = tuple(d.items())",
    "merge": "r = len({'a': 1} | d)",
    "comparison": "r = d == {}",
    "item": "try:\n            r = d['k']\n        except KeyError: r = None",
}
DICT_READ = """
def count(**names):
    return len(names)

def main():
    shared = {{}}
    def change():
        shared["k"] = 1
    def look(d):
        {line}
        return r
    return together(change, lambda: look(shared))[1]
"""


@pytest.mark.parametrize("strategy", ["dfs", "dpor"])
@pytest.mark.parametrize("name", DICT_READS)
def test_a_read_of_a_dictionary_comes_before_or_after_a_change(lab, name, strategy):
    exploration = lab.explore(IMPORTS + DICT_READ.format(line=DICT_READS[name]), strategy=strategy)
    assert [o.kind for o in exploration.outcomes] == ["returned", "returned"]


def test_a_dictionary_may_grow_under_a_loop(lab):
    line = "r = 0\n        for x in d.values(): r += x"
    exploration = lab.explore(IMPORTS + DICT_READ.format(line=line))
    assert {(o.value, o.exception) for o in exploration.outcomes} == {
        (0, None),
        (1, None),
        (None, "RuntimeError"),
    }


# Both threads add to the same list; the first one by this line.
CHANGES = {
    "local name": "xs += [1]",
    "local name with a read": "xs += [c.one]",
    "attribute": "c.xs += [1]",
    "item": "d['k'] += [1]",
    "item under a computed key": "d[str('k')] += [1]",
    "slice": "xs[len(xs):] = [1]",
    "method": "xs.append(1)",
    "extend": "xs.extend([1])",
    "method taken before": "add = xs.append; add(1)",
    "operator": "operator.iadd(xs, [1])",
}
CHANGE = """
import operator
class C:
    one = 1
    def __init__(self, xs):
        self.xs = xs

def main():
    shared = []
    c, d = C(shared), {{"k": shared}}
    def first(xs):
        {line}
    def second(xs):
        xs.append(2)
    together(lambda: first(shared), lambda: second(shared))
    return tuple(shared)
"""


@pytest.mark.parametrize("strategy", ["dfs", "dpor"])
@pytest.mark.parametrize("name", CHANGES)
def test_two_changes_come_in_both_orders(lab, name, strategy):
    exploration = lab.explore(IMPORTS + CHANGE.format(line=CHANGES[name]), strategy=strategy)
    assert exploration.values >= {(1, 2), (2, 1)}


NAMED_CHANGES = {
    "global": (
        "shared = alias = []\ndef first():\n    global shared\n    shared += [1]\n",
        "first",
    ),
    "closure": (
        "alias = []\ndef make():\n    shared = alias\n    def first():\n"
        "        nonlocal shared\n        shared += [1]\n    return first\n",
        "make()",
    ),
    "repetition in place": (
        "shared = alias = [1]\ndef first():\n    global shared\n    shared *= 2\n",
        "first",
    ),
}


@pytest.mark.parametrize("strategy", ["dfs", "dpor"])
@pytest.mark.parametrize("name", NAMED_CHANGES)
def test_a_change_in_place_through_a_name_that_others_rebind(lab, name, strategy):
    definitions, first = NAMED_CHANGES[name]
    text = f"""{IMPORTS}{definitions}
def main():
    together({first}, lambda: alias.append(2))
    return tuple(alias)
"""
    expected = {(1, 1, 2), (1, 2, 1, 2)} if name == "repetition in place" else {(1, 2), (2, 1)}
    assert lab.explore(text, strategy=strategy).values == expected


PROGRAMS: dict[str, tuple[str, set[Any]]] = {
    "a class pattern reads attributes": (
        """
        class C:
            def __init__(self):
                self.x = 0
        def main():
            c = C()
            def change():
                c.x = 1
            def look():
                match c:
                    case C(x=1):
                        return "new"
                    case _:
                        return "old"
            return together(change, look)[1]
        """,
        {"old", "new"},
    ),
    "both operands are read at one moment": (
        """
        def main():
            xs, ys = [], []
            def look():
                return tuple(xs + ys)
            def change():
                xs.append(1)
                ys.append(2)
            return together(change, look)[1]
        """,
        {(), (1,), (1, 2)},
    ),
    "the left operand is read after the right one is evaluated": (
        """
        class C:
            n = 1
        def main():
            xs, c = [0], C()
            def look():
                return tuple(xs * c.n)
            def change():
                xs.append(1)
                c.n = 2
            return together(change, look)[1]
        """,
        {(0,), (0, 1), (0, 1, 0, 1)},
    ),
    "the right side of += is evaluated before the change": (
        """
        class C:
            n = 0
        def main():
            xs, c = [], C()
            def first(ys):
                ys += [c.n]
            def second(ys):
                c.n = 5
                ys += [7]
            together(lambda: first(xs), lambda: second(xs))
            return tuple(xs)
        """,
        {(0, 7), (5, 7), (7, 0), (7, 5)},
    ),
    "a delegating generator reads item by item": (
        """
        def delegate(items):
            yield from items
        def main():
            xs = [1, 2]
            def change():
                xs[0] = 5
                xs[1] = 6
            return together(change, lambda: tuple([x for x in delegate(xs)]))[1]
        """,
        {(1, 2), (1, 6), (5, 2), (5, 6)},
    ),
}


@pytest.mark.parametrize("strategy", ["dfs", "dpor"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_all_outcomes_are_found(lab, name, strategy):
    program, values = PROGRAMS[name]
    exploration = lab.explore(lab.joined(IMPORTS, program), strategy=strategy)
    assert exploration.values == values
    assert exploration.exhaustive
