"""Classes of the program with state that C code or the library keeps: no outcome may be lost."""

from __future__ import annotations

from typing import Any

import pytest

from grader.engine import canonical, explore_file

PROGRAM = """
    import array, collections, enum, functools, heapq, io, itertools, random
    from dataclasses import dataclass
    from typing import NamedTuple

    {made}
    def one(xs):
        {one}
    def other(xs):
        {other}
    def main():
        xs = make()
        got = together(lambda: one(xs), lambda: other(xs))
        return got, {seen}
"""
LIST = "class Kind(list): pass\n    def make(): return Kind([1, 2, 3])"
DICT = "class Kind(dict): pass\n    make = Kind"
PLAIN = "def make(): return []"
MAPPED = "def make():\n        ys = []\n        return ys, {source}"


def explored(lab, made: str, one: str, other: str, seen: str, **options: Any) -> set[str]:
    text = PROGRAM.format(made=made, one=one, other=other, seen=seen)
    lab.explore(text, **options)
    found = explore_file(lab.path, "main", **options)
    assert found.exhaustive
    return {repr(canonical((o.kind, o.value, o.exception))) for o in found.outcomes}


def check(lab, made: str, one: str, other: str, seen: str = "0") -> None:
    """The reduced search finds the two orders' outcomes, all that the unreduced one finds."""
    unreduced = explored(lab, made, one, other, seen, strategy="dfs")
    assert explored(lab, made, one, other, seen, strategy="dpor") == unreduced
    # Where the GIL may be handed over, a thread may be interrupted.
    assert explored(lab, made, one, other, seen, strategy="dfs", switching="gil") <= unreduced
    assert len(unreduced) > 1


@pytest.mark.parametrize(
    "one",
    [
        *("xs.append(5)", "xs += [5]", "xs[3:] = [5]", "del xs[2:]", "xs.reverse()", "xs *= 2"),
        *("return 4 in xs", "return xs == [1, 2, 3]", "return [1, 2, 3] == xs", "return xs + [0]"),
        *("return len(xs)", "return sorted(xs)", "return sum(xs)", "return list(xs)"),
        *("return [x for x in xs]", "return [*xs]", "return (lambda *a: a)(*xs)", "return xs[-1]"),
        *("return [*reversed(xs)]", "return [*enumerate(xs)]", "return [*map(str, xs)]"),
        *("return f'{xs}'", "return '%s' % xs", "return repr([xs])", "return list(Kind(xs))"),
        *("list.append(xs, 5)", "heapq.heappush(xs, 0)", "return [*(lambda: (yield from xs))()]"),
        *("_, *last = xs; return last", "xs += 'ab'", "return xs in [[1, 2, 3]]", "xs.pop()"),
    ],
)
def test_a_subclass_of_list(lab, one: str) -> None:
    check(lab, LIST, one, "xs.append(4)", "list(xs)")


@pytest.mark.parametrize(
    "one", ["xs[0] = 8", "return xs[0]", "del xs[0]", "for x in xs: return x", "xs[0] += 1"]
)
def test_an_item_of_one(lab, one: str) -> None:
    check(lab, LIST, one, "xs[0] = 9", "list(xs)")


def test_one_that_is_empty(lab) -> None:
    check(lab, "class Kind(list): pass\n    make = Kind", "return bool(not xs)", "xs.append(4)")


@pytest.mark.parametrize(
    "one",
    [
        *(
            "xs[1] = 1",
            "return xs.get(1)",
            "return 1 in xs",
            "return [*xs.items()]",
            "return {**xs}",
        ),
        *(
            "xs |= {1: 1}",
            "return xs | {2: 2}",
            "return xs.setdefault(1, 1)",
            "return dict(Kind(xs))",
        ),
    ],
)
def test_a_subclass_of_dict(lab, one: str) -> None:
    check(lab, DICT, one, "xs[1] = 2", "dict(xs)")


