"""Points in statements and blocks; the whole rewriting of a module."""

from __future__ import annotations

import ast

from grader.engine.rewrite.assignments import Assignments
from grader.engine.rewrite.expressions import BLAMES_STATEMENT
from grader.engine.rewrite.own_lists import own_iterators, own_lists
from grader.engine.rewrite.points import suspends, text_of


class Statements(Assignments):
    """Rewrites one module."""

    def module_body(self, tree: ast.Module) -> list[ast.stmt]:
        """Returns the rewritten statements of the module, its `__future__` imports first."""
        docstring, body = _split_docstring(tree.body)
        return [*docstring, *self._block(body)]

    def visit_If(self, node: ast.If) -> ast.stmt:
        node.test = self._test(node.test)
        node.body = self._block(node.body)
        node.orelse = self._block(node.orelse)
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        node.test = self._test(node.test)
        if node.msg is not None:
            node.msg = self._expression(node.msg)
        return node

    def visit_While(self, node: ast.While) -> list[ast.stmt]:
        node.test = self._test(node.test)
        self.loops.append(node)
        node.body = [*self._block(node.body), self._back(node)]
        self.loops.pop()
        node.orelse = self._block(node.orelse)
        return [node]

    def _back(self, at: ast.stmt) -> ast.stmt:
        loop = self.loops[-1]
        site = self._site(loop, "loop", "while")
        return self._place(ast.Expr(self._hook("back", at, site)), at)

    def visit_Continue(self, node: ast.Continue) -> ast.stmt | list[ast.stmt]:
        if self.loops and isinstance(self.loops[-1], ast.While):
            return [self._back(node), node]
        return node

    def visit_For(self, node: ast.For) -> ast.stmt:
        node.iter = self._each(node.iter, node)
        node.target, stores = self._stores_in_body(node.target)
        self.loops.append(node)
        node.body = [*stores, *self._block(node.body)]
        self.loops.pop()
        node.orelse = self._block(node.orelse)
        return node

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.stmt:
        node.iter = self._expression(node.iter)
        node.target, stores = self._stores_in_body(node.target)
        self.loops.append(node)
        node.body = [*stores, *self._block(node.body)]
        self.loops.pop()
        node.orelse = self._block(node.orelse)
        return node

    def visit_With(self, node: ast.With) -> list[ast.stmt]:
        if len(node.items) > 1:
            blamed = node if BLAMES_STATEMENT else node.items[1].context_expr
            inner = self._place(ast.With([*node.items[1:]], node.body), blamed)
            node = self._place(ast.With([node.items[0]], [inner]), node)
        item = node.items[0]
        text = text_of(item.context_expr)
        enter = self._site(item.context_expr, "enter", text)
        expression = self._expression(item.context_expr)
        item.context_expr = self._hook("enter", item.context_expr, enter, expression)
        stores: list[ast.stmt] = []
        if item.optional_vars is not None:
            item.optional_vars, stores = self._stores_in_body(item.optional_vars)
        body = self._block(node.body)
        leave = self._site(node, "leave", text)
        self.sites[leave].partner = enter
        if not any(suspends(statement) for statement in node.body):
            self.sites[enter].partner = leave
        last = self._place(ast.Expr(self._hook("leave", node, leave)), node)
        node.body = [*stores, self._place(ast.Try(body, [], [], [last]), node)]
        return [node, self._place(ast.Expr(self._hook("after", node, leave)), node)]

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.excepthandler:
        if node.type is not None:
            node.type = self._expression(node.type)
        node.body = self._block(node.body)
        if node.name and self._changes(node.name):
            # Python deletes the name at the end, however that comes.
            site = self._site(node, "delete", node.name, node.name)
            last = self._place(ast.Expr(self._hook("name", node, site)), node)
            node.body = [self._place(ast.Try(node.body, [], [], [last]), node)]
        return node

    def _visit_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
        node.decorator_list = [self._expression(d) for d in node.decorator_list]
        self._visit_defaults(node.args)
        outer, outer_loops, outer_kept = self.scope, self.loops, self.is_kept
        self._in_scope(node)
        self.is_kept = self.facts.generators.keeps(node)
        if not self.facts.locals_by_name:
            self.scope.own_lists = own_lists(node, self.scope)
            self.scope.own_iterators = own_iterators(node, self.scope)
        self.loops = []
        self.function.append(node.name)
        docstring, body = _split_docstring(node.body)
        site = self._site(node, "entry", node.name)
        word = "begun" if self.is_kept else "entry"
        entry = self._place(ast.Expr(self._hook(word, node, site)), (body or node.body)[0])
        body = self._block(body)
        if node.name == "__del__":
            begin = self._place(ast.Expr(self._hook("quiet", node, site)), node)
            end = self._place(ast.Expr(self._hook("loud", node, site)), node)
            body = [begin, self._place(ast.Try(body or [ast.Pass()], [], [], [end]), node)]
        node.body = [*docstring, entry, *body]
        self.function.pop()
        self.scope, self.loops, self.is_kept = outer, outer_loops, outer_kept
        return self._binding(node, node.name)

    visit_FunctionDef = visit_AsyncFunctionDef = _visit_function

    def visit_ClassDef(self, node: ast.ClassDef) -> list[ast.stmt]:
        node.decorator_list = [self._expression(d) for d in node.decorator_list]
        node.bases = [self._expression(base) for base in node.bases]
        for keyword in node.keywords:
            keyword.value = self._expression(keyword.value)
        outer, outer_loops = self.scope, self.loops
        self._in_scope(node)
        self.loops = []
        self.function.append(node.name)
        self.classes.append(node.name)
        docstring, body = _split_docstring(node.body)
        node.body = [*docstring, *self._block(body)]
        self.classes.pop()
        self.function.pop()
        self.scope, self.loops = outer, outer_loops
        return self._binding(node, node.name)

    def visit_Match(self, node: ast.Match) -> ast.stmt:
        node.subject = self._subject(node)
        for case in node.cases:
            if case.guard is not None:
                case.guard = self._test(case.guard)
            case.body = self._block(case.body)
        return node

    def _subject(self, node: ast.Match) -> ast.expr:
        """What is matched, with a point before its attributes or items are read."""
        patterns = [pattern for case in node.cases for pattern in ast.walk(case.pattern)]
        captured = [getattr(p, "rest", None) or getattr(p, "name", None) for p in patterns]
        reads = any(isinstance(p, ast.MatchClass) and (p.patterns or p.kwd_attrs) for p in patterns)
        if not reads and not any(name and self._changes(name) for name in captured):
            return self._look(node.subject)
        site = self._site(node.subject, "read", text_of(node.subject))
        return self._hook("key", node.subject, site, self._expression(node.subject))


def _split_docstring(body: list[ast.stmt]) -> tuple[list[ast.stmt], list[ast.stmt]]:
    first = body[0] if body else None
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        return body[:1], body[1:]
    return [], body
