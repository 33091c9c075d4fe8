"""A name or attribute that can change between threads has points: all outcomes are found."""

from __future__ import annotations

from typing import Any

import pytest

HEAD = """
import threading
from grader.engine.vocabulary import together
"""

OTHERS: dict[str, tuple[str, set[Any]]] = {
    "a swap of two globals": (
        """
        a, b = 1, 2
        def swap():
            global a, b
            a, b = b, a
        def main():
            return together(swap, lambda: (a, b))[1]
        """,
        {(1, 2), (1, 1), (2, 2), (2, 1)},
    ),
    "a chained assignment": (
        """
        a = b = 0
        def write():
            global a, b
            a = b = 1
        def main():
            return together(write, lambda: (b, a))[1]
        """,
        {(0, 0), (0, 1), (1, 1)},
    ),
    "an unpacking to an attribute and a global": (
        """
        class C:
            x = 0
        c, g = C(), 0
        def write():
            global g
            c.x, g = 1, 1
        def main():
            return together(write, lambda: (g, c.x))[1]
        """,
        {(0, 0), (0, 1), (1, 1)},
    ),
    "a deletion of two globals": (
        """
        def write():
            global a, b
            a = b = 0
        def delete():
            global a, b
            del a, b
        def look():
            try:
                b
                return "b", a
            except NameError as error:
                return str(error)
        def main():
            write()
            return together(delete, look)[1]
        """,
        {("b", 0), "name 'a' is not defined", "name 'b' is not defined"},
    ),
    "a loop over two globals": (
        """
        a = b = 0
        def write():
            global a, b
            for a, b in [(1, 1)]:
                pass
        def main():
            return together(write, lambda: (b, a))[1]
        """,
        {(0, 0), (0, 1), (1, 1)},
    ),
    "a closure variable rebound after it was captured": (
        """
        def main():
            seen = []
            value = "early"
            thread = threading.Thread(target=lambda: seen.append(value))
            thread.start()
            value = "late"
            thread.join()
            return seen[0]
        """,
        {"early", "late"},
    ),
    "a loop variable that lambdas capture": (
        """
        def main():
            seen, threads = [], []
            for i in range(2):
                threads.append(threading.Thread(target=lambda: seen.append(i)))
                threads[-1].start()
            for thread in threads:
                thread.join()
            return tuple(sorted(seen))
        """,
        {(0, 1), (1, 1)},
    ),
    "a loop variable bound as a default": (
        """
        def main():
            seen, threads = [], []
            for i in range(2):
                threads.append(threading.Thread(target=lambda i=i: seen.append(i)))
                threads[-1].start()
            for thread in threads:
                thread.join()
            return tuple(sorted(seen))
        """,
        {(0, 1)},
    ),
    "a comprehension variable that threads capture": (
        """
        def start(read):
            thread = threading.Thread(target=lambda: seen.append(read()))
            thread.start()
            return thread
        seen = []
        def main():
            threads = [start(lambda: i) for i in range(2)]
            for thread in threads:
                thread.join()
            return tuple(sorted(seen))
        """,
        {(0, 1), (1, 1)},
    ),
    "an exception variable that a thread captures": (
        """
        def main():
            seen = []
            def look():
                try:
                    seen.append(str(error))
                except NameError:
                    seen.append("gone")
            try:
                raise ValueError("here")
            except ValueError as error:
                thread = threading.Thread(target=look)
                thread.start()
            thread.join()
            return seen[0]
        """,
        {"here", "gone"},
    ),
    "a variable bound on two branches": (
        """
        def main():
            seen = []
            thread = threading.Thread(target=lambda: seen.append(value))
            if seen:
                value = "never"
            else:
                value = "first"
            thread.start()
            value = "second"
            thread.join()
            return seen[0]
        """,
        {"first", "second"},
    ),
    "an object that escapes from __init__": (
        """
        class C:
            def __init__(self, seen):
                self.ready = False
                thread = threading.Thread(target=self.look, args=(seen,))
                thread.start()
                self.ready = True
                thread.join()
            def look(self, seen):
                seen.append(self.ready)
        def main():
            seen = []
            C(seen)
            return seen[0]
        """,
        {False, True},
    ),
    "an object that a base class publishes": (
        """
        published = []
        class Base:
            def __init__(self):
                self.publish()
            def publish(self):
                published.append(self)
        class C(Base):
            late = False
            def __init__(self):
                super().__init__()
                self.late = True
        def main():
            def look():
                return [(c.late, c.late) for c in published]
            seen = together(C, look)[1]
            return tuple(seen)
        """,
        {(), ((False, False),), ((False, True),), ((True, True),)},
    ),
    "an object that a subclass publishes before its base is ready": (
        """
        published = []
        class Base:
            late = False
            def __init__(self):
                self.late = True
        class C(Base):
            def __init__(self):
                published.append(self)
                super().__init__()
        def main():
            def look():
                return [(c.late, c.late) for c in published]
            return tuple(together(C, look)[1])
        """,
        {(), ((False, False),), ((False, True),), ((True, True),)},
    ),
    "an object that a method of super() publishes": (
        """
        published = []
        class Base:
            def publish(self):
                published.append(self)
        class C(Base):
            late = False
            def __init__(self):
                super().publish()
                self.late = True
        def main():
            def look():
                return [(c.late, c.late) for c in published]
            return tuple(together(C, look)[1])
        """,
        {(), ((False, False),), ((False, True),), ((True, True),)},
    ),
    "an object that a property publishes": (
        """
        published = []
        class C:
            late = False
            def __init__(self):
                self.shown = True
                self.late = True
            @property
            def shown(self):
                return True
            @shown.setter
            def shown(self, value):
                published.append(self)
        def main():
            def look():
                return [(c.late, c.late) for c in published]
            return tuple(together(C, look)[1])
        """,
        {(), ((False, False),), ((False, True),), ((True, True),)},
    ),
    "an object that is initialised once more": (
        """
        class C:
            def __init__(self):
                self.n = 0
                self.n = 1
        c = C()
        def main():
            def again():
                c.__init__()
            return together(again, lambda: (c.n, c.n))[1]
        """,
        {(1, 1), (1, 0), (0, 0), (0, 1)},
    ),
    "a self that is positional only": (
        """
        published = []
        class C:
            late = False
            def __init__(self, other, /):
                other.late = True
                published.append(self)
        class D:
            late = False
        def main():
            d = D()
            return together(lambda: C(d), lambda: (d.late, d.late))[1]
        """,
        {(False, False), (False, True), (True, True)},
    ),
    "a thread that sees a lock's owner": (
        """
        class C:
            def __init__(self):
                self.lock = threading.Lock()
                self.owner = None
            def run(self, name):
                with self.lock:
                    self.owner = name
                    seen = self.owner
                    self.owner = None
                return seen
        def main():
            c = C()
            return tuple(together(lambda: c.run("a"), lambda: c.run("b")))
        """,
        {("a", "b")},
    ),
}


