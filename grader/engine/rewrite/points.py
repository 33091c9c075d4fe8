"""Puts scheduling points into the source, keeping the meaning of every construct.

Each access that another thread could see is preceded by a call of a hook; the
hook is a constant of the code object (a placeholder here, see `compiling`), so
no name of ours is visible to the program:

    x.a            attr(n, x).a                  d[k]        item(n, d, k)[k]
    x.a += r       attr(n, x).a += update(m, r)  f(a)        call(n, f)(a)
    g              (name(n) or g)                g = v       g = store(n, v)
    with c: …      with enter(n, c): try: … finally: leave(m)   then after(m)
    for i in it    for i in each(n, it)          while t: …  back(n) at its end
    k in d         k in look(n, d)               def f(): …  entry(n) first
    yield v        resumed(n, (yield v)), where somebody may keep the generator

Annotations, patterns and type parameters are left alone: Python itself or other
libraries read them as they are.
"""

from __future__ import annotations

import ast
import re
import secrets
from typing import TypeVar, cast

from grader.engine.rewrite.facts import Facts
from grader.engine.rewrite.scopes import Scope, Scopes
from grader.engine.rewrite.sites import Site

# Random, so that no string of the program is taken for one.
PLACEHOLDER = f"\0{secrets.token_hex(8)}:"

_BUILTIN_GENERICS = {"list", "dict", "set", "frozenset", "tuple", "type"}
_Node = TypeVar("_Node", bound=ast.AST)


class Points(ast.NodeTransformer):
    """What every construct needs to have its points placed.

    Args:
        text: the module's source.
        file: its name as shown to people.
        tree: the parsed source; changed in place.
        facts: what the whole program can write.
        sites: where new sites are appended; a site's number is its index.
        siblings: module names that are part of the program.
    """

    def __init__(
        self,
        text: str,
        file: str,
        tree: ast.Module,
        facts: Facts,
        sites: list[Site],
        siblings: frozenset[str],
    ) -> None:
        self.lines = re.split(r"\r\n|\r|\n", text)
        self.file = file
        self.facts = facts
        self.sites = sites
        self.siblings = siblings
        self.scopes = Scopes(tree)
        self.scope: Scope = self.scopes.module
        self.function: list[str] = []
        self.classes: list[str] = []
        self.loops: list[ast.AST] = []
        self.is_kept = False  # the function at hand makes a generator that may be kept

    def _site(self, node: ast.AST, op: str, target: str = "", key: str = "") -> int:
        line = getattr(node, "lineno", 1)
        source = self.lines[line - 1].strip() if line <= len(self.lines) else ""
        name = ".".join(self.function) or "<module>"
        self.sites.append(
            Site(len(self.sites), op, self.file, line, name, source, target, self._mangle(key))
        )
        return len(self.sites) - 1

    def _mangle(self, name: str) -> str:
        if self.classes and name.startswith("__") and not name.endswith("__"):
            owner = self.classes[-1].lstrip("_")
            return f"_{owner}{name}" if owner else name
        return name

    def _hook(self, word: str, at: ast.AST, site: int, *arguments: ast.expr) -> ast.Call:
        function = ast.Constant(PLACEHOLDER + word)
        call = ast.Call(function, [ast.Constant(site), *arguments], [])
        return self._place(call, at)

    @staticmethod
    def _place(node: _Node, at: ast.AST) -> _Node:
        """`node` at the place of `at`, with those of its parts that have no place yet."""
        ast.copy_location(node, at)
        for part in ast.iter_child_nodes(node):
            if "lineno" in part._attributes and not hasattr(part, "lineno"):
                ast.copy_location(part, at)
        return node

    def _expression(self, node: ast.expr) -> ast.expr:
        return cast(ast.expr, self.visit(node))

    def _block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        done: list[ast.stmt] = []
        for statement in statements:
            result = self.visit(statement)
            done.extend(result if isinstance(result, list) else [result])
        return done

    def _changes(self, name: str) -> bool:
        owner = self.scope.owner(name)
        if owner is None:
            return False
        if owner.is_module:
            return not self.facts.fixed(self.scopes, name)
        if owner.is_class:
            return False
        return owner.changes(name) or (self.facts.closures_by_name and owner.is_captured(name))

    def _simple(self, node: ast.expr) -> bool:
        """Tells whether evaluating `node` twice is the same as once and has no point."""
        if isinstance(node, ast.Constant):
            return True
        if isinstance(node, ast.Name):
            return not self._changes(node.id)
        if isinstance(node, ast.UnaryOp):
            return isinstance(node.operand, ast.Constant)
        if isinstance(node, ast.Tuple):
            return all(self._simple(item) for item in node.elts)
        return False

    def _imported(self, name: str) -> tuple[str, str]:
        """Where the import statement that binds `name` takes it from: (module, member)."""
        owner = self.scope.owner(name)
        if owner is None or len(owner.bound.get(name, [])) != 1:
            return "", ""
        return owner.imported.get(name, ("", ""))

    def _is_library(self, name: str) -> bool:
        module = self._imported(name)[0]
        return bool(module) and module.partition(".")[0] not in self.siblings

    def _is_generic(self, node: ast.expr) -> bool:
        if not isinstance(node, ast.Name) or node.id not in _BUILTIN_GENERICS:
            return False
        return self.scope.owner(node.id) is None

    def _is_own_list(self, name: str) -> bool:
        owner = self.scope.owner(name)
        return owner is not None and name in owner.own_lists

    def _in_scope(self, node: ast.AST) -> None:
        self.scope = self.scopes.of[node]


def text_of(node: ast.expr) -> str:
    """The source of an expression, on one line."""
    try:
        return ast.unparse(node)
    except ValueError:
        # Before 3.12 it cannot write every f-string.
        return "…"


def suspends(node: ast.AST) -> bool:
    """Tells whether control may leave the frame in the middle of `node` and come back."""
    suspensions = (ast.Yield, ast.YieldFrom, ast.Await, ast.AsyncFor, ast.AsyncWith)
    return any(isinstance(part, suspensions) for part in ast.walk(node))


def stored_names(targets: list[ast.expr]) -> list[str]:
    return [
        node.id
        for target in targets
        for node in ast.walk(target)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
