"""Which names of a module may change while threads run.

A name needs scheduling points only if somebody may rebind it after another
thread can see it. This says so for globals and for closure variables, and errs
on the side of points.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_BRANCHES = (
    *(ast.For, ast.AsyncFor, ast.While, ast.If, ast.Try, ast.TryStar),
    *(ast.With, ast.AsyncWith, ast.Match),
)


class Scope:
    """The names of one block.

    `bound` maps a name to the places that bind it: (position, certain), where
    certain means an unconditional statement of the block itself.
    """

    def __init__(self, node: ast.AST, parent: Scope | None) -> None:
        self.node = node
        self.parent = parent
        self.bound: dict[str, list[tuple[tuple[int, int], bool]]] = {}
        self.parameters: set[str] = set()
        self.globals: set[str] = set()
        self.nonlocals: set[str] = set()
        self.imported: dict[str, tuple[str, str]] = {}
        self.captured_from: dict[str, list[tuple[int, int]]] = {}
        self.rebound_inside: set[str] = set()
        self.own_lists: set[str] = set()
        self.own_iterators: set[str] = set()

    @property
    def is_class(self) -> bool:
        return isinstance(self.node, ast.ClassDef)

    @property
    def is_module(self) -> bool:
        return isinstance(self.node, ast.Module)

    @property
    def position(self) -> tuple[int, int]:
        return (getattr(self.node, "lineno", 0), getattr(self.node, "col_offset", 0))

    def owner(self, name: str) -> Scope | None:
        """The scope whose variable `name` is here; None for a builtin or unknown global."""
        if name in self.globals:
            return self.module
        if name in self.bound and name not in self.nonlocals:
            return self
        scope = self.parent
        while scope is not None:
            if scope.is_module:
                known = name in scope.bound or name in scope.rebound_inside
                return scope if known else None
            if not scope.is_class and name in scope.globals:
                return scope.module
            if not scope.is_class and name in scope.bound and name not in scope.nonlocals:
                return scope
            scope = scope.parent
        return None

    @property
    def module(self) -> Scope:
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def is_captured(self, name: str) -> bool:
        """Tells whether some function keeps the variable `name` of this scope."""
        return bool(self.captured_from.get(name))

    def changes(self, name: str) -> bool:
        """Tells whether the closure variable `name` of this scope may change once captured."""
        captures = self.captured_from.get(name)
        if not captures:
            return False
        bindings = self.bound.get(name, [])
        if name in self.rebound_inside:
            return True
        if name in self.parameters:
            return bool(bindings)
        if len(bindings) != 1:
            return True
        position, certain = bindings[0]
        return not certain or any(capture < position for capture in captures)


class Scopes(ast.NodeVisitor):
    """Builds the scopes of a module; `of` maps a block's node to its scope."""

    def __init__(self, tree: ast.Module) -> None:
        self.of: dict[ast.AST, Scope] = {}
        self.module = self.scope = Scope(tree, None)
        self.of[tree] = self.module
        self.certain = True
        self.uses: list[tuple[Scope, str, bool]] = []
        for statement in tree.body:
            self.visit(statement)
        for scope, name, stored in self.uses:
            self._note_capture(scope, name, stored)

    def _note_capture(self, scope: Scope, name: str, stored: bool) -> None:
        owner = scope.owner(name)
        if owner is None or owner is scope or owner.is_class:
            return
        if stored:
            owner.rebound_inside.add(name)
        inner: Scope | None = scope
        while inner is not None and inner is not owner:
            # A list comprehension runs on the spot; only what can run later captures.
            if isinstance(inner.node, (*_FUNCTIONS, ast.GeneratorExp, ast.ClassDef)):
                owner.captured_from.setdefault(name, []).append(inner.position)
                return
            inner = inner.parent

    def _bind(self, name: str, node: ast.AST, certain: bool = True) -> None:
        scope = self.scope
        if name in scope.globals:
            scope.module.rebound_inside.add(name)
        if name in scope.globals or name in scope.nonlocals:
            self.uses.append((scope, name, True))
            return
        place = (getattr(node, "lineno", 0), getattr(node, "col_offset", 0))
        scope.bound.setdefault(name, []).append((place, certain and self.certain))

    def _inside(self, node: ast.AST, parts: Iterator[ast.AST]) -> None:
        outer, outer_certain = self.scope, self.certain
        self.scope = self.of[node]
        self.certain = not isinstance(node, _COMPREHENSIONS)
        for part in parts:
            self.visit(part)
        self.scope, self.certain = outer, outer_certain

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, _BRANCHES):
            outer, self.certain = self.certain, False
            super().generic_visit(node)
            self.certain = outer
        else:
            super().generic_visit(node)

    def _visit_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> None:
        if not isinstance(node, ast.Lambda):
            self._bind(node.name, node)
            for decorator in node.decorator_list:
                self.visit(decorator)
        arguments = node.args
        for default in [*arguments.defaults, *[d for d in arguments.kw_defaults if d]]:
            self.visit(default)
        scope = self.of[node] = Scope(node, self.scope)
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        every += [a for a in (arguments.vararg, arguments.kwarg) if a]
        scope.parameters = {argument.arg for argument in every}
        scope.bound = {name: [] for name in scope.parameters}
        body = [node.body] if isinstance(node, ast.Lambda) else node.body
        self._collect_declarations(node)
        self._inside(node, iter(body))

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = _visit_function

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._bind(node.name, node)
        for part in [*node.decorator_list, *node.bases, *[k.value for k in node.keywords]]:
            self.visit(part)
        self.of[node] = Scope(node, self.scope)
        self._collect_declarations(node)
        self._inside(node, iter(node.body))

    def _collect_declarations(self, block: ast.AST) -> None:
        """Notes the global and nonlocal statements of this very block."""
        scope = self.of[block]
        nodes = list(ast.iter_child_nodes(block))
        while nodes:
            node = nodes.pop()
            if isinstance(node, ast.Global):
                scope.globals.update(node.names)
            elif isinstance(node, ast.Nonlocal):
                scope.nonlocals.update(node.names)
            elif not isinstance(node, (*_FUNCTIONS, ast.ClassDef, ast.expr)):
                nodes += ast.iter_child_nodes(node)

    def _visit_comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    ) -> None:
        self.visit(node.generators[0].iter)
        self.of[node] = Scope(node, self.scope)
        elements = [node.elt] if not isinstance(node, ast.DictComp) else [node.key]
        if isinstance(node, ast.DictComp) and node.value:
            elements.append(node.value)
        parts: list[ast.AST] = []
        for number, generator in enumerate(node.generators):
            parts += [generator.target, *([generator.iter] if number else []), *generator.ifs]
        self._inside(node, iter([*parts, *elements]))

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_comprehension

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        inner = self.scope
        while isinstance(self.scope.node, _COMPREHENSIONS) and self.scope.parent:
            self.scope = self.scope.parent
        self._bind(node.target.id, node, certain=False)
        self.scope = inner

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.uses.append((self.scope, node.id, False))
        else:
            self._bind(node.id, node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        if isinstance(node.target, ast.Name):
            self._bind(node.target.id, node, certain=False)
        self.visit(node.target)

    def _visit_import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            name = bound_name(alias)
            if isinstance(node, ast.ImportFrom):
                origin = (node.module or "", alias.name)
            else:
                origin = (alias.name if alias.asname else name, "")
            if self.scope.imported.get(name) != origin:
                self.scope.imported[name] = origin
                self._bind(name, node)

    visit_Import = visit_ImportFrom = _visit_import

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self._bind(node.name, node, certain=False)
        self.generic_visit(node)

    def _visit_capture(self, node: ast.MatchAs | ast.MatchStar) -> None:
        if node.name:
            self._bind(node.name, node, certain=False)
        self.generic_visit(node)

    visit_MatchAs = visit_MatchStar = _visit_capture

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self._bind(node.rest, node, certain=False)
        self.generic_visit(node)


def bound_name(alias: ast.alias) -> str:
    """Returns the name that this part of an import statement binds."""
    return alias.asname or alias.name.split(".")[0]
