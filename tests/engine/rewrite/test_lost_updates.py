"""A `+=` on any name or attribute that others see has points: the lost update is found."""

from __future__ import annotations

import pytest

HEAD = """
import threading
from grader.engine.vocabulary import together
"""

# What two threads both do once, each reading a number, adding one and writing it back.
LOST = {1, 2}

UPDATES = {
    "attribute": """
        class C:
            def __init__(self):
                self.n = 0
        c = C()
        def bump():
            c.n += 1
        def result():
            return c.n
    """,
    "attribute by setattr": """
        class C:
            n = 0
        c = C()
        def bump():
            setattr(c, "n", getattr(c, "n") + 1)
        def result():
            return c.n
    """,
    "attribute in vars()": """
        class C:
            def __init__(self):
                self.n = 0
            def bump(self):
                vars(self)["n"] = self.n + 1
        c = C()
        bump = c.bump
        def result():
            return c.n
    """,
    "attribute in __dict__ under a name computed": """
        class C:
            def __init__(self):
                self.n = 0
        c = C()
        def bump():
            getattr(c, "__dict__")["n"] = c.n + 1
        def result():
            return c.n
    """,
    "attribute in __slots__": """
        class C:
            __slots__ = ("n",)
            def __init__(self):
                self.n = 0
            def bump(self):
                self.n += 1
        c = C()
        bump = c.bump
        def result():
            return c.n
    """,
    "private attribute": """
        class C:
            def __init__(self):
                self.__n = 0
            def bump(self):
                self.__n += 1
            def result(self):
                return self._C__n
        c = C()
        bump, result = c.bump, c.result
    """,
    "class attribute": """
        class C:
            n = 0
            @classmethod
            def bump(cls):
                cls.n += 1
        bump = C.bump
        def result():
            return C.n
    """,
    "class attribute read through the instance": """
        class C:
            n = 0
            def bump(self):
                C.n = self.n + 1
        bump = C().bump
        def result():
            return C.n
    """,
    "class attribute read through type(self)": """
        class C:
            n = 0
            def bump(self):
                type(self).n = self.n + 1
        bump = C().bump
        def result():
            return C.n
    """,
    "attribute of a base class": """
        class Base:
            def __init__(self):
                self.n = 0
        class Left(Base):
            pass
        class Right(Base):
            def bump(self):
                self.n += 1
        class Both(Left, Right):
            pass
        c = Both()
        bump = c.bump
        def result():
            return c.n
    """,
    "attribute of a dataclass": """
        from dataclasses import dataclass
        @dataclass
        class C:
            n: int = 0
            def bump(self):
                self.n += 1
        c = C()
        bump = c.bump
        def result():
            return c.n
    """,
    "attribute of a dataclass with slots": """
        from dataclasses import dataclass, field
        @dataclass(slots=True)
        class C:
            n: int = field(default=0)
        c = C()
        def bump():
            c.n = c.n + 1
        def result():
            return c.n
    """,
    "attribute of a namespace": """
        import types
        c = types.SimpleNamespace(n=0)
        def bump():
            c.n += 1
        def result():
            return c.n
    """,
    "attribute of a function": """
        def bump():
            bump.n += 1
        bump.n = 0
        def result():
            return bump.n
    """,
    "attribute of a thread": """
        class Worker(threading.Thread):
            def __init__(self):
                super().__init__()
                self.n = 0
        c = Worker()
        def bump():
            c.n += 1
        def result():
            return c.n
    """,
    "attribute behind a property": """
        class C:
            def __init__(self):
                self._n = 0
            @property
            def n(self):
                return self._n
            @n.setter
            def n(self, value):
                self._n = value
        c = C()
        def bump():
            c.n += 1
        def result():
            return c.n
    """,
    "attribute by __setattr__": """
        class C:
            def __init__(self):
                self.n = 0
            def __setattr__(self, name, value):
                object.__setattr__(self, name, value)
        c = C()
        def bump():
            c.n += 1
        def result():
            return c.n
    """,
    "global": """
        n = 0
        def bump():
            global n
            n += 1
        def result():
            return n
    """,
    "global by walrus": """
        n = 0
        def bump():
            global n
            (n := n + 1)
        def result():
            return n
    """,
    "global by globals()": """
        n = 0
        def bump():
            globals()["n"] = n + 1
        def result():
            return n
    """,
    "global by __globals__": """
        n = 0
        def bump():
            bump.__globals__["n"] = n + 1
        def result():
            return n
    """,
    "global by exec": """
        n = 0
        def bump():
            m = n
            exec("n = m + 1", globals(), {"m": m}) if False else globals().update(n=m + 1)
        def result():
            return n
    """,
    "global that only functions bind": """
        def start():
            global n
            n = 0
        def bump():
            global n
            m = n
            n = m + 1
        def result():
            return n
        start()
    """,
    "global read by a function that does not declare it": """
        def write(value):
            global n
            n = value
        def bump():
            write(n + 1)
        def result():
            return n
        write(0)
    """,
    "global bound in a class body": """
        n = 0
        def bump():
            class Body:
                global n
                n = n + 1
        def result():
            return n
    """,
    "global as a loop variable": """
        n = 0
        def bump():
            global n
            for n in [n + 1]:
                pass
        def result():
            return n
    """,
    "global as the target of with": """
        import contextlib
        n = 0
        def bump():
            global n
            with contextlib.nullcontext(n + 1) as n:
                pass
        def result():
            return n
    """,
    "global as a captured pattern": """
        n = 0
        def bump():
            global n
            match n + 1:
                case n:
                    pass
        def result():
            return n
    """,
    "global in an unpacking": """
        n = 0
        def bump():
            global n
            n, _ = n + 1, 0
        def result():
            return n
    """,
    "closure variable": """
        def make():
            n = 0
            def bump():
                nonlocal n
                n += 1
            def result():
                return n
            return bump, result
        bump, result = make()
    """,
    "closure variable in a class body": """
        def make():
            n = 0
            def bump():
                class Body:
                    nonlocal n
                    n = n + 1
            def result():
                return n
            return bump, result
        bump, result = make()
    """,
    "closure variable in its cell": """
        def make():
            n = 0
            def bump():
                bump.__closure__[1].cell_contents = n + 1
            def result():
                return n
            return bump, result
        bump, result = make()
    """,
    "parameter rebound in a closure": """
        def make(n):
            def bump():
                nonlocal n
                n = n + 1
            return bump, lambda: n
        bump, result = make(0)
    """,
    "item of a dictionary": """
        d = {"n": 0}
        def bump():
            d["n"] += 1
        def result():
            return d["n"]
    """,
    "item under a computed key": """
        d = [0, 0]
        def key():
            return 1
        def bump():
            d[key()] += 1
        def result():
            return d[1]
    """,
    "item of a list called list": """
        def make(list):
            def bump():
                list[0] += 1
            return bump, lambda: list[0]
        bump, result = make([0])
    """,
    "item of an own class": """
        class Box:
            def __init__(self):
                self.items = {}
            def __getitem__(self, key):
                return self.items.get(key, 0)
            def __setitem__(self, key, value):
                self.items[key] = value
        box = Box()
        def bump():
            box["n"] += 1
        def result():
            return box["n"]
    """,
    "slice": """
        xs = [0]
        def bump():
            xs[:] = [xs[0] + 1]
        def result():
            return xs[0]
    """,
}

MAIN = """
def main():
    together(bump, bump)
    return result()
"""


@pytest.mark.parametrize("strategy", ["dfs", "dpor"])
@pytest.mark.parametrize("name", UPDATES)
def test_a_lost_update_is_found(lab, name, strategy):
    text = lab.joined(HEAD, UPDATES[name], MAIN)
    exploration = lab.explore(text, strategy=strategy, executions=20_000)
    assert exploration.values == LOST
