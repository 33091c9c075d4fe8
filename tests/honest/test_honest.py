"""Honest submissions in many styles: none is rejected, suspected or failed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest

from grader.course.catalogue import Course
from grader.judge.grading import grade
from grader.judge.task import Task

HEAD = """\
from __future__ import annotations

import abc, contextlib, copy, enum, functools, itertools, operator, queue, threading, time, typing
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, final
"""

LOCKS = {
    "lock": ("", "threading.Lock()"),
    "rlock": ("", "threading.RLock()"),
    "condition": ("", "threading.Condition()"),
    "condition on a lock": ("", "threading.Condition(threading.Lock())"),
    "semaphore": ("", "threading.Semaphore(1)"),
    "bounded semaphore": ("", "threading.BoundedSemaphore(value=1)"),
    "aliased": ("from threading import Lock as L\nMake = L\n", "Make()"),
    "through a module's other name": ("th = threading\nMake = getattr(th, 'RLock')\n", "Make()"),
    "chosen from a table": (
        "KINDS = {'plain': threading.Lock, 'again': threading.RLock}\n", "KINDS['plain']()"),
    "made by partial": ("make = functools.partial(threading.Semaphore, 1)\n", "make()"),
    "a token in a queue": ("""
class Guard:
    def __init__(self):
        self._tokens = queue.Queue(maxsize=1)
        self._tokens.put('token')
    def acquire(self): return self._tokens.get()
    def release(self): self._tokens.put('token')
    def __enter__(self): self.acquire(); return self
    def __exit__(self, *_): self.release()
""", "Guard()"),
    "delegation": ("""
class Guard:
    def __init__(self): self._inner = threading.Lock()
    def __getattr__(self, name): return getattr(self._inner, name)
    def __enter__(self): return self._inner.__enter__()
    def __exit__(self, kind, error, trace): return self._inner.__exit__(kind, error, trace)
""", "Guard()"),
}  # fmt: skip

HOLDS = {
    "with": ("", "        with self._lock:\n            self._value += 1\n"),
    "try and finally": ("", (
        "        self._lock.acquire()\n        try:\n            self._value += 1\n"
        "        finally:\n            self._lock.release()\n")),
    "exit stack": ("", (
        "        with contextlib.ExitStack() as stack:\n"
        "            stack.enter_context(self._lock)\n            self._value = self._value + 1\n")),
    "two at once": ("OTHER = threading.RLock()\n", (
        "        with self._lock, OTHER:\n            self._value += 1\n")),
    "context manager": ("""
@contextlib.contextmanager
def holding(lock):
    lock.acquire()
    try:
        yield lock
    finally:
        lock.release()
