"""Whether a module must be executed anew for each execution.

Executing a module again costs time; not doing so lets one execution's state leak
into the next. A module is reused only where its source proves that nothing at
module or class level is ever written or mutable.
"""

from __future__ import annotations

import ast

from grader.engine.rewrite.facts import Facts

_HARMLESS_DECORATORS = {"property", "staticmethod", "classmethod", "setter", "scenario"}
_GET_A_CLASS = {"__new__", "__init_subclass__", "__class_getitem__"}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def is_stateless(tree: ast.Module, facts: Facts) -> bool:
    """Tells whether one execution of the module can serve all executions."""
    if facts.attributes_by_name or facts.globals_by_name:
        return False
    if not all(_harmless(statement) for statement in tree.body):
        return False
    methods = {id(part) for c in ast.walk(tree) if isinstance(c, ast.ClassDef) for part in c.body}
    for node in ast.walk(tree):
        takes_self = isinstance(node, (*_FUNCTIONS, ast.Lambda)) and _takes_self(node)
        if takes_self and (id(node) not in methods or not _gets_an_instance(node)):
            return False
        if isinstance(node, (ast.Global, ast.Import)) and not _known_import(node):
            return False
        if isinstance(node, ast.Attribute) and not _harmless_attribute(node):
            return False
        if isinstance(node, ast.Name) and node.id == "self" and not isinstance(node.ctx, ast.Load):
            return False
        if isinstance(node, (*_FUNCTIONS, ast.Lambda)):
            defaults = [*node.args.defaults, *[d for d in node.args.kw_defaults if d]]
            if not all(_constant(default) for default in defaults):
                return False
        if isinstance(node, ast.ClassDef) and (node.keywords or _is_metaclass(node)):
            return False
    return True


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


def _takes_self(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> bool:
    return any(part.arg == "self" for part in ast.walk(node.args) if isinstance(part, ast.arg))


def _gets_an_instance(node: ast.AST) -> bool:
    """Tells whether the first argument of this method is an object and not a class."""
    if not isinstance(node, _FUNCTIONS) or node.name in _GET_A_CLASS:
        return False
    return not {"classmethod", "staticmethod"} & set(map(_decorator, node.decorator_list))


def _known_import(node: ast.Global | ast.Import) -> bool:
    return isinstance(node, ast.Import) and all(a.name != "random" for a in node.names)


def _harmless_attribute(node: ast.Attribute) -> bool:
    on_self = isinstance(node.value, ast.Name) and node.value.id == "self"
    return isinstance(node.ctx, ast.Load) or on_self


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
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _constant(node: ast.expr) -> bool:
    if isinstance(node, ast.Tuple):
        return all(_constant(item) for item in node.elts)
    if isinstance(node, ast.UnaryOp):
        return _constant(node.operand)
    return isinstance(node, ast.Constant)
