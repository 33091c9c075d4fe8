"""What a submission's source may not say, whatever it imports.

The rules keep honest code in mind: a name on an object of the submission's own is never looked at,
unless it is one of the few that lead into Python's workings.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

from grader.judge.gate.bindings import Imported, Scope, nodes_of
from grader.judge.gate.library_names import Beside, LibraryNames
from grader.judge.gate.library_rules import (
    TAKES_A_NAME,
    change_of,
    fault_of_call,
    fault_of_import,
    fault_of_name,
    leads_out,
)
from grader.judge.gate.permitted import INNER_NAMES, RUNS_TEXT

_INNER = re.compile("|".join(sorted(INNER_NAMES)))
_CHECKED = (ast.expr, ast.Import, ast.ImportFrom, ast.pattern)
_LOOKS_ON = frozenset({"dir", "isinstance", "print", "repr", "str", "vars"})


class Breach(NamedTuple):
    """A rule that is broken: where, and a sentence for the author without the place."""

    line: int
    sentence: str


class Page:
    """A source whose scopes and nodes are known.

    Attributes:
        scope: its outermost scope.
    """

    def __init__(self, tree: ast.Module) -> None:
        self.scope, self._nodes = nodes_of(tree)
        self._nodes += [
            pair for node, scope in self._nodes for pair in _quoted_annotations(node, scope)
        ]
        self._deleted: set[str] = set()
        self._followed: set[int] = set()
        self._prose: set[int] = set()
        for node, _ in self._nodes:
            self._followed.update(id(part) for part in _followed(node))
            match node:
                case ast.Name(id=name, ctx=ast.Del()):
                    self._deleted.add(name)
                case ast.Expr(value=ast.Constant() as text):
                    self._prose.add(id(text))

    def first_breach(self, names: LibraryNames, listed: str) -> Breach | None:
        """Returns the first rule that the source breaks.

        Args:
            names: looks up what its expressions stand for.
            listed: this kata's imports, as a learner reads them.

        Raises:
            TangledError: it can't be followed.
        """
        while True:
            escaping = {
                name: fault
                for module in self._roaming(names)
                for name in vars(module)
                for fault in leads_out(module, name, names, listed)
            }
            found: list[tuple[int, tuple[int, int], int, str]] = []
            for node, scope in self._nodes:
                if not isinstance(node, _CHECKED):
                    continue
                taken = self._names_taken(node)
                faults = [
                    *self._own_faults(node, taken, scope),
                    *_library_faults(node, scope, names, listed),
                    *(escaping[name] for name in taken if name in escaping),
                ]
                if faults:
                    end = (node.end_lineno or 0, node.end_col_offset or 0)
                    found.append((node.lineno, end, len(found), faults[0]))
            if names.settled():
                line, _, _, fault = min(found, default=(0, (0, 0), 0, ""))
                return Breach(line, fault) if found else None

    def _roaming(self, names: LibraryNames) -> list[ModuleType]:
        """Returns the modules that are handed on to where they can't be followed."""
        values: list[object] = []
        for node, scope in self._nodes:
            match node:
                case ast.Name(ctx=ast.Load()) | ast.Attribute(ctx=ast.Load()):
                    if id(node) not in self._followed or scope.kind == "class":
                        values += names.values(node, scope)
                case ast.Import(names=aliases) if scope.kind == "class":
                    for alias in aliases:
                        values += names.imported(Imported(alias.name))
        for value in [*values]:
            if isinstance(value, Beside):
                values += names.modules_in(value)
        return list({id(v): v for v in values if isinstance(v, ModuleType)}.values())

    def _own_faults(self, node: ast.AST, taken: list[str], scope: Scope) -> Iterator[str]:
        """Yields what is wrong with the words of `node`, whatever they stand for."""
        for name in [node.id] if isinstance(node, ast.Name) else taken:
            if name in INNER_NAMES:
                yield f"`{name}` reaches into Python's own workings; a submission does without it"
        if isinstance(node, ast.Name) and node.id in RUNS_TEXT:
            reads = isinstance(node.ctx, ast.Load)
            if reads and not self._is_own(node.id, scope, node.lineno):
                yield f"`{node.id}` runs what can't be checked before; write it out as code"

    def _names_taken(self, node: ast.AST) -> list[str]:
        """Returns the names of attributes that `node` takes from something."""
        match node:
            case ast.Attribute(attr=name):
                return [name]
            case ast.MatchClass(kwd_attrs=attributes):
                return attributes
            case ast.Constant(value=str(text)) if id(node) not in self._prose:
                return _spelt_out(text)
        return []

    def _is_own(self, name: str, scope: Scope, line: int) -> bool:
        """Tells whether a name that Python has too is surely bound by the source itself."""
        home = scope.home(name)
        if home is None or home.kind == "class":
            return False
        if home.kind == "module":
            return home.first_lines.get(name, line) < line and name not in self._deleted
        return True


