"""Points in assignments, in all their forms: each store that others see on its own."""

from __future__ import annotations

import ast
from typing import cast

from grader.engine.rewrite.expressions import Expressions
from grader.engine.rewrite.points import stored_names, suspends, text_of
from grader.engine.rewrite.scopes import bound_name


class Assignments(Expressions):
    """Rewrites what binds, stores and deletes."""

    def visit_Delete(self, node: ast.Delete) -> list[ast.stmt]:
        done: list[ast.stmt] = []
        for target in node.targets:
            if isinstance(target, (ast.Tuple, ast.List)):
                done += self.visit_Delete(self._place(ast.Delete(target.elts), node))
                continue
            if isinstance(target, ast.Name) and self._changes(target.id):
                site = self._site(target, "delete", target.id, target.id)
                done.append(self._place(ast.Expr(self._hook("name", target, site)), node))
            done.append(self._place(ast.Delete([self._expression(target)]), node))
        return done or [self._place(ast.Pass(), node)]

    def _binding(self, node: ast.stmt, *names: str) -> list[ast.stmt]:
        """`node`, with a point before it where a name that it binds is shared."""
        before: list[ast.stmt] = []
        for name in names:
            if self._changes(name):
                site = self._site(node, "write", name, name)
                before.append(self._place(ast.Expr(self._hook("name", node, site)), node))
        return [*before, node]

    def _visit_import(self, node: ast.Import | ast.ImportFrom) -> list[ast.stmt]:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            return [node]
        return self._binding(node, *map(bound_name, node.names))

    visit_Import = visit_ImportFrom = _visit_import

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        unpacks = any(isinstance(t, (ast.Tuple, ast.List)) for t in node.targets)
        value = self._look(node.value) if unpacks else self._expression(node.value)
        return self._stores(node, node.targets, value)

    def _stores(self, at: ast.AST, targets: list[ast.expr], value: ast.expr) -> list[ast.stmt]:
        """The assignment of `value`, already rewritten; each name that others see on its own."""
        shared = [name for name in stored_names(targets) if self._changes(name)]
        alone = len(targets) == 1 and isinstance(targets[0], ast.Name)
        if shared and not alone and not any(map(suspends, targets)):
            return self._stores_one_by_one(at, targets, value)
        for name in shared:
            site = self._site(at, "write", name, name)
            value = self._hook("store", at, site, value)
        targets = [self._expression(target) for target in targets]
        return [self._place(ast.Assign(targets, value), at)]

    def _stores_one_by_one(
        self, at: ast.AST, targets: list[ast.expr], value: ast.expr
    ) -> list[ast.stmt]:
        site = self._site(at, "unpack")
        whole = targets[0]
        parts = whole.elts if isinstance(whole, (ast.Tuple, ast.List)) else []
        parts = targets if len(targets) > 1 else parts
        sinks = [self._sink(part, site, number) for number, part in enumerate(parts)]
        if len(targets) == 1:
            sinks = [self._place(ast.Tuple(sinks, ast.Store()), whole)]
        done: list[ast.stmt] = [self._place(ast.Assign(sinks, value), at)]
        for number, part in enumerate(parts):
            target = part.value if isinstance(part, ast.Starred) else part
            taken = self._hook("take", part, site, ast.Constant(number))
            done += self._stores(part, [target], taken)
        return done

    def _sink(self, part: ast.expr, site: int, number: int) -> ast.expr:
        base = self._hook("sink", part, site, ast.Constant(number == 0))
        sink = self._place(ast.Subscript(base, ast.Constant(number), ast.Store()), part)
        if isinstance(part, ast.Starred):
            return self._place(ast.Starred(sink, ast.Store()), part)
        return sink

    def _stores_in_body(self, target: ast.expr) -> tuple[ast.expr, list[ast.stmt]]:
        """What a `for` or `with` stores into, and what then stores into its own target."""
        if suspends(target) or not any(map(self._changes, stored_names([target]))):
            return self._expression(target), []
        site = self._site(target, "unpack")
        taken = self._hook("take", target, site, ast.Constant(0))
        return self._sink(target, site, 0), self._stores(target, [target], taken)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        if node.value is None:
            return node
        node.value = self._expression(node.value)
        if isinstance(node.target, ast.Name):
            if self._changes(node.target.id):
                site = self._site(node, "write", node.target.id, node.target.id)
                node.value = self._hook("store", node, site, node.value)
        else:
            node.target = cast("ast.Attribute | ast.Subscript", self._expression(node.target))
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt | list[ast.stmt]:
        target, before = node.target, []
        text = text_of(target)
        if isinstance(target, ast.Name):
            node.value = self._expression(node.value)
            if not self._changes(target.id):
                if not _is_number(node.value) or isinstance(node.op, ast.Mult):
                    node.value = self._in_place(target, node.value)
                return node
            read = self._site(node, "read", text, target.id)
            name = ast.copy_location(ast.Name(target.id, ast.Load()), target)
            value = ast.BoolOp(ast.Or(), [self._hook("name", node, read), name])
            held = self._hook("held", node, read, self._place(value, node))
            before = [self._place(ast.Expr(held), node)]
            key = target.id
        else:
            read = len(self.sites)
            if isinstance(target, ast.Attribute):
                alone = self.facts.frozen(target.attr)
            else:
                alone = self._is_generic(target.value)
            node.target = cast("ast.Attribute | ast.Subscript", self._expression(target))
            node.value = self._expression(node.value)
            if alone:
                return node
            self.sites[read].op = "read"
            key = target.attr if isinstance(target, ast.Attribute) else ""
        write = self._site(node, "update", text, key)
        self.sites[write].partner = read
        if not suspends(node.value):
            self.sites[read].partner = write
        node.value = self._hook("update", node, write, node.value)
        return [*before, node]

    def _in_place(self, target: ast.Name, value: ast.expr) -> ast.expr:
        """`value`, then a point: the name is nobody else's, but the list that it names may be."""
        site = self._site(target, "write", target.id)
        name = ast.copy_location(ast.Name(target.id, ast.Load()), target)
        both = ast.Tuple([value, self._hook("look", value, site, name)], ast.Load())
        first = ast.Subscript(self._place(both, value), ast.Constant(0), ast.Load())
        return self._place(first, value)

    def visit_TypeAlias(self, node: ast.stmt) -> ast.stmt:
        return node


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and not isinstance(node.value, (str, bytes))