OTHERS = {
    "set": ("class Kind(set): pass\n    make = Kind", "return 1 in xs", "xs.add(1)"),
    "set, less": ("class Kind(set): pass\n    make = Kind", "return sorted({1} - xs)", "xs.add(1)"),
    "deque": (
        "class Kind(collections.deque): pass\n    make = Kind",
        "xs.append(1)",
        "xs.append(2)",
    ),
    "bytearray": ("class Kind(bytearray): pass\n    make = Kind", "xs += b'a'", "xs += b'b'"),
    "OrderedDict": (
        "class Kind(collections.OrderedDict): pass\n    make = Kind",
        *("xs[1] = 1", "xs[2] = 2"),
    ),
    "defaultdict": (
        "class Kind(collections.defaultdict): pass\n    def make(): return Kind(list)",
        *("xs[1].append(1)", "xs[1].append(2)"),
    ),
    "Counter": (
        "class Kind(collections.Counter): pass\n    make = Kind",
        *("xs['a'] += 1", "xs['a'] += 1"),
    ),
    "array": (
        "class Kind(array.array): pass\n    def make(): return Kind('i', [0])",
        *("return 1 in xs", "xs[0] = 1"),
    ),
    "UserDict": (
        "class Kind(collections.UserDict): pass\n    make = Kind",
        "xs[1] = 1",
        "xs[1] = 2",
    ),
    "UserDict, in": (
        "class Kind(collections.UserDict): pass\n    make = Kind",
        *("return 1 in xs", "xs[1] = 2"),
    ),
    "a method that calls the list's": (
        "class Kind(list):\n        def append(self, x): super().append(x)\n    make = Kind",
        *("xs.append(1)", "xs.append(2)"),
    ),
    "an operator that calls the list's": (
        "class Kind(list):\n        def __iadd__(self, x): self.extend(x); return self\n"
        "    make = Kind",
        *("xs += [1]", "xs += [2]"),
    ),
    "__iter__ that calls the list's": (
        "class Kind(list):\n        def __iter__(self): return super().__iter__()\n    make = Kind",
        *("return sorted(xs)", "xs.append(4)"),
    ),
    "a dataclass": (
        "@dataclass(eq=False, repr=False)\n    class Kind(list): n: int = 0\n    make = Kind",
        *("xs.append(1)", "xs.append(2)"),
    ),
    "a mixin before": (
        "class Push:\n        def push(self, x): self.append(x)\n"
        "    class Kind(Push, list): pass\n    make = Kind",
        *("xs.push(1)", "xs.push(2)"),
    ),
    "a mixin behind": (
        "class Base(list): pass\n    class Mixin: n = 0\n"
        "    class Kind(Base, Mixin): pass\n    make = Kind",
        *("xs.append(1)", "xs.extend([2])"),
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_subclass_of_another_container(lab, name: str) -> None:
    check(lab, *OTHERS[name], "repr(xs)")


@pytest.mark.parametrize("name", ["Condition", "Semaphore", "BoundedSemaphore"])
def test_a_subclass_of_what_locks(lab, name: str) -> None:
    made = f"class Kind(threading.{name}): pass\n    out = []\n    make = Kind"
    with_it = "with xs: out.append({})"
    check(lab, made, with_it.format(1), with_it.format(2), "list(out)")


def test_a_subclass_of_a_queue(lab) -> None:
    for name in ("SimpleQueue", "Queue"):
        made = f"class Kind(queue.{name}): pass\n    make = Kind"
        check(lab, made, "xs.put(1)", "xs.put(2)", "(xs.get(), xs.get())")


def test_a_subclass_of_local_is_each_threads_own(lab) -> None:
    made = "class Kind(threading.local): x = 0\n    make = Kind"
    one, other = "xs.x = 1; return xs.x", "xs.x = 2; return xs.x"
    for strategy in ("dpor", "dfs"):
        found = explored(lab, made, one, other, "xs.x", strategy=strategy)
        assert len(found) == 1


FIELDS = {
    "repr of a dataclass": ("@dataclass\n    class Kind: n: int = 0", "Kind()", "repr(xs)"),
    "a dataclass compared": ("@dataclass\n    class Kind: n: int = 0", "Kind()", "xs == Kind(1)"),
    "slots": ("@dataclass(slots=True)\n    class Kind: n: int", "Kind(0)", "xs == Kind(1)"),
    "ordered": ("@dataclass(order=True)\n    class Kind: n: int", "Kind(3)", "min(xs, Kind(2)).n"),
    "hashed": (
        "@dataclass(unsafe_hash=True)\n    class Kind: n: int",
        "Kind(3)",
        "xs in {Kind(1)}",
    ),
}


@pytest.mark.parametrize("name", FIELDS)
def test_methods_that_dataclasses_makes(lab, name: str) -> None:
    made, value, looked = FIELDS[name]
    check(lab, f"{made}\n    def make(): return {value}", f"return {looked}", "xs.n = 1", "xs.n")


INSIDE = {
    "a NamedTuple": ("class Kind(NamedTuple): x: list\n    def make(): return Kind([])", "xs.x"),
    "a namedtuple": (
        "Kind = collections.namedtuple('Kind', 'x')\n    def make(): return Kind([])",
        "xs.x",
    ),
    "a tuple": ("def make(): return ([],)", "xs[0]"),
    "a dataclass": ("@dataclass\n    class Kind: x: list\n    def make(): return Kind([])", "xs.x"),
    "a list": ("class Kind(list): pass\n    def make(): return [Kind()]", "xs[0]"),
    "an Enum": (
        "class Kind(enum.Enum):\n        A = []\n        B = 1\n    def make(): return Kind.A",
        "xs.value",
    ),
}


@pytest.mark.parametrize("name", INSIDE)
def test_a_list_inside(lab, name: str) -> None:
    made, part = INSIDE[name]
    for one in ("return repr(xs)", f"{part}.append(1)"):
        check(lab, made, one, f"{part}.append(2)", f"list({part})")


@pytest.mark.parametrize("name", ["a NamedTuple", "a namedtuple", "a tuple"])
def test_a_list_inside_what_is_compared(lab, name: str) -> None:
    made, part = INSIDE[name]
    check(lab, made, "return xs == ([2],)", f"{part}.append(2)")


ODD = {
    "str of an exception": ("class Kind(Exception): pass", "Kind()", "str(xs)", "xs.args = (2,)"),
    "a note": ("class Kind(Exception): pass", "Kind()", "xs.add_note('1')", "xs.add_note('2')"),
    "map": ("class Kind(map): pass", "Kind(str, [1, 2, 3])", "next(xs)", "return next(xs)"),
    "count": ("class Kind(itertools.count): pass", "Kind()", "next(xs)", "return next(xs)"),
    "partial": ("class Kind(functools.partial): pass", "Kind([].append)", "xs(1)", "xs(2)"),
    "Random": ("class Kind(random.Random): pass", "Kind(1)", "xs.random()", "return xs.random()"),
    "StringIO": ("class Kind(io.StringIO): pass", "Kind()", "xs.write('a')", "xs.write('b')"),
    "tuple of a list": ("class Kind(tuple): pass", "[]", "tuple(Kind(xs))", "xs.append(1)"),
    "str of a list": ("class Kind(str): pass", "[]", "str(Kind(xs))", "xs.append(1)"),
}
SEEN = {
    "a note": "xs.__notes__",
    "partial": "xs.func.__self__",
    "StringIO": "xs.getvalue()",
}


@pytest.mark.parametrize("name", ODD)
def test_a_subclass_of_another_built_in_class(lab, name: str) -> None:
    made, value, one, other = ODD[name]
    made = f"{made}\n    def make(): return {value}"
    check(lab, made, f"return {one}", other, SEEN.get(name, "0"))


@pytest.mark.parametrize(
    "source",
    [
        *("map(len, [ys])", "map(list, [ys])", "map(dict.fromkeys, [ys])", "filter(None, [ys])"),
        *("itertools.starmap(len, [(ys,)])", "itertools.accumulate([[1], ys])"),
        *("map(len, (y for y in [ys]))", "iter(ys.__len__, 5)"),
    ],
)
def test_c_code_that_an_iterator_calls_looks_into_the_items(lab, source: str) -> None:
    check(
        lab, MAPPED.format(source=source), "return repr([*zip(xs[1], [0] * 2)])", "xs[0].append(2)"
    )