@pytest.mark.parametrize("strategy", ["dfs", "dpor"])
@pytest.mark.parametrize("name", OTHERS)
def test_all_outcomes_are_found(lab, name, strategy):
    program, values = OTHERS[name]
    text = lab.joined(HEAD, program)
    exploration = lab.explore(text, strategy=strategy, executions=20_000)
    assert exploration.values == values


def test_a_sibling_that_rebinds_its_own_global(lab):
    lab.write("n = 0\ndef bump():\n    global n\n    n += 1\n", name="state.py")
    text = lab.joined(
        HEAD,
        """
        import state
        def main():
            return together(state.bump, lambda: (state.n, state.n))[1]
        """,
    )
    assert lab.explore(text).values == {(0, 0), (0, 1), (1, 1)}


@pytest.mark.parametrize("line", ["import state", "import state as shared"])
def test_a_store_to_a_global_of_a_sibling(lab, line):
    lab.write("n = 0\n", name="state.py")
    name = line.split()[-1]
    text = lab.joined(
        HEAD,
        f"""
        {line}
        def bump():
            {name}.n += 1
        def main():
            together(bump, bump)
            return {name}.n
        """,
    )
    assert lab.explore(text).values == {1, 2}


def test_a_store_to_an_attribute_of_a_library_module(lab):
    text = lab.joined(
        HEAD,
        """
        import math
        math.answer = 0
        def bump():
            math.answer += 1
        def main():
            math.answer = 0
            together(bump, bump)
            return math.answer
        """,
    )
    assert lab.explore(text).values <= {1, 2}
