"""Lists and iterators that never leave the function which makes them.

Nobody else can see such a list change, for example that of its threads, so a loop
over it needs no scheduling point. A local variable holds one if it is only ever
bound to a new list, looped over and appended to. A generator's may be seen half-way
by whoever calls it next. Nobody else can see where such an iterator stands, so that
taking its next item is one step; a variable holds one if it is only ever bound to
`iter(…)`, looped over and handed to `next`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from grader.engine.rewrite.points import suspends
from grader.engine.rewrite.scopes import Scope

MAKERS = ("iter", "enumerate")
"""What makes an iterator that is known to be split."""

_NEW = (ast.List, ast.ListComp)
_INNER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.GeneratorExp)


def own_lists(function: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> set[str]:
    """Returns the local variables of a function that hold nothing but lists of its own.

    Args:
        function: the function, before it is rewritten.
        scope: its scope.
    """
    if isinstance(function, ast.AsyncFunctionDef) or any(map(suspends, function.body)):
        return set()
    return _private(function, scope, _uses_of_list)


def own_iterators(function: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> set[str]:
    """Returns the local variables of a function that hold nothing but iterators of its own.

    Args:
        function: the function, before it is rewritten.
        scope: its scope.
    """
    if any(scope.owner(name) is not None for name in (*MAKERS, "next")):
        return set()
    return _private(function, scope, _uses_of_iterator)


def _private(
    function: ast.AST, scope: Scope, uses: Callable[[ast.AST], list[ast.expr]]
) -> set[str]:
    nodes = list(_nodes(function))
    private = {use for node in nodes for use in uses(node)}
    names = [node for node in nodes if isinstance(node, ast.Name)]
    leaves = {name.id for name in names if name not in private}
    made = {name.id for name in names if isinstance(name.ctx, ast.Store)}
    return {
        name
        for name in made - leaves - scope.parameters - scope.nonlocals - scope.globals
        if name in scope.bound and not scope.is_captured(name)
    }


def appends(call: ast.Call) -> ast.Name | None:
    """Returns the variable to which `call` appends, if it does."""
    function = call.func
    if isinstance(function, ast.Attribute) and function.attr == "append":
        return function.value if isinstance(function.value, ast.Name) else None
    return None


def _nodes(function: ast.AST) -> Iterator[ast.AST]:
    """All nodes that run with the function; what it only defines captures what it uses."""
    for child in ast.iter_child_nodes(function):
        yield child
        if not isinstance(child, _INNER):
            yield from _nodes(child)


def iterates(node: ast.AST) -> str:
    """Returns the name of what makes the iterator, if `node` calls one of `MAKERS`."""
    name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
    return name if name in MAKERS else ""


def advanced(call: ast.Call) -> ast.expr | None:
    """Returns what `call` takes the next item of, if it does."""
    named = getattr(call.func, "id", "") == "next"
    return call.args[0] if named and call.args else None


def _uses_of_iterator(node: ast.AST) -> list[ast.expr]:
    """The parts of `node` that are uses which keep an iterator where it is."""
    if isinstance(node, ast.Assign) and iterates(node.value):
        return node.targets if len(node.targets) == 1 else []
    if isinstance(node, (ast.For, ast.comprehension)):
        return [node.iter]
    source = advanced(node) if isinstance(node, ast.Call) else None
    return [] if source is None else [source]


def _uses_of_list(node: ast.AST) -> list[ast.expr]:
    """The parts of `node` that are uses which keep a list where it is."""
    if isinstance(node, ast.Assign) and isinstance(node.value, _NEW):
        return node.targets if len(node.targets) == 1 else []
    if isinstance(node, (ast.For, ast.comprehension)):
        return [node.iter]
    if isinstance(node, ast.Call):
        appended = appends(node)
        return [] if appended is None else [appended]
    return []
