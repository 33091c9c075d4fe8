"""Which generators somebody may keep, and hand to another thread.

A generator that runs cannot be resumed: `next` on it raises. So a thread that is in one may be
seen there, whatever the generator touches. Most are used up by the expression that makes them,
and need no point for that.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

_USE_UP = {
    *("all", "any", "dict", "frozenset", "list", "max", "min", "set", "sorted", "sum", "tuple"),
    *("extend", "join", "update"),
}
_INNER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.GeneratorExp)


class Generators:
    """The generators of some modules that may be kept.

    Args:
        trees: the modules, before rewriting.
    """

    def __init__(self, trees: Iterable[ast.Module]) -> None:
        self._used_up: set[ast.AST] = set()
        self._names: set[str] = set()
        called: set[ast.AST] = set()
        nodes = [node for tree in trees for node in ast.walk(tree)]
        for node in nodes:
            self._used_up.update(_used_up_by(node))
        for node in self._used_up:
            if isinstance(node, ast.Call):
                called.add(node.func)
        for node in nodes:
            if node not in called:
                self._names.update(_mentions(node))

    def keeps(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.GeneratorExp) -> bool:
        """Tells whether a generator that `node` makes may outlive the expression that made it."""
        if isinstance(node, ast.GeneratorExp):
            return node not in self._used_up
        if isinstance(node, ast.AsyncFunctionDef) or node.decorator_list:
            return False
        implicit = node.name == "__iter__" and "iter" in self._names
        return (implicit or node.name in self._names) and any(_yields(s) for s in node.body)


def _yields(node: ast.AST) -> bool:
    if isinstance(node, _INNER):
        return False
    return isinstance(node, (ast.Yield, ast.YieldFrom)) or any(
        map(_yields, ast.iter_child_nodes(node))
    )


def _used_up_by(node: ast.AST) -> Iterator[ast.expr]:
    """The parts of `node` that it iterates to their end, or drops."""
    if isinstance(node, (ast.For, ast.comprehension)):
        yield node.iter
    elif isinstance(node, (ast.YieldFrom, ast.Starred)):
        yield node.value
    elif isinstance(node, ast.Call):
        function = node.func
        name = getattr(function, "id", "") or getattr(function, "attr", "")
        if name in _USE_UP:
            yield from node.args


def _mentions(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.Attribute):
        yield node.attr
    elif isinstance(node, ast.alias) and node.asname:
        yield node.name.rpartition(".")[2]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
