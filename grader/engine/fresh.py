"""Whether a module must be executed anew for each execution.

Executing a module again costs time; not doing so lets one execution's state leak
into the next. A module is reused only where its source proves that it holds nothing
mutable at module or class level; what is rebound there, by whatever name an object
goes, shows in its snapshot.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from operator import is_
from types import FunctionType, ModuleType
from typing import Any

from grader.engine.rewrite.facts import Facts

_HARMLESS_DECORATORS = {
    *("property", "staticmethod", "classmethod", "setter", "scenario", "dataclass"),
}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def is_stateless(tree: ast.Module, facts: Facts) -> bool:
    """Tells whether one execution of the module can serve all, as long as nothing is rebound."""
    if facts.attributes_by_name or facts.globals_by_name:
        return False
    if not all(_harmless(statement) for statement in tree.body):
        return False
    for node in ast.walk(tree):
        if isinstance(node, (ast.Global, ast.Import)) and not _known_import(node):
            return False
        if isinstance(node, ast.Attribute) and not _harmless_attribute(node):
            return False
        if isinstance(node, (*_FUNCTIONS, ast.Lambda)):
            defaults = [*node.args.defaults, *[d for d in node.args.kw_defaults if d]]
            if not all(_constant(default) for default in defaults):
                return False
        if isinstance(node, ast.ClassDef) and (node.keywords or _is_metaclass(node)):
            return False
    return True


class Snapshot:
    """What the names of a module and of its classes and functions are bound to.

    Args:
        module: right after it was executed.
    """

    def __init__(self, module: ModuleType) -> None:
        spaces = list(_namespaces(vars(module), module.__name__))
        # Most are those of functions, which hold nothing.
        self._empty = [space for space in spaces if not space]
        self._bound = [(s, list(s), list(s.values())) for s in spaces if s]

    def holds(self) -> bool:
        """Tells whether nothing has been bound, rebound or deleted since."""
        if any(self._empty):
            return False
        for space, names, values in self._bound:
            # By identity: to compare the values might run their code.
            if list(space) != names or not all(map(is_, space.values(), values)):
                return False
        return True


def _namespaces(space: Mapping[str, Any], module: str) -> Iterator[Mapping[str, Any]]:
    yield space
    for value in space.values():
        for part in (value, *(getattr(value, name, None) for name in ("__func__", "fget", "fset"))):
            if isinstance(part, FunctionType) and part.__module__ == module:
                yield vars(part)
        if isinstance(value, type) and value.__module__ == module:
            yield from _namespaces(vars(value), module)


def changes_imports(tree: ast.Module, facts: Facts) -> bool:
    """Tells whether the module may store an attribute on something that it imports."""
    imported = {
        (alias.asname or alias.name).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    return facts.attributes_by_name or any(
        isinstance(node, ast.Attribute)
        and not isinstance(node.ctx, ast.Load)
        and _root(node) in imported
        for node in ast.walk(tree)
    )


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _known_import(node: ast.Global | ast.Import) -> bool:
    return isinstance(node, ast.Import) and all(a.name != "random" for a in node.names)


def _harmless_attribute(node: ast.Attribute) -> bool:
    """What Python keeps of a function or a class under such a name is in no namespace."""
    return isinstance(node.ctx, ast.Load) or not node.attr.startswith("__")


def _is_metaclass(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id == "type" for base in node.bases)


def _harmless(node: ast.stmt) -> bool:
    if isinstance(node, _FUNCTIONS):
        return all(_decorator(d) in _HARMLESS_DECORATORS for d in node.decorator_list)
    if isinstance(node, ast.ClassDef):
        return not node.decorator_list and all(_harmless(part) for part in node.body)
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        names = all(isinstance(target, ast.Name) for target in node.targets)
        return names and _constant(node.value)
    if isinstance(node, ast.AnnAssign):
        return isinstance(node.target, ast.Name) and (not node.value or _constant(node.value))
    return isinstance(node, (ast.Import, ast.ImportFrom, ast.Pass))


def _decorator(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return _decorator(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _constant(node: ast.expr) -> bool:
    if isinstance(node, ast.Tuple):
        return all(_constant(item) for item in node.elts)
    if isinstance(node, ast.UnaryOp):
        return _constant(node.operand)
    return isinstance(node, ast.Constant)
