"""Ways to write the same program otherwise, as learners who make the same mistake would."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence


def renamed(tree: ast.Module) -> None:
    """Gives local variables and private attributes other names."""
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        own = {
            node.id
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and node.id in own:
                node.id = f"{node.id}_of_mine"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _private(node.attr):
            node.attr += "_of_mine"
        elif isinstance(node, ast.FunctionDef) and _private(node.name):
            node.name += "_of_mine"


def commented(tree: ast.Module) -> None:
    """Says in a text of its own what each function is there for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.body.insert(0, ast.Expr(ast.Constant("What this is there for.")))


def reordered(tree: ast.Module) -> None:
    """Turns the order of methods round."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
            rest = [one for one in node.body if not isinstance(one, ast.FunctionDef)]
            node.body = [*rest, *reversed(methods)]


def without_with(tree: ast.Module) -> None:
    """Spells `with lock:` as `acquire()`, `try`, `finally`, `release()`."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                setattr(node, name, [one for old in block for one in _spelt(old)])


def added_up(tree: ast.Module) -> None:
    """Spells `x += 1` as `x = x + 1`."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                setattr(node, name, [_assigned(one) for one in block])


def with_a_variable(tree: ast.Module) -> None:
    """Puts what is returned into a variable first."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                setattr(node, name, [one for old in block for one in _returned(old)])


def with_a_helper(tree: ast.Module) -> None:
    """Adds a function that has nothing to do with it."""
    tree.body += ast.parse("def show(things):\n    for thing in things:\n        print(thing)").body


EDITS: dict[str, Callable[[ast.Module], None]] = {
    "renamed": renamed,
    "commented": commented,
    "reordered": reordered,
    "without with": without_with,
    "added up": added_up,
    "with a variable": with_a_variable,
    "with a helper": with_a_helper,
}


def edited(source: str, edits: Sequence[str]) -> str:
    """Returns a program after the edits that are named."""
    tree = ast.parse(source)
    for name in edits:
        EDITS[name](tree)
    return ast.unparse(ast.fix_missing_locations(tree))


def _private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _spelt(statement: ast.stmt) -> list[ast.stmt]:
    match statement:
        case ast.With(items=[ast.withitem(context_expr=lock, optional_vars=None)], body=body):
            if isinstance(lock, ast.Name | ast.Attribute):
                name = ast.unparse(lock)
                new = ast.parse(f"{name}.acquire()\ntry:\n    pass\nfinally:\n    {name}.release()")
                attempt = new.body[1]
                if isinstance(attempt, ast.Try):
                    attempt.body = body
                return new.body
    return [statement]


def _assigned(statement: ast.stmt) -> ast.stmt:
    if not isinstance(statement, ast.AugAssign):
        return statement
    target = ast.unparse(statement.target)
    sum_of = ast.parse(target, mode="eval").body
    value = ast.BinOp(sum_of, statement.op, statement.value)
    return ast.Assign([statement.target], value)


def _returned(statement: ast.stmt) -> list[ast.stmt]:
    if not isinstance(statement, ast.Return) or statement.value is None:
        return [statement]
    kept = ast.Assign([ast.Name("found", ast.Store())], statement.value)
    return [kept, ast.Return(ast.Name("found", ast.Load()))]
