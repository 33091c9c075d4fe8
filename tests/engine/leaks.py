"""Programs that would find what an earlier execution has left."""

from __future__ import annotations

from typing import Any

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
