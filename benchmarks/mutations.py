"""Mutants of a program with locks: small mechanical mistakes, each made in one place.

An operator takes statements of a block, or one expression, and yields what a hasty hand
might leave there. `mutants` applies every operator wherever it fits. A mutant is named after
the operator, the function it is in and the line that it spoils, so that its name outlives
changes elsewhere in the file.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks import operators

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True)
class Mutant:
    """A program with one mistake.

    Attributes:
        name: unique among the mutants of its program.
        line: where in the original the mistake is.
        source: the whole program.
    """

    name: str
    line: int
    source: str


def mutants(source: str) -> list[Mutant]:
    """Returns all mutants of a program, in the order of its lines; none twice, none unchanged."""
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    found: list[Mutant] = []
    taken: dict[str, int] = {}
    for name, line, text in itertools.chain(_statements(tree), _expressions(tree)):
        if text in seen:
            continue
        seen.add(text)
        taken[name] = taken.get(name, 0) + 1
        unique = name if taken[name] == 1 else f"{name} ({taken[name]})"
        found.append(Mutant(unique, line, text + "\n"))
    return sorted(found, key=lambda mutant: mutant.line)


def _statements(tree: ast.Module) -> Iterator[tuple[str, int, str]]:
    for scope, block in list(_blocks(tree, "")):
        for index, spoilt in [(i, s) for i in range(len(block)) for s in _spoilt(block, i)]:
            operator, length, instead = spoilt
            kept = block[index : index + length]
            name = _name(operator.__name__, scope, kept[0])
            whole = list(block)
            block[index : index + length] = instead
            block[:] = block or [ast.Pass()]
            text = ast.unparse(ast.fix_missing_locations(tree))
            block[:] = whole
            yield name, kept[0].lineno, text


def _spoilt(
    block: list[ast.stmt], index: int
) -> Iterator[tuple[Callable[..., object], int, list[ast.stmt]]]:
    for single in operators.OF_ONE:
        for instead in single(block[index]):
            yield single, 1, instead
    if index + 1 < len(block):
        for double in operators.OF_TWO:
            for instead in double(block[index], block[index + 1]):
                yield double, 2, instead


def _blocks(node: ast.AST, scope: str) -> Iterator[tuple[str, list[ast.stmt]]]:
    """Yields every block of statements, each with the name of the function or class it is in."""
    for _, value in ast.iter_fields(node):
        if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
            yield scope, value
    for child_scope, child in _children(node, scope):
        yield from _blocks(child, child_scope)


def _children(node: ast.AST, scope: str) -> Iterator[tuple[str, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        inner = f"{scope}.{child.name}".lstrip(".") if isinstance(child, _SCOPES) else scope
        yield inner, child


def _expressions(tree: ast.Module) -> Iterator[tuple[str, int, str]]:
    for scope, statement, parent, field, index in list(_places(tree, "", None)):
        value = getattr(parent, field)
        old = value if index is None else value[index]
        for operator in operators.OF_EXPRESSIONS:
            name = _name(operator.__name__, scope, statement)
            for new in operator(old):
                _put(parent, field, index, new)
                text = ast.unparse(ast.fix_missing_locations(tree))
                _put(parent, field, index, old)
                yield name, old.lineno, text


def _places(
    node: ast.AST, scope: str, statement: ast.stmt | None
) -> Iterator[tuple[str, ast.stmt, ast.AST, str, int | None]]:
    """Yields the place of every expression: its parent, the field, and the index in a list."""
    inner = node if isinstance(node, ast.stmt) else statement
    for field, value in ast.iter_fields(node):
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(item, ast.expr) and inner is not None:
                yield scope, inner, node, field, index if isinstance(value, list) else None
    for child_scope, child in _children(node, scope):
        yield from _places(child, child_scope, inner)


def _put(parent: ast.AST, field: str, index: int | None, value: ast.expr) -> None:
    if index is None:
        setattr(parent, field, value)
    else:
        getattr(parent, field)[index] = value


def _name(operator: str, scope: str, statement: ast.stmt) -> str:
    first = ast.unparse(statement).splitlines()[0]
    return f"{operator} in {scope or 'the module'}: {first}"
