"""What all sources of a program, taken together, can ever write.

A scheduling point at an access that nobody can ever conflict with only makes
the search longer. These facts say, for certain, which those are:

* a *frozen* attribute is stored by no source at all, or only on `self` inside
  `__init__` methods from which `self` cannot escape, so whoever can see the
  object sees the final value;
* a *fixed* global is bound once, at the module's top level, and by no function.

Anything that writes by computed name (`setattr`, `__dict__`, `exec` …) makes
everything of its kind unfrozen.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from grader.engine.rewrite.scopes import Scopes

_ATTRIBUTES_BY_NAME = {"setattr", "delattr", "vars", "exec", "eval", "__dict__", "__setattr__"}
_GLOBALS_BY_NAME = {"globals", "vars", "exec", "eval", "setattr", "__dict__", "locals"}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Facts:
    """Facts about the writes of several parsed modules.

    Args:
        trees: the modules, before rewriting.
    """

    def __init__(self, trees: Iterable[ast.Module]) -> None:
        self.mentioned: set[str] = set()
        self.stored: set[str] = set()
        self._safe_classes: set[str] = set()
        trees = list(trees)
        for tree in trees:
            self._collect_mentions(tree)
        self._find_safe_classes(trees)
        for tree in trees:
            self._collect_stores(tree, None, None)
        self.attributes_by_name = bool(self.mentioned & _ATTRIBUTES_BY_NAME)
        self.globals_by_name = bool(self.mentioned & _GLOBALS_BY_NAME)

    def frozen(self, attribute: str) -> bool:
        """Tells whether no thread can see `attribute` of an object of the program change."""
        return not self.attributes_by_name and attribute not in self.stored

    def fixed(self, scopes: Scopes, name: str) -> bool:
        """Tells whether the global `name` keeps its first value."""
        if self.globals_by_name or name in self.stored:
            return False
        module = scopes.module
        bindings = module.bound.get(name, [])
        once = len(bindings) == 1 and bindings[0][1]
        return name not in module.rebound_inside and (once or not bindings)

    def _collect_mentions(self, tree: ast.Module) -> None:
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                self.mentioned.add(node.id)
            elif isinstance(node, ast.Attribute):
                self.mentioned.add(node.attr)
            elif isinstance(node, ast.alias):
                self.mentioned.update(node.name.split("."))

    def _find_safe_classes(self, trees: list[ast.Module]) -> None:
        """Classes whose `__init__` publishes nothing before it ends."""
        classes = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
        names = [node.name for node in classes]
        candidates = {node.name: node for node in classes if names.count(node.name) == 1}
        safe = {name for name, node in candidates.items() if _init_keeps_self(node)}
        while True:
            grown = {n for n in safe if _bases(candidates[n]) <= safe | {"object"}}
            if grown == safe:
                break
            safe = grown
        self._safe_classes = safe

    def _collect_stores(self, node: ast.AST, class_name: str | None, init_self: str | None) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                self._collect_stores(child, child.name, None)
            elif isinstance(child, (*_FUNCTIONS, ast.Lambda)):
                is_init = (
                    isinstance(node, ast.ClassDef)
                    and isinstance(child, ast.FunctionDef)
                    and child.name == "__init__"
                    and class_name in self._safe_classes
                )
                first = child.args.args[0].arg if is_init and child.args.args else None
                self._collect_stores(child, None, first)
            else:
                if isinstance(child, ast.Attribute) and not isinstance(child.ctx, ast.Load):
                    base = child.value
                    if init_self is None or not (
                        isinstance(base, ast.Name) and base.id == init_self
                    ):
                        self.stored.add(child.attr)
                self._collect_stores(child, class_name, init_self)


def _bases(node: ast.ClassDef) -> set[str]:
    return {b.id if isinstance(b, ast.Name) else "?" for b in node.bases}


def _init_keeps_self(node: ast.ClassDef) -> bool:
    if node.keywords or node.decorator_list:
        return False
    for statement in node.body:
        if not isinstance(statement, _FUNCTIONS):
            continue
        if statement.name in ("__new__", "__init_subclass__", "__setattr__"):
            return False
        if statement.name == "__init__" and not _only_as_base(statement):
            return False
    return True


def _only_as_base(init: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tells whether `self` is used only to store attributes and to read those back.

    A read of anything else may be a bound method, and that carries `self` away.
    """
    if not init.args.args:
        return False
    name = init.args.args[0].arg
    based = [
        node
        for node in ast.walk(init)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    ]
    uses = sum(isinstance(node, ast.Name) and node.id == name for node in ast.walk(init))
    stored = {node.attr for node in based if not isinstance(node.ctx, ast.Load)}
    read = {node.attr for node in based if isinstance(node.ctx, ast.Load)}
    nested = [
        n for n in ast.walk(init) if isinstance(n, (*_FUNCTIONS, ast.Lambda)) and n is not init
    ]
    captured = any(isinstance(n, ast.Name) and n.id == name for f in nested for n in ast.walk(f))
    return uses == len(based) and read <= stored and not captured
