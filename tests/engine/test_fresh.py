"""Nothing leaks from one execution into the next."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from contextvars import Context
from itertools import islice
from typing import Any

import pytest

from grader.engine import file_program
from grader.engine.fresh import Snapshot
from grader.engine.options import MAX_STEPS
from grader.engine.program import Runner
from grader.engine.strategy import Forced
from grader.engine.surroundings import Surroundings
from grader.engine.world import Library

# Each program changes some state and returns what it found; threads make several executions.
LEAKS: dict[str, tuple[str, Any]] = {
    "a global": (
        """
        count = 0
        def main():
            global count
            count += 1
            together(point, point)
            return count
        """,
        1,
    ),
    "an environment variable": (
        """
        import os
        def main():
            before = os.environ.get("DOJO_LEAK"), "HOME" in os.environ
            os.environ["DOJO_LEAK"] = "yes"
            os.environ.pop("HOME", None)
            together(point, point)
            return before[0]
        """,
        None,
    ),
    "the working directory": (
        """
        import os
        home = os.getcwd()
        def main():
            here = os.getcwd()
            os.chdir("/")
            together(point, point)
            return here == "/"
        """,
        False,
    ),
    "the standard output": (
        """
        import io, sys
        def main():
            mine = isinstance(sys.stdout, io.StringIO)
            sys.stdout = io.StringIO()
            together(point, point)
            return mine
        """,
        False,
    ),
    "the switch interval": (
        """
        import sys
        def main():
            before = sys.getswitchinterval()
            sys.setswitchinterval(before * 2)
            together(point, point)
            return before
        """,
        None,
    ),
    "a builtin": (
        """
        import builtins
        def main():
            before = hasattr(builtins, "left")
            builtins.left = 1
            together(point, point)
            return before
        """,
        False,
    ),
    "a global list": (
        """
        seen = []
        def main():
            seen.append(1)
            together(point, point)
            return len(seen)
        """,
        1,
    ),
    "a class attribute": (
        """
        class Box:
            made = 0
        def main():
            Box.made += 1
            together(point, point)
            return Box.made
        """,
        1,
    ),
    "a mutable class attribute": (
        """
        class Box:
            items = []
        def main():
            Box().items.append(1)
            together(point, point)
            return len(Box.items)
        """,
        1,
    ),
    "a class attribute set through setattr": (
        """
        class Box:
            made = 0
        def main():
            setattr(Box, "made", Box.made + 1)
            together(point, point)
            return Box.made
        """,
        1,
    ),
    "a class attribute set through type(self)": (
        """
        class Box:
            made = 0
            def __init__(self):
                type(self).made += 1
        def main():
            Box()
            together(point, point)
            return Box.made
        """,
        1,
    ),
    "a default argument": (
        """
        def add(item, to=[]):
            to.append(item)
            return len(to)
        def main():
            together(point, point)
            return add(1)
        """,
        1,
    ),
    "a keyword-only default argument": (
        """
        def add(item, *, to=[]):
            to.append(item)
            return len(to)
        def main():
            together(point, point)
            return add(1)
        """,
        1,
    ),
    "an attribute of a function": (
        """
        def main():
            main.calls = getattr(main, "calls", 0) + 1
            together(point, point)
            return main.calls
        """,
        1,
    ),
    "a cache": (
        """
        import functools
        calls = []
        @functools.lru_cache
        def load(name):
            calls.append(name)
        def main():
            load("a")
            together(point, point)
            return len(calls), load.cache_info()[:2]
        """,
        (1, (0, 1)),
    ),
    "a closure made at import": (
        """
        def counter():
            n = 0
            def count():
                nonlocal n
                n += 1
                return n
            return count
        count = counter()
        def main():
            together(point, point)
            return count()
        """,
        1,
    ),
    "a generator made at import": (
        """
        numbers = (n for n in range(100))
        def main():
            together(point, point)
            return next(numbers)
        """,
        0,
    ),
    "itertools.count in a class body": (
        """
        import itertools
        class Ticket:
            numbers = itertools.count(1)
            def __init__(self):
                self.number = next(self.numbers)
        def main():
            together(point, point)
            return Ticket().number
        """,
        1,
    ),
    "random numbers": (
        """
        import random
        def main():
            together(point, point)
            return random.random(), random.randint(1, 10**9)
        """,
        None,
    ),
    "random numbers imported by name": (
        """
        from random import shuffle
        def main():
            together(point, point)
            items = list(range(20))
            shuffle(items)
            return items
        """,
        None,
    ),
    "a context variable": (
        """
        import contextvars
        user = contextvars.ContextVar("user", default="nobody")
        def main():
            before = user.get()
            user.set("somebody")
            together(point, point)
            return before
        """,
        "nobody",
    ),
    "a context variable of the standard library": (
        """
        import decimal
        def digits():
            context = decimal.getcontext()
            context.prec += 1
            point()
            return context.prec
        def main():
            return digits(), *together(digits, digits)
        """,
        (29, 29, 29),
    ),
    "a threading.local": (
        """
        mine = threading.local()
        def main():
            before = getattr(mine, "x", 0)
            mine.x = 1
            together(point, point)
            return before
        """,
        0,
    ),
    "names of threads": (
        """
        def main():
            together(point, point)
            return threading.Thread().name, threading.Thread(target=point).name
        """,
        ("Thread-1", "Thread-2 (point)"),
    ),
    "names of an executor's threads": (
        """
        def main():
            together(point, point)
            with ThreadPoolExecutor(1) as pool:
                return pool.submit(lambda: threading.current_thread().name).result()
        """,
        "ThreadPoolExecutor-0_0",
    ),
    "a lock that is never released": (
        """
        lock = threading.Lock()
        def main():
            together(point, point)
            return lock.acquire(False)
        """,
        True,
    ),
    "an event that stays set": (
        """
        event = threading.Event()
        def main():
            before = event.is_set()
            event.set()
            together(point, point)
            return before
        """,
        False,
    ),
    "the thread excepthook": (
        """
        def main():
            patched = threading.excepthook.__name__ == "<lambda>"
            threading.excepthook = lambda args: None
            together(point, point)
            return patched
        """,
        False,
    ),
    "a name put into threading": (
        """
        def main():
            known = hasattr(threading, "left_behind")
            threading.left_behind = True
            together(point, point)
            return known
        """,
        False,
    ),
    "a library function that is replaced": (
        """
        def main():
            replaced = time.sleep is None or queue.Queue is None
            time.sleep = queue.Queue = None
            together(point, point)
            return replaced
        """,
        False,
    ),
    "a library method that is replaced": (
        """
        def main():
            replaced = threading.Thread.getName is None
            threading.Thread.getName = None
            together(point, point)
            return replaced
        """,
        False,
    ),
    "the clock": (
        """
        def main():
            now = time.monotonic()
            time.sleep(1000)
            together(point, point)
            return now < 1
        """,
        True,
    ),
    "identities": (
        """
        def main():
            together(point, point)
            return id(object()), id(threading.Lock()), hash(threading.Thread())
        """,
        None,
    ),
    "files in a temporary directory": (
        """
        import os
        import tempfile
        def main():
            with tempfile.TemporaryDirectory() as folder:
                found = len(os.listdir(folder))
                open(os.path.join(folder, "state"), "w").close()
                together(point, point)
                return found
        """,
        0,
    ),
    "a temporary file": (
        """
        import tempfile
        from pathlib import Path
        def main():
            file = Path(tempfile.gettempdir(), "state")
            known = file.exists()
            file.touch()
            together(point, point)
            return known
        """,
        False,
    ),
    "names of temporary files": (
        """
        import tempfile
        from pathlib import Path
        def main():
            with tempfile.NamedTemporaryFile() as file:
                together(point, point)
                return Path(file.name).name
        """,
        "tmp00000000",
    ),
    "what the submission of another module keeps": (
        """
        import keeper
        def main():
            keeper.kept.append(1)
            together(point, point)
            return len(keeper.kept)
        """,
        1,
    ),
}
MODULES = """
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from grader.engine.vocabulary import together
"""
POINT = """
class Shared:
    x = 0
