"""The `gil` model's own points: where CPython since 3.10 looks whether to hand the GIL over.

It looks after calls, on entry to a Python function, where a generator goes on, and on loop
back-edges (bpo-29988). The versions differ in details; the points are those of them all:

- 3.10 looks after every call, later ones not where a call of a Python function was inlined;
- up to 3.11 a comprehension is a function of its own, entered and called like any other;
- up to 3.13 `while` goes back after its test has held again, from 3.14 on before the test;
- from 3.14 on `__enter__` is called like any other function.

To that comes what every version does: `__exit__` at the normal end of a `with`, and where
`return`, `break` or `continue` leaves it, is a call like any other, too.
"""

from __future__ import annotations

import ast
from typing import Any

from grader.engine.rewrite.statements import Statements

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp)
_REACH_BY_NAME = {"vars", "locals", "globals", "dir", "eval", "exec"}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


class Handovers(Statements):
    """Rewrites one module for the `gil` model."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._tests: dict[ast.AST, int] = {}

    def visit_Call(self, node: ast.Call) -> ast.expr:
        function = node.func
        called = super().visit_Call(node)
        if isinstance(function, ast.Name) and function.id == "super":
            return called
        by_name = isinstance(function, ast.Name) and function.id in _REACH_BY_NAME
        return self._returned(called, node, "passed" if by_name else "returned")

    def _returned(self, value: ast.expr, at: ast.expr, word: str = "returned") -> ast.expr:
        """`value`, and a point after it is there."""
        return self._hook(word, at, self._site(at, "call"), value)

    def visit_Yield(self, node: ast.Yield) -> ast.expr:
        if node.value is not None:
            node.value = self._expression(node.value)
        return self._returned(node, node)

    def _visit_comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    ) -> ast.expr:
        done = super()._visit_comprehension(node)
        first = node.generators[0]
        if not first.is_async:
            first.iter = self._hook(
                "entered", first.iter, self._site(first.iter, "entry"), first.iter
            )
        asynchronous = any(isinstance(n, (ast.Await, ast.AsyncFor)) for n in ast.walk(node))
        if isinstance(node, _COMPREHENSIONS) and not asynchronous:
            return self._returned(done, node)
        return done

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_comprehension

    def visit_While(self, node: ast.While) -> list[ast.stmt]:
        site = self._tests[node] = self._site(node, "loop", "while")
        done = super().visit_While(node)
        if isinstance(node.test, ast.Constant):
            return done
        node.body.insert(0, self._statement("again", node, site))
        return [self._statement("begins", node, site), *done]

    def _back(self, at: ast.stmt) -> ast.stmt:
        return self._statement("back_to", at, self._tests[self.loops[-1]])

    def _statement(self, word: str, at: ast.stmt, site: int) -> ast.stmt:
        return self._place(ast.Expr(self._hook(word, at, site)), at)

    def visit_With(self, node: ast.With) -> list[ast.stmt]:
        leaves = any(map(_jumps, node.body))
        entered = self._site(node.items[0].context_expr, "enter")
        outer, after = super().visit_With(node)
        assert isinstance(outer, ast.With)
        outer.body.insert(0, self._statement("point", node, entered))
        if leaves:
            return [self._place(ast.Try([outer], [], [], [after]), node)]
        return [outer, after]


def _jumps(node: ast.AST) -> bool:
    """Tells whether control may leave the block around `node` other than at its end."""
    if isinstance(node, (ast.Return, ast.Break, ast.Continue)):
        return True
    return not isinstance(node, _FUNCTIONS) and any(map(_jumps, ast.iter_child_nodes(node)))
