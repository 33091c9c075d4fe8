"""Classes whose `__init__` lets nobody else see the object before it is done.

What such an `__init__` stores on `self`, other threads only ever see finished.
Everything here errs on the side of "somebody might see it".
"""

from __future__ import annotations

import ast

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_LATER = (*FUNCTIONS, ast.Lambda, ast.GeneratorExp, ast.ClassDef)
_PLAIN = (ast.Constant, ast.UnaryOp, ast.Tuple, ast.List, ast.Dict, ast.Set)
# With one of these, code of the class runs while `__init__` stores and reads.
_MEDDLING = {
    *("__new__", "__init_subclass__", "__setattr__", "__delattr__"),
    *("__getattr__", "__getattribute__"),
}


def first_parameter(function: ast.FunctionDef | ast.AsyncFunctionDef) -> str | None:
    """Returns the name of `self`, if the function has positional parameters."""
    every = [*function.args.posonlyargs, *function.args.args]
    return every[0].arg if every else None


def safe_classes(trees: list[ast.Module]) -> set[str]:
    """Returns the names of the classes whose `__init__` publishes nothing before it ends."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    supers = sum(_is_super_init(node) for node in nodes)
    if supers != sum(isinstance(node, ast.Attribute) and node.attr == "__init__" for node in nodes):
        # Somebody calls an `__init__` by its name, perhaps on an object that others see.
        return set()
    names = [node.name for node in classes]
    computed = {name for node in classes for name in _computed(node)}
    safe = {
        node.name for node in classes if names.count(node.name) == 1 and _keeps_self(node, computed)
    }
    while True:
        # An unsafe base publishes for its subclass, an unsafe subclass before its base runs.
        suspect = {n.name for n in classes if not (n.name in safe and _bases(n) <= safe)}
        suspect |= {base for n in classes if n.name in suspect for base in _bases(n)}
        if not suspect & safe:
            return safe
        safe -= suspect


def _bases(node: ast.ClassDef) -> set[str]:
    names = set()
    for base in node.bases:
        name = base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "?")
        names.add(name)
    return names - {"object"}


def _computed(node: ast.ClassDef) -> list[str]:
    """Names that the class body binds to what may be a descriptor: storing one runs code."""
    names: list[str] = []
    for statement in node.body:
        targets: list[ast.expr] = []
        if isinstance(statement, FUNCTIONS) and statement.decorator_list:
            names.append(statement.name)
        elif isinstance(statement, ast.Assign) and not isinstance(statement.value, _PLAIN):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign) and not isinstance(statement.value, _PLAIN):
            targets = [statement.target] if statement.value else []
        names += [target.id for target in targets if isinstance(target, ast.Name)]
    return names


def _keeps_self(node: ast.ClassDef, computed: set[str]) -> bool:
    if node.keywords or node.decorator_list:
        return False
    for statement in node.body:
        if not isinstance(statement, FUNCTIONS):
            continue
        if statement.name in _MEDDLING:
            return False
        if statement.name == "__init__" and not _only_as_base(statement, computed):
            return False
    return True


def _only_as_base(init: ast.FunctionDef | ast.AsyncFunctionDef, computed: set[str]) -> bool:
    """Tells whether `self` is used only to store attributes and to read those back.

    A read of anything else may be a bound method, and that carries `self` away.
    """
    name = first_parameter(init)
    if name is None or init.decorator_list:
        return False
    nodes = list(ast.walk(init))
    based = [
        node
        for node in nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    ]
    stored = {node.attr for node in based if not isinstance(node.ctx, ast.Load)}
    read = {node.attr for node in based if isinstance(node.ctx, ast.Load)}
    later = [node for node in nodes if isinstance(node, _LATER) and node is not init]
    captured = any(_named(inner, name) for node in later for inner in ast.walk(node))
    alone = sum(_named(node, name) for node in nodes) == len(based)
    only_init = sum(_named(n, "super") for n in nodes) == sum(map(_is_super_init, nodes))
    return alone and only_init and read <= stored and not captured and not stored & computed


def _named(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _is_super_init(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "__init__"
        and isinstance(node.value, ast.Call)
        and _named(node.value.func, "super")
    )
