"""What the gate refuses with which words, and what it lets pass."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from grader.judge.gate.reading import RejectedError, read_submission

IMPORTS = frozenset({"threading", "queue", "concurrent.futures", "sys", "logging", "time"})
LISTED = "concurrent.futures, logging, queue, sys, threading, time"


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    return tmp_path / "counter.py"


def rejection(path: Path, source: str, imports: frozenset[str] = IMPORTS) -> str:
    path.write_text(dedent(source), encoding="utf-8")
    with pytest.raises(RejectedError) as caught:
        read_submission(path, "counter", imports)
    return caught.value.sentence


def outside(path: str, module: str) -> str:
    return f"`{path}` leads to `{module}`, which is not among this kata's imports: {LISTED}"


def inner(name: str) -> str:
    return f"`{name}` reaches into Python's own workings; a submission does without it"


def private(path: str) -> str:
    module = path.rpartition(".")[0]
    return f"`{path}` is private to `{module}`; use only what its documentation names"


def fixed(path: str) -> str:
    return (
        f"`{path}` belongs to Python's library and may not be changed; make something of your own"
    )


def runs(name: str) -> str:
    return f"`{name}` runs what can't be checked before; write it out as code"


def barred(path: str) -> str:
    return f"`{path}` is out of bounds for a submission; do without it"


def unknown(module: str, function: str) -> str:
    return (
        f"which name of `{module}` this `{function}` takes can't be told from the source; "
        f"write `{module}.` and the name"
    )


def everything(module: str, function: str) -> str:
    return f"`{function}` lists all of `{module}`; take the name that you need"


THREADING_OS = outside("threading._os", "os")
REFUSED = [
    # Modules behind the attributes of allowed ones.
    ("import logging\nlogging.os", outside("logging.os", "os")),
    ("import dataclasses\ndataclasses.sys.stdout\ndataclasses.keyword",
     outside("dataclasses.keyword", "keyword")),
    ("import collections.abc\n\ncollections._sys\ncollections.abc.builtins", None),
    ("import threading as t\nt._os.environ", THREADING_OS),
    ("import threading\nm = threading\nm._os", THREADING_OS),
    ("import threading\nk = m = threading\nk._os", THREADING_OS),
    ("import threading, time\na, b = time, threading\nb._os", THREADING_OS),
    ("import threading\n(m := threading)._os", THREADING_OS),
    ("import threading\ndef f(m=threading):\n    return m._os", THREADING_OS),
    ("import threading\ndef f(*, m=threading):\n    return m._os", THREADING_OS),
    ("import threading\nfor m in (threading, 2):\n    m._os", THREADING_OS),
    ("import threading\n[m._os for m in [threading]]", THREADING_OS),
    ("import threading\n[m := threading for _ in 'a']\nm._os", THREADING_OS),
    ("import threading\n{'a': threading}['a']._os", THREADING_OS),
    ("import threading\n(threading if 1 else 2)._os", THREADING_OS),
    ("import threading\n(threading or 2)._os", THREADING_OS),
    ("import threading\nclass A:\n    def f(self):\n        self.m = threading\n        self.m._os",
     THREADING_OS),
    ("import threading\nclass A:\n    m = threading\nA.m._os", THREADING_OS),
    ("class A:\n    import threading\nA.threading._os", THREADING_OS),
    ("import threading\n(lambda x: x)(threading)._os", THREADING_OS),
    ("import threading\ndef f():\n    return threading\nf()._os", THREADING_OS),
    ("import threading\ndef f():\n    global m\n    m = threading\nm._os", THREADING_OS),
    ("import threading\ndef f():\n    m = 1\n    def g():\n        nonlocal m\n"
     "        m = threading\n    m._os", THREADING_OS),
    ("import threading\nt = threading\nt = t._os", THREADING_OS),
    ("import threading\na = 1\na = b = a\nb = a = threading\nb._os", THREADING_OS),
    ("import threading\ngetattr(threading, '_os')", THREADING_OS),
    ("import threading\ngetattr(threading, '_os', None).path", THREADING_OS),
    ("import threading\nobject.__getattribute__(threading, '_os')", THREADING_OS),
    ("import threading\nmatch threading:\n    case object(_os=o): pass", THREADING_OS),
    ("import threading, operator\noperator.attrgetter('_os.path')(threading)", THREADING_OS),
    ("from threading import _os", THREADING_OS),
    ("import queue\nqueue.threading._os", THREADING_OS),
    ("from queue import threading as t\nt._os", THREADING_OS),
    ("import concurrent.futures.thread as t\nt.os", outside("concurrent.futures.thread.os", "os")),
    ("from concurrent.futures import thread\nthread.os",
     outside("concurrent.futures.thread.os", "os")),
    ("import concurrent.futures\nconcurrent.futures.thread.os",
     outside("concurrent.futures.thread.os", "os")),
    ("import contextlib\ncontextlib.os", outside("contextlib.os", "os")),
    ("import enum\nenum.bltns.exec", outside("enum.bltns", "builtins")),
    ("import random\nrandom._os", outside("random._os", "os")),
    ("from logging import *\nlogging = os", None),
    # Private and barred names of modules.
    ("import threading\nthreading._shutdown()", private("threading._shutdown")),
    ("from threading import _active", private("threading._active")),
    ("import sys\nsys._getframe()", private("sys._getframe")),
    ("import dataclasses\ndataclasses._create_fn", private("dataclasses._create_fn")),
    ("import sys\nsys.modules['os']", barred("sys.modules")),
    ("from sys import settrace", barred("sys.settrace")),
    ("import typing\ntyping.get_type_hints(f)", barred("typing.get_type_hints")),
    ("import types\ntypes.CodeType", barred("types.CodeType")),
    ("import logging.config", barred("logging.config")),
    ("from logging import config", barred("logging.config")),
    ("from logging.config import dictConfig", barred("logging.config")),
    ("import threading\nthreading.__dict__['_os']", barred("threading.__dict__")),
    ("import threading\nthreading.__loader__", inner("__loader__")),
    # Computed names of modules.
    ("import threading\nx = '_o' 's'\ngetattr(threading, x)", unknown("threading", "getattr")),
    ("import threading\nobject.__getattribute__(threading, str())",
     unknown("threading", "__getattribute__")),
    ("import threading\nvars(threading)", everything("threading", "vars")),
    ("import threading\nobject.__getstate__(threading)", everything("threading", "__getstate__")),
    # Frames, code objects, namespaces.
    *[(f"def f(): pass\n\nf.{name}", inner(name)) for name in (
        "__globals__", "__closure__", "__code__", "__builtins__", "__subclasses__", "__self__",
        "__loader__", "__spec__", "f_back", "f_globals", "f_locals", "f_builtins", "tb_frame",
        "tb_next", "gi_frame", "gi_code", "cr_frame", "ag_frame", "co_consts", "cell_contents",
    )],
    ("print.__self__", inner("__self__")),
    ("__builtins__", inner("__builtins__")),
    ("__loader__.load_module('os')", inner("__loader__")),
    ("__spec__.loader", inner("__spec__")),
    ("f = 1\nf.__globals__ = 2", inner("__globals__")),
    ("def f(): pass\ngetattr(f, '__globals__')", inner("__globals__")),
    ("import operator\noperator.attrgetter('a.__globals__')", inner("__globals__")),
    ("'{0.__globals__}'.format(print)", inner("__globals__")),
    ("'{:{0.__globals__}}'.format(print)", inner("__globals__")),
    ("'{f[__builtins__]}'.format(f={})", inner("__builtins__")),
    ("globals()['__builtins__']", inner("__builtins__")),
    ("match print:\n    case object(__self__=b): pass", inner("__self__")),
    ("class A:\n    __match_args__ = ('__globals__',)", inner("__globals__")),
    ("f'{print.__self__}'", inner("__self__")),
    ("print.__ｓelf__", inner("__self__")),
    # Text that becomes code.
    ("exec('import os')", runs("exec")),
    ("x = eval", runs("eval")),
    ("compile('1', '', 'eval')", runs("compile")),
    ("__import__('os')", runs("__import__")),
    ("def f(exec): pass\nexec('1')", runs("exec")),
    ("if 0:\n    exec = 1\nexec('1')", runs("exec")),
    ("exec('1')\nexec = 1", runs("exec")),
    ("exec = 1\ndel exec\nexec('1')", runs("exec")),
    ("class A:\n    if 0: exec = 1\n    exec('1')", runs("exec")),
    ("def f(x: 'exec(1)'): pass", runs("exec")),
    ("x: list['__import__(\"os\")'] = []", runs("__import__")),
    ("import threading\ndef f() -> 'threading._os': pass", THREADING_OS),
    # Changes to the library.
    ("import threading\nthreading.Thread = 1", fixed("threading.Thread")),
    ("import threading as t\nt.Lock = 1", fixed("threading.Lock")),
    ("import threading\nthreading.Lock, x = 1, 2", fixed("threading.Lock")),
    ("import threading\nfor threading.Lock in [1]: pass", fixed("threading.Lock")),
    ("import threading\nwith open(x) as threading.Lock: pass", fixed("threading.Lock")),
    ("import threading\ndel threading.Lock", fixed("threading.Lock")),
    ("import threading\nthreading.x += 1", fixed("threading.x")),
    ("import threading\nthreading.Thread.run = 1", fixed("Thread.run")),
    ("from threading import Thread\nT = Thread\nT.run = 1", fixed("Thread.run")),
    ("import threading\nsetattr(threading, 'Lock', 1)", fixed("threading.Lock")),
    ("import threading\nsetattr(threading, str(), 1)", fixed("threading")),
    ("from threading import Thread\ntype.__setattr__(Thread, 'run', 1)", fixed("Thread.run")),
    ("import threading\ndelattr(threading, 'Lock')", fixed("threading.Lock")),
    ("import sys\nsys.stdout = None", fixed("sys.stdout")),
]  # fmt: skip


@pytest.mark.parametrize(("source", "sentence"), REFUSED)
def test_what_leads_out_of_the_kata_is_refused(
    submission: Path, source: str, sentence: str | None
) -> None:
    said = rejection(submission, source)
    assert said.startswith("counter.py, line ")
    if sentence is not None:
        assert said.partition(": ")[2] == sentence


def test_the_line_is_that_of_the_first_fault(submission: Path) -> None:
    source = "import threading\n\ndef f():\n    exec('')\n\nthreading._os\n"
    assert rejection(submission, source) == f"counter.py, line 4: {runs('exec')}"


def test_faults_in_and_through_files_beside_it_are_found(submission: Path) -> None:
    beside = submission.with_name("made.py")
    beside.write_text("import threading\n")
    for source in (
        "import made\nmade.threading._os\n",
        "import made as m\nm.threading._os\n",
        "from made import threading as t\nt._os\n",
        "from made import *\nthreading._os\n",
        "import made\nx = [made]\nx.pop().threading._os\n",
    ):
        assert rejection(submission, source).endswith(THREADING_OS)
    beside.write_text("import threading\nexec('')\n")
    assert rejection(submission, "import made\n") == f"made.py, line 2: {runs('exec')}"


@pytest.mark.parametrize("encoding", ["rot13", "utf-7", "utf-16", "klingon"])
def test_a_declared_encoding_that_python_would_go_by_is_refused(
    submission: Path, encoding: str
) -> None:
    sentence = f"it is read as UTF-8, not as `{encoding}`; leave this line out"
    source = f"#!/usr/bin/python\n# -*- coding: {encoding} -*-\n"
    assert rejection(submission, source) == f"counter.py, line 2: {sentence}"


HONEST = [
    # A learner's own names, whatever they are called.
    "class A:\n    def f(self, other):\n        return self._x, other._lock, self._os, self._thread",
    "import threading\nclass A:\n    def f(self):\n        self._thread = threading.Thread()\n"
    "        self._thread.start(); self._active = self._shutdown = self._os = 1",
    "class A:\n    def __getattr__(self, name): return getattr(self._inner, name)",
    "class A:\n    def __setattr__(self, name, value): super().__setattr__(name, value)",
    "class A:\n    def __getattribute__(self, name):\n"
    "        return object.__getattribute__(self, '_' + name)",
    "class A:\n    def __init__(self, **more):\n        self.__dict__.update(more)\n"
    "        vars(self).update(more)\n        setattr(self, 'x', 1)\n        delattr(self, 'x')",
    "class A:\n    def __reduce__(self): return super().__reduce__()",
    "class A:\n    def __getstate__(self): return self.__dict__.copy()",
    "class M(type):\n    def __new__(m, name, bases, space, **more):\n"
    "        return super().__new__(m, name, bases, space)\n"
    "    def __call__(cls, *a): print(cls.__mro__, cls.__bases__, cls.mro()); return super().__call__(*a)",
    "class A:\n    def __init_subclass__(cls): pass\n    def __set_name__(self, owner, name): pass\n"
    "    def __class_getitem__(cls, item): return cls\n    def __del__(self): pass",
    "class A:\n    def f(self):\n        return type(self).__name__, self.__class__.__qualname__, "
    "A.__doc__, A.__module__, A.__annotations__, self.__class__.f.__wrapped__, self.f.__func__",
    "class A:\n    def exec(self): pass\n    def compile(self): self.exec()",
    "def f(eval=None):\n    exec = [1]\n    return [exec for compile in exec if compile], eval",
    "from re import compile\nword = compile('a')",
    "import re\nword = re.compile('a')",
    "def compile(text): return text\n\ncompile('a')",
    # Docstrings, comments and messages.
    '"""Never use __globals__, exec() or f_back here."""\n# nor ctypes, nor __import__\n',
    "def f():\n    '__globals__'\n    return 'don\\'t touch __globals__ and {f_back'",
    "print('%s has __code__' % 1, 'look: {x} and __code__'.format(x=1))",
    "x = '}{ __globals__'",
    # The library as it is meant to be used.
    "import threading\nif isinstance(threading.current_thread(), threading._MainThread): pass",
    "import threading\nlock: threading._RLock = threading.RLock()",
    "import sys\nprint(sys._is_gil_enabled(), sys.version_info, sys.stdout.write(''), sys.maxsize)\n"
    "sys.setswitchinterval(1.0)",
    "import threading, sys\nthreading.excepthook = sys.excepthook = print",
    "import threading\nclass T(threading.Thread):\n    def run(self):\n"
    "        self.result = self._target(*self._args, **self._kwargs)\nT.limit = 3\nT.run.x = 1",
    "import queue\nclass Q(queue.Queue):\n    def _put(self, item): super()._put(item); queue.Queue._put(self, item)",
    "import queue\ntasks = queue.Queue()\ntasks.limit = 1",
    "import time\ndef f(time):\n    time.limit = 1",
    "import time, threading\nclass A:\n    def __init__(self, time=time): self._time = time\n"
    "    def f(self): return self._time.monotonic()",
    "import threading\nLocks = {'plain': threading.Lock, 'again': threading.RLock}\n"
    "def f(kind): return Locks[kind](), getattr(threading.Thread, 'run')",
    "import concurrent.futures, collections.abc, logging.handlers\n"
    "concurrent.futures.ThreadPoolExecutor, concurrent.futures.thread.ThreadPoolExecutor\n"
    "collections.abc.Mapping",
    "from concurrent.futures import ThreadPoolExecutor\n"
    "def f():\n    with ThreadPoolExecutor() as exec: exec.submit(print)",
    "import typing\nif typing.TYPE_CHECKING:\n    from collections.abc import Callable\n"
    "from typing import *\nfrom enum import *\nx: Any = auto()",
    "import logging\nlog = logging.getLogger(__name__)\nlog.setLevel(logging.INFO)",
    "import types\ndef f(kind, error, trace: types.TracebackType | None):\n"
    "    raise error.with_traceback(error.__traceback__)\nisinstance(f, types.FunctionType)",
    "import operator, math, string, copy, heapq, bisect, random, statistics, fractions, decimal\n"
    "import numbers, warnings, weakref, textwrap, re, datetime, pprint, reprlib, array\n"
    "print(operator.attrgetter('a.b'), math.pi, string.ascii_letters, datetime.datetime.now())",
    "from typing import Literal\ndef f(how: Literal['exec', 'eval'], x: 'int | None', y: 'no type'): pass",
    "node = 1\nwhile node:\n    node = node.next\na, b = 1, 2\na, b = b, a\n*c, d = c, d = [], 1",
    "def f(x):\n    match x:\n        case {'a': [*y], **z}: pass\n        case int(real=r) as q: pass",
    "try:\n    pass\nexcept* ValueError as e:\n    pass",
    "async def f():\n    async for x in g(): yield x\n    async with a as b: await b",
    "global_ = 1\ndef f():\n    global made\n    made = 1\nif __name__ == '__main__': print(__file__)",
]  # fmt: skip


@pytest.mark.parametrize("source", HONEST)
def test_honest_code_passes(submission: Path, source: str) -> None:
    submission.write_text(source, encoding="utf-8")
    assert read_submission(submission, "counter", IMPORTS).module.text == source
