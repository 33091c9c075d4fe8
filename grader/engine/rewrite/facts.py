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

from grader.engine.rewrite.constructors import FUNCTIONS, first_parameter, safe_classes
from grader.engine.rewrite.generators import Generators
from grader.engine.rewrite.scopes import Scopes

_ANYTHING_BY_NAME = {"delattr", "eval", "exec", "reload", "setattr", "vars", "__dict__"}
_ATTRIBUTES_BY_NAME = {*_ANYTHING_BY_NAME, "__delattr__", "__setattr__"}
_GLOBALS_BY_NAME = {*_ANYTHING_BY_NAME, "f_globals", "globals", "locals", "__globals__"}
_CLOSURES_BY_NAME = {"cell_contents", "f_locals"}
# What shows a function's local variables to others.
_LOCALS_BY_NAME = {*_GLOBALS_BY_NAME, *_CLOSURES_BY_NAME, "gc", "inspect"}
_BY_NAME = _ATTRIBUTES_BY_NAME | _GLOBALS_BY_NAME | _CLOSURES_BY_NAME


class Facts:
    """Facts about the writes of several parsed modules.

    Args:
        trees: the modules, before rewriting.
    """

    def __init__(self, trees: Iterable[ast.Module]) -> None:
        # Names used at all; those used behind a dot or imported.
        self.mentioned: set[str] = set()
        self.reached: set[str] = set()
        self.stored: set[str] = set()
        trees = list(trees)
        for tree in trees:
            self._collect_mentions(tree)
        self._safe_classes = safe_classes(trees)
        self.generators = Generators(trees)
        for tree in trees:
            self._collect_stores(tree, None, None)
        self.attributes_by_name = bool(self.mentioned & _ATTRIBUTES_BY_NAME)
        self.globals_by_name = bool(self.mentioned & _GLOBALS_BY_NAME)
        self.closures_by_name = bool(self.mentioned & _CLOSURES_BY_NAME)
        self.locals_by_name = bool(self.mentioned & _LOCALS_BY_NAME)

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
                self.reached.add(node.attr)
            elif isinstance(node, ast.alias):
                self.mentioned.update(node.name.split("."))
                self.reached.update(node.name.split("."))
            elif isinstance(node, ast.ImportFrom) and node.module:
                self.mentioned.update(node.module.split("."))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                self.mentioned.update({node.value} & _BY_NAME)
            elif isinstance(node, ast.Global):
                # To a sibling, the global is an attribute of this module.
                self.stored.update(node.names)
            elif isinstance(node, FUNCTIONS) and _is_cached(node):
                self.stored.add(node.name)

    def _collect_stores(self, node: ast.AST, class_name: str | None, init_self: str | None) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                self._collect_stores(child, child.name, None)
            elif isinstance(child, (*FUNCTIONS, ast.Lambda)):
                first = None
                if (
                    isinstance(node, ast.ClassDef)
                    and isinstance(child, ast.FunctionDef)
                    and child.name == "__init__"
                    and class_name in self._safe_classes
                ):
                    first = first_parameter(child)
                self._collect_stores(child, None, first)
            else:
                if isinstance(child, ast.Attribute) and not isinstance(child.ctx, ast.Load):
                    base = child.value
                    if init_self is None or not (
                        isinstance(base, ast.Name) and base.id == init_self
                    ):
                        self.stored.add(child.attr)
                self._collect_stores(child, class_name, init_self)


def _is_cached(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tells whether the method is a `cached_property`, which stores when it is read."""
    return any(
        "cached_property" in (getattr(d, "id", ""), getattr(d, "attr", ""))
        for d in node.decorator_list
    )
