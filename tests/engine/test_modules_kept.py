"""Which modules are executed once for all executions, and when that is over."""

from __future__ import annotations

import ast
from contextlib import closing
from itertools import islice

import pytest

from grader.engine import file_program
from grader.engine.fresh import is_stateless
from grader.engine.program import Runner
from grader.engine.rewrite.facts import Facts
from grader.engine.strategy import RandomWalk

STATELESS = [
    "X = 5\ndef f():\n    return X\n",
    "import threading\nclass A:\n    def __init__(self):\n        self.x = []\n",
    "from queue import Queue\nclass A:\n    y = 1\n    @property\n    def x(self):\n        return 1\n",
    "LIMITS = (1, 2)\nclass A:\n    'Doc.'\n    x: int = 5\n",
]
STATEFUL = [
    "items = []\n",
    "class A:\n    items = {}\n",
    "def f(x=[]):\n    pass\n",
    "f = lambda x={}: x\n",
    "x = 0\ndef f():\n    global x\n    x = 1\n",
    "from random import Random\nNUMBERS = Random(5)\n",
    "import functools\n@functools.cache\ndef f():\n    pass\n",
    "class A:\n    pass\ndef f(a):\n    setattr(a, 'x', 1)\n",
    "def f():\n    globals()['x'] = 1\n",
    "import threading\nlock = threading.Lock()\n",
    "class A(type):\n    pass\n",
    "for i in range(3):\n    pass\n",
    "class A:\n    n = 0\n    def f(self):\n        (lambda self: setattr(self, 'n', 1))(A)\n",
]


@pytest.mark.parametrize("text", STATELESS)
def test_a_module_without_state_need_not_be_executed_anew(text: str) -> None:
    tree = ast.parse(text)
    assert is_stateless(tree, Facts([tree]))


@pytest.mark.parametrize("text", STATEFUL)
def test_a_module_that_may_have_state_is_executed_anew(text: str) -> None:
    tree = ast.parse(text)
    assert not is_stateless(tree, Facts([tree]))


# What is bound again at run time: each program leaves its trace where the next execution would see it.
REBOUND = {
    "a class attribute by the class's name": "A.n += 1",
    "a class attribute through type()": "type(a).n += 1",
    "a class attribute through __class__": "a.__class__.n += 1",
    "a class attribute by an alias": "a = A\n    a.n += 1",
    "a class attribute in a class method": "A.count()",
    "a new class attribute": "A.m = A.n + 1",
    "a method": "A.get = lambda self: 5",
    "an attribute of a nested class": "A.Inner.n += 1",
    "an attribute of a function": "helper.calls = A.n + 1",
    "an attribute of a method": "A.get.calls = A.n + 1",
    "an attribute of a property's function": "vars_of(A)['p'].fget.calls = 1",
    "a class attribute deleted": "del A.n",
}
REBINDING = """
class A:
    n = 0
    class Inner:
        n = 0
    @classmethod
    def count(cls):
        cls.n += 1
    def get(self):
        return self.n
    @property
    def p(self):
        return 1
def helper():
    pass
def vars_of(kind):
    return {{'p': kind.p}}
def main():
    a = A()
    before = (
        A.n, A.Inner.n, a.get(), hasattr(A, 'm'), hasattr(helper, 'calls'),
        hasattr(A.get, 'calls'), hasattr(A.p.fget, 'calls'),
    )
    {line}
    return before
"""


@pytest.mark.parametrize("name", REBOUND)
def test_what_is_bound_again_does_not_last(lab, name: str) -> None:
    path = lab.write(REBINDING.format(line=REBOUND[name]))
    with closing(Runner(file_program(path, "main"), "anywhere", "patient", 1000)) as runner:
        results = [result.value for result in islice(runner.search(RandomWalk(0)), 4)]
    assert results == [(0, 0, 0, False, False, False, False)] * 4