shared = Shared()
def point():
    shared.x = 1
    shared.x = 2
"""


@pytest.mark.parametrize("name", LEAKS)
def test_no_leak(lab, name: str) -> None:
    program, value = LEAKS[name]
    lab.write("kept = []\n", "keeper.py")
    exploration = lab.explore(lab.joined(POINT, program), strategy="dfs")
    assert exploration.executions > 5
    assert len(exploration.values) == 1
    assert value is None or exploration.values == [value]


def keep_modules(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("grader.engine.program.is_stateless", lambda tree, facts: True)
    patch.setattr(Snapshot, "holds", lambda snapshot: True)


def keep_library(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Library, "reset", lambda library: None)


def keep_random_numbers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(random, "seed", lambda number: None)


def keep_surroundings(patch: pytest.MonkeyPatch) -> None:
    restore = Surroundings.restore
    rounds = iter([False])
    patch.setattr(Surroundings, "restore", lambda all: restore(all) if next(rounds, True) else None)


def keep_contexts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("grader.engine.scheduler.NO_CONTEXT", Context())


def keep_modules_and_contexts(patch: pytest.MonkeyPatch) -> None:
    keep_modules(patch)
    keep_contexts(patch)


# What keeps the state if the engine does not put it back.
KEEPERS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "a global": keep_modules,
    "a global list": keep_modules,
    "a class attribute": keep_modules,
    "a mutable class attribute": keep_modules,
    "a default argument": keep_modules,
    "a keyword-only default argument": keep_modules,
    "a cache": keep_modules,
    "itertools.count in a class body": keep_modules,
    "a context variable": keep_modules_and_contexts,
    "a context variable of the standard library": keep_contexts,
    "names of threads": keep_library,
    "names of an executor's threads": keep_library,
    "random numbers": keep_random_numbers,
    "an environment variable": keep_surroundings,
    "the working directory": keep_surroundings,
    "the standard output": keep_surroundings,
    "the switch interval": keep_surroundings,
    "a builtin": keep_surroundings,
    "a temporary file": keep_surroundings,
    "names of temporary files": keep_surroundings,
}


def first_two_executions(lab, name: str) -> list[Any]:
    path = lab.write(lab.joined(MODULES, POINT, LEAKS[name][0]))
    with closing(Runner(file_program(path, "main"), "anywhere", "patient", MAX_STEPS)) as runner:
        return [result.key for result in islice(runner.search(Forced([])), 2)]


@pytest.mark.parametrize("name", KEEPERS)
def test_it_is_the_reset_that_stops_the_leak(
    lab, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = first_two_executions(lab, name)
    assert first == second
    with monkeypatch.context() as patch:
        KEEPERS[name](patch)
        first, second = first_two_executions(lab, name)
    assert first != second


def test_no_temporary_file_outlives_a_deadlock(lab) -> None:
    """Threads that never end are dropped, and what they hold open is closed and removed."""
    folder = lab.folder / "files"
    folder.mkdir()
    text = f"""
        import os
        import tempfile
        lock = threading.Lock()
        def work():
            with tempfile.TemporaryDirectory(dir={str(folder)!r}):
                file = tempfile.NamedTemporaryFile(dir={str(folder)!r})
                with lock:
                    with lock:
                        file.close()
        def main():
            if os.listdir({str(folder)!r}):
                raise FileExistsError
            together(work, work)
    """
    exploration = lab.explore(text, strategy="dfs", executions=20)
    assert exploration.executions > 1
    assert {o.kind for o in exploration.outcomes} == {"deadlock"}
    assert list(folder.iterdir()) == []


def test_no_file_that_a_global_holds_outlives_its_execution(lab) -> None:
    folder = lab.folder / "files"
    folder.mkdir()
    text = f"""
        import os
        import tempfile
        kept = []
        def main():
            before = len(os.listdir({str(folder)!r}))
            kept.append(tempfile.NamedTemporaryFile(dir={str(folder)!r}))
            together(point, point)
            return before
    """
    exploration = lab.explore(lab.joined(MODULES, POINT, text), strategy="random", executions=20)
    assert exploration.values == {0}
    assert list(folder.iterdir()) == []


def test_no_leak_where_only_an_executor_is_imported(lab) -> None:
    text = """
        from concurrent.futures import ThreadPoolExecutor as Pool
        def main():
            pool = Pool(1)
            return pool.submit(int).result(), pool.submit(Pool).result()._thread_name_prefix
    """
    path = lab.write(text)
    assert lab.explore_path(path).values == {(0, "ThreadPoolExecutor-1")}
    assert lab.explore_path(path).values == {(0, "ThreadPoolExecutor-1")}


def test_no_leak_out_of_a_deadlock(lab) -> None:
    exploration = lab.explore("""
        a, b = threading.Lock(), threading.Lock()
        held = []
        def go(first, second):
            with first:
                held.append(1)
                with second:
                    held.pop()
        def main():
            before = len(held), a.locked(), b.locked(), threading.active_count()
            together(lambda: go(a, b), lambda: go(b, a))
            return before
    """)
    assert [o.kind for o in exploration.outcomes].count("deadlock") == 1
    assert {o.value for o in exploration.outcomes if o.kind == "returned"} == {(0, False, False, 1)}


def test_no_leak_from_one_exploration_into_the_next(lab) -> None:
    text = """
        import random
        count = []
        def main():
            count.append(1)
            threading.Thread(target=queue.Queue().get, daemon=True).start()
            return len(count), threading.active_count(), random.random(), threading.Thread().name
    """
    assert lab.only(text) == lab.only(text)