def _library_faults(node: ast.AST, scope: Scope, names: LibraryNames, listed: str) -> Iterator[str]:
    """Yields what is wrong with what `node` takes from the library, or does to it."""
    match node:
        case ast.Name(id=name) if scope.home(name) is None:
            for module in scope.module().everything_from:
                for base in names.imported(Imported(module)):
                    yield from leads_out(base, name, names, listed)
        case ast.Attribute(value=value, attr=name, ctx=context):
            for base in names.values(value, scope):
                if isinstance(context, ast.Load):
                    yield from fault_of_name(base, name, names, listed)
                else:
                    yield from change_of(base, name)
        case ast.Import(names=aliases):
            for alias in aliases:
                yield from fault_of_import(alias.name)
        case ast.ImportFrom(module=str(module), names=aliases):
            yield from fault_of_import(module)
            for base in names.imported(Imported(module)):
                for alias in aliases:
                    yield from fault_of_name(base, alias.name, names, listed)
        case ast.Call():
            yield from fault_of_call(node, scope, names, listed)


def _followed(node: ast.AST) -> Iterator[ast.AST | None]:
    """Yields the parts of `node` that may be modules and can be followed from there."""
    match node:
        case ast.Attribute(value=value) | ast.NamedExpr(value=value):
            yield value
        case ast.AnnAssign(value=value, target=ast.Name()):
            yield value
        case ast.Assign(value=value, targets=targets):
            if all(isinstance(target, ast.Name) for target in targets):
                yield value
        case ast.Compare(left=left, comparators=others):
            yield left
            yield from others
        case ast.arguments(defaults=defaults, kw_defaults=others):
            yield from defaults
            yield from others
        case ast.Call(func=ast.Name(id=name), args=[first, *_]):
            if name in TAKES_A_NAME or name in _LOOKS_ON:
                yield first


def _spelt_out(text: str) -> list[str]:
    """Returns the names of attributes in a string that somebody could look up by it."""
    if re.fullmatch(r"[\w.]+", text):
        return text.split(".")
    if "{" not in text or not _INNER.search(text):
        return []
    try:
        fields = [f"{name} {form}" for _, name, form, _ in string.Formatter().parse(text)]
    except ValueError:  # a string with braces that is no format
        return []
    return re.findall(r"\w+", " ".join(fields))


def _quoted_annotations(node: ast.AST, scope: Scope) -> Iterator[tuple[ast.AST, Scope]]:
    """Yields the nodes of annotations that are written as strings: they are code as well."""
    match node:
        case ast.arg(annotation=ast.expr() as annotation):
            waiting = [annotation]
        case ast.AnnAssign(annotation=annotation):
            waiting = [annotation]
        case ast.FunctionDef(returns=ast.expr() as annotation):
            waiting = [annotation]
        case ast.AsyncFunctionDef(returns=ast.expr() as annotation):
            waiting = [annotation]
        case _:
            return
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            try:
                tree = ast.parse(part.value.strip(), mode="eval")
            except (SyntaxError, ValueError, RecursionError, MemoryError):  # words, not code
                continue
            for inner in ast.walk(tree):
                if isinstance(inner, ast.expr):
                    inner.lineno = part.lineno
                yield inner, scope
        elif not (isinstance(part, ast.Subscript) and _is_literal(part.value)):
            waiting += [one for one in ast.iter_child_nodes(part) if isinstance(one, ast.expr)]


def _is_literal(node: ast.expr) -> bool:
    return "Literal" in (getattr(node, "id", None), getattr(node, "attr", None))