""", "        with holding(self._lock):\n            self._value += 1\n"),
    "closure": ("", (
        "        def bump(by=1, /, *, twice=False):\n            assert not twice\n"
        "            with self._lock:\n                self._value += by\n        bump()\n")),
    "walrus": ("", (
        "        with (lock := self._lock):\n            if (seen := self._value) is not None:\n"
        "                self._value = seen + 1\n        del lock\n")),
    "match": ("", (
        "        with self._lock:\n            match self._value:\n                case 0:\n"
        "                    self._value = 1\n                case int() as seen:\n"
        "                    self._value = seen + 1\n")),
}  # fmt: skip

SHAPES = {
    "plain": "class Counter:\n    def __init__(self):\n        self._value, self._lock = 0, {make}\n",
    "slots": (
        "class Counter:\n    __slots__ = ('_value', '_lock')\n    def __init__(self) -> None:\n"
        "        self._value: int = 0\n        self._lock = {make}\n"),
    "dataclass": (
        "@dataclass\nclass Counter:\n    _value: int = field(default=0, init=False)\n"
        "    _lock: Any = field(default_factory=lambda: {make}, repr=False, compare=False)\n"),
    "mixin": (
        "class Guarded:\n    def __init__(self, *args, **more):\n"
        "        super().__init__(*args, **more)\n        self._lock = {make}\n"
        "class Counter(Guarded):\n    def __init__(self):\n        super().__init__()\n"
        "        self._value = 0\n"),
    "abstract base": (
        "class Base(abc.ABC):\n    _value = 0\n    @abc.abstractmethod\n"
        "    def increment(self): ...\n@final\nclass Counter(Base):\n    def __init__(self):\n"
        "        self.__dict__.update(_value=0, _lock={make})\n"),
    "generic": (
        "T = TypeVar('T')\nclass Box(Generic[T]):\n    _value: T\nclass Counter(Box[int]):\n"
        "    def __init__(self):\n        setattr(self, '_value', 0)\n        self._lock = {make}\n"),
    "protocol and enum": (
        "class Counts(Protocol):\n    def increment(self) -> None: ...\n"
        "class State(enum.Enum):\n    NEW = enum.auto()\n    USED = enum.auto()\n"
        "class Counter(Counts):\n    def __init__(self):\n        self._state = State.NEW\n"
        "        self._value = 0\n        self._lock = {make}\n"),
    "metaclass": (
        "def logged(fn):\n    @functools.wraps(fn)\n    def call(*args, **more):\n"
        "        return fn(*args, **more)\n    return call\n"
        "class Wraps(type):\n    def __new__(mcs, name, bases, space):\n"
        "        return super().__new__(mcs, name, bases, {{k: logged(v) if k == 'increment' else v"
        " for k, v in space.items()}})\n"
        "class Counter(metaclass=Wraps):\n    def __init__(self):\n        self._value = 0\n"
        "        self._lock = {make}\n"),
}  # fmt: skip

READS = {
    "property": "    @property\n    def value(self) -> int:\n        with self._lock:\n            return self._value\n",
    "property of a function": (
        "    def _get(self):\n        with self._lock:\n            return self._value\n"
        "    value = property(_get, doc='the count')\n"),
    "lambda": "    value = property(lambda self: self._value)\n",
    "descriptor": (
        "    class _Read:\n        def __get__(self, owner, kind=None):\n"
        "            return self if owner is None else operator.attrgetter('_value')(owner)\n"
        "    value = _Read()\n"),
}  # fmt: skip

DRESS = {
    "as it is": lambda text: text,
    "tabs": lambda text: text.replace("    ", "\t"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "prose": lambda text: text + '\n# no exec, no ctypes, no f_back\n"""Nor __globals__."""\n',
    "coding line": lambda text: "# -*- coding: utf-8 -*-\n" + text,
    "unicode": lambda text: text.replace("_value", "_wert_übrig").replace("_lock", "_замок"),
    "mangled": lambda text: text.replace("self._state", "self.__state"),
    "main": lambda text: text + "\nif __name__ == '__main__':\n    print(Counter().value)\n",
    "long": lambda text: text + "".join(f"\nclass Unused{i}:\n    x = {i}\n" for i in range(60)),
    "messages": lambda text: text + "\nMESSAGE = 'never call exec() or read __code__ {here'\n",
}  # fmt: skip


def counters() -> Iterator[tuple[str, str]]:
    """Yields 105 counters: each lock held in each way, the rest in turns, and some on their own."""
    shapes, reads, dresses = cycle(SHAPES), cycle(READS), cycle(DRESS)
    for lock, (before, make) in LOCKS.items():
        for hold, (more, body) in HOLDS.items():
            shape, read, dress = next(shapes), next(reads), next(dresses)
            source = f"{HEAD}{before}{more}\n\n{SHAPES[shape].format(make=make)}"
            source += f"    def increment(self) -> None:\n        'Count one.'\n{body}{READS[read]}"
            yield ", ".join((lock, hold, shape, read, dress)), DRESS[dress](source)
        next(shapes)
        if lock in ("condition", "made by partial", "semaphore"):
            next(reads)
    yield from ODD.items()


ODD = {
    "a lock of the class": """
import threading

class Counter:
    _lock = threading.Lock()
    def __init__(self): self._value = 0
    def increment(self):
        with type(self)._lock: self._value += 1
    @property
    def value(self): return self._value
""",
    "a lock of the module, declared global": """
import threading
lock = None
def guard():
    global lock
    if lock is None: lock = threading.Lock()
    return lock
guard()

class Counter:
    value = 0
    def increment(self):
        with guard(): self.value += 1
""",
    "a closure instead of attributes": """
from threading import Lock

class Counter:
    def __init__(self):
        count, lock = 0, Lock()
        def increment():
            nonlocal count
            with lock: count += 1
        self.increment, self._read = increment, lambda: count
    value = property(lambda self: self._read())
""",
    "a decorator that locks": """
import functools, threading

def synchronized(method):
    @functools.wraps(method)
    def locked(self, *args, **more):
        with self._lock: return method(self, *args, **more)
    return locked

class Counter:
    def __init__(self): self._lock, self._value = threading.RLock(), 0
    @synchronized
    def increment(self): self._value += 1
    @property
    @synchronized
    def value(self): return self._value
""",
    "a clock that is handed in": """
import threading, time

class Counter:
    def __init__(self, *, time=time, threading=threading):
        self._time, self._lock, self._value = time, threading.Lock(), 0
    def increment(self):
        with self._lock: self._value, self._when = self._value + 1, self._time.monotonic()
    @property
    def value(self): return self._value
