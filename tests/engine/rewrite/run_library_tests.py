"""Runs CPython's own tests of a module, the module plain or rewritten; prints the result.

    python run_library_tests.py plain|anywhere|gil MODULES TESTS

MODULES and TESTS are separated by commas; a test is a module of the `test`
package, or one class of it. Used by `test_standard_library.py`.
"""

from __future__ import annotations

import io
import itertools
import json
import sys
import unittest
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import find_spec
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from grader.engine.rewrite import Rewritten, Source


class CountingHooks:
    """Hooks that do nothing but count; a word is added when the rewriting learns one."""

    def __init__(self) -> None:
        self.points = 0
        self.unpacked: list[dict[int, Any]] = []

    def count(self, n: int, value: Any = None, *rest: Any) -> Any:
        self.points += 1
        return value

    def nothing(self, n: int, *values: Any) -> None:
        self.points += 1

    def getitem(self, n: int, owner: Any, key: Any) -> Any:
        self.points += 1
        return owner[key]

    def sink(self, n: int, begins: bool) -> dict[int, Any]:
        if begins:
            self.unpacked.append({})
        return self.unpacked[-1]

    def take(self, n: int, number: int) -> Any:
        value = self.unpacked[-1].pop(number)
        if not self.unpacked[-1]:
            self.unpacked.pop()
        return value

    def each(self, n: int, iterable: Any) -> Iterator[Any]:
        return map(self.count, itertools.repeat(n), iter(iterable))

    def table(self) -> dict[str, Callable[..., Any]]:
        values = ("attr", "frozen", "item", "key", "store", "update", "look", "first", "both")
        return {
            **dict.fromkeys(
                (*values, "call", "call_own", "call_local", "enter", "delegate"), self.count
            ),
            **dict.fromkeys(("resumed", "returned", "passed", "entered"), self.count),
            **dict.fromkeys(("begun", "point", "begins", "back_to", "again"), self.nothing),
            **dict.fromkeys(("name", "held", "leave", "after", "back", "entry"), self.nothing),
            **dict.fromkeys(("quiet", "loud"), self.nothing),
            **dict.fromkeys(("each", "each_shared", "each_own", "each_local"), self.each),
            "getitem": self.getitem,
            "slice": slice,
            "sink": self.sink,
            "take": self.take,
        }


class RewritingLoader(SourceFileLoader):
    """Executes a module from code that was rewritten beforehand."""

    rewritten: dict[str, CodeType]

    def exec_module(self, module: ModuleType) -> None:
        exec(self.rewritten[self.name], vars(module))


class RewritingFinder(PathFinder):
    """Finds the modules that were rewritten."""

    @classmethod
    def find_spec(cls, name, path=None, target=None) -> ModuleSpec | None:
        if name not in RewritingLoader.rewritten:
            return None
        spec = super().find_spec(name, path, target)
        assert spec is not None
        spec.loader = RewritingLoader(name, spec.origin)
        return spec


def rewrite(name: str, hooks: CountingHooks, gil: bool) -> CodeType:
    spec = find_spec(name)
    assert spec is not None
    source = Source(name, str(spec.origin), Path(str(spec.origin)).read_text("utf-8"))
    return Rewritten([source], gil).bind(name, hooks.table())


def import_afresh(names: list[str]) -> None:
    for name in names:
        sys.modules.pop(name, None)
    for name in names:
        import_module(name)
    for name, module in list(sys.modules.items()):
        parent, _, child = name.rpartition(".")
        if parent in names:
            setattr(sys.modules[parent], child, module)


def main(mode: str, modules: str, tests: str) -> None:
    hooks = CountingHooks()
    names = modules.split(",")
    if mode != "plain":
        RewritingLoader.rewritten = {name: rewrite(name, hooks, mode == "gil") for name in names}
        sys.meta_path.insert(0, RewritingFinder)
    import_afresh(names)
    warnings.simplefilter("ignore")
    suite = unittest.defaultTestLoader.loadTestsFromNames([f"test.{t}" for t in tests.split(",")])
    result = unittest.TextTestRunner(io.StringIO(), verbosity=0).run(suite)
    report = {
        "ran": result.testsRun,
        "skipped": len(result.skipped),
        "failed": sorted(test.id() for test, _ in result.failures + result.errors),
        "points": hooks.points,
        "texts": [text for _, text in result.failures + result.errors],
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main(*sys.argv[1:])