""",
    "an atomic iterator": """
import itertools, threading

class Counter:
    def __init__(self): self._clicks = []
    def increment(self): self._clicks.append(None)
    @property
    def value(self): return len(self._clicks)
""",
    "a name that Python has too": """
import threading

class Counter:
    def __init__(self, exec=threading.Lock): self._compile, self._value = exec(), 0
    def increment(self):
        with self._compile: self._value += 1
    @property
    def value(self): return self._value
""",
    "to the end of the stack": """
import contextlib, threading

def deeper(n): return deeper(n + 1)

class Counter:
    def __init__(self): self._lock, self._value = threading.Lock(), 0
    def increment(self):
        with self._lock:
            with contextlib.suppress(RecursionError): deeper(0)
            self._value += 1
    @property
    def value(self): return self._value
""",
    "everything by star": """
from threading import *
from typing import *

class Counter:
    def __init__(self): self._lock: Any = Lock(); self._value = 0
    def increment(self):
        with self._lock: self._value += 1
    value = property(lambda self: self._value)
""",
}

# Contextlib's own lines and a thread that owns the count make schedules many; these are graded
# on the visible suite's cases, which are the smallest.
DEAR = ("context manager", "exit stack", "two at once", "owner_thread", "metaclass")

LEDGER_HEAD = "class InsufficientFundsError(Exception): pass\n"
LEDGER = """
class Ledger:
    def __init__(self, balances):
        self._balances, self._lock = dict(balances), {make}
    def transfer(self, source, target, amount):
        if amount <= 0: raise ValueError(amount)
        with self._lock:
            if target not in self._balances: raise KeyError(target)
            if self._balances[source] < amount: raise InsufficientFundsError(source)
            {move}
    def balance(self, name):
        with self._lock: return self._balances[name]
    def total(self):
        with self._lock: return sum(self._balances.values())
"""
MOVES = {
    "in place": "self._balances[source] -= amount; self._balances[target] += amount",
    "one update": (
        "b = self._balances; "
        "b |= {source: b[source] - amount} | ({target: b[target] + amount} if target != source else {})"),
}  # fmt: skip


def ledgers() -> Iterator[tuple[str, str]]:
    """Yields 12 ledgers: each lock, with both moves in turns."""
    for (lock, (before, make)), move in zip(LOCKS.items(), cycle(MOVES), strict=False):
        source = HEAD + LEDGER_HEAD + before + LEDGER.replace("{make}", make)
        yield f"{lock}, {move}", source.replace("{move}", MOVES[move])


def proven() -> Iterator[tuple[str, str, Path]]:
    """Yields the course's own right submissions, but for those that take real processes."""
    for kata in Course.home().katas:
        if "multiprocessing" in kata.imports:
            continue
        for path in (kata.reference, *kata.also):
            if path is not None:
                yield kata.task().name, path.stem, path


def written(folder: Path) -> Iterator[tuple[str, str, Path]]:
    for kata, made in (("counter", counters()), ("transfer", ledgers())):
        for number, (style, text) in enumerate(made):
            path = folder / f"{kata}_{number}" / f"{kata}.py"
            path.parent.mkdir()
            path.write_bytes(text.encode())
            yield kata, style, path


def lean(task: Task, folder: Path) -> Task:
    """Returns the task with the first, smallest pinned case of each hidden test."""
    assert task.cases is not None
    cases = {name: few[:1] for name, few in json.loads(task.cases.read_text()).items()}
    file = folder / f"{task.name}.json"
    file.write_text(json.dumps(cases))
    return replace(task, cases=file)


PARTS = 12


def test_there_are_enough_of_them(tmp_path: Path) -> None:
    corpus = [*proven(), *written(tmp_path)]
    assert len(corpus) >= 150
    assert sum(kata == "counter" for kata, _, _ in corpus) >= 100


@pytest.mark.parametrize("part", range(PARTS))
def test_no_honest_submission_is_graded_wrong(part: int, tmp_path: Path) -> None:
    tasks = {kata.task().name: lean(kata.task(), tmp_path) for kata in Course.home().katas}
    wrong = {}
    for kata, style, path in [*proven(), *written(tmp_path)][part::PARTS]:
        graded = grade(tasks[kata], path, hidden=not any(dear in style for dear in DEAR))
        if (graded.verdict, graded.score) != ("pass", graded.max):
            wrong[kata, style] = [(one.verdict, one.message) for one in graded.properties]
    assert wrong == {}
