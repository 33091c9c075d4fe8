"""The scopes of a source, and what each name in them may be bound to, in any order of events."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True)
class Imported:
    """A name that an import statement binds.

    Attributes:
        module: the module's full name.
        attribute: what is taken from it, `*` for all; None for the module itself.
    """

    module: str
    attribute: str | None = None


@dataclass(eq=False)
class Scope:
    """A module, class, function or comprehension.

    Attributes:
        kind: which of the four.
        parent: the scope around it.
        bound: all that each name is bound to here; None stands for anything else.
        elsewhere: names that are declared global or nonlocal here.
        first_lines: the line of the first statement of a module's own body that binds a name.
        everything_from: the modules that `import *` takes from.
    """

    kind: str
    parent: Scope | None = None
    bound: dict[str, list[ast.expr | Imported | None]] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)
    first_lines: dict[str, int] = field(default_factory=dict)
    everything_from: dict[str, None] = field(default_factory=dict)

    def bind(self, name: str, source: ast.expr | Imported | None) -> None:
        """Notes that `name` may be bound to `source` here."""
        self.bound.setdefault(name, []).append(source)

    def home(self, name: str) -> Scope | None:
        """Returns the scope whose `name` is meant here; None if it is nobody's, or built in."""
        scope: Scope | None = self
        while scope is not None:
            if scope.elsewhere.get(name) == "global":
                scope = scope.module()
                return scope if name in scope.bound else None
            if name in scope.bound and name not in scope.elsewhere:
                return scope
            scope = scope.parent
            while scope is not None and scope.kind == "class":
                scope = scope.parent
        return None

    def module(self) -> Scope:
        """Returns the outermost scope."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def settle(self) -> None:
        """Hands on what is bound here to names that belong elsewhere."""
        for name in self.elsewhere.keys() & self.bound.keys():
            home = self.home(name)
            target = self.module() if home is None else home
            if target is not self:
                target.bound.setdefault(name, []).extend(self.bound[name])


def nodes_of(tree: ast.Module) -> tuple[Scope, list[tuple[ast.AST, Scope]]]:
    """Returns a source's outermost scope, and its nodes in order, each with its scope."""
    outermost = Scope("module")
    scopes = [outermost]
    nodes: list[tuple[ast.AST, Scope]] = []
    waiting: list[tuple[ast.AST, Scope]] = [(tree, outermost)]
    while waiting:
        node, scope = waiting.pop()
        nodes.append((node, scope))
        inside: list[ast.AST] = []
        children = list(ast.iter_child_nodes(node))
        inner = _inner(node, scope)
        if inner is not None:
            scopes.append(inner)
            inside = list(_inside(node))
        _bind(node, scope, inner)
        own = {id(child) for child in inside}
        pairs = [
            (child, inner if inner is not None and id(child) in own else scope)
            for child in children
        ]
        waiting.extend(reversed(pairs))
    for statement in tree.body:
        for name in _names_of(statement):
            outermost.first_lines.setdefault(name, statement.lineno)
    for scope in scopes:
        scope.settle()
    return outermost, nodes


def _inner(node: ast.AST, scope: Scope) -> Scope | None:
    if isinstance(node, FUNCTIONS):
        return Scope("function", scope)
    if isinstance(node, ast.ClassDef):
        return Scope("class", scope)
    return Scope("comprehension", scope) if isinstance(node, COMPREHENSIONS) else None


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """Yields the children that lie in the scope that `node` opens."""
    if isinstance(node, ast.Lambda):
        yield node.body
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield from node.body
    else:
        yield from ast.iter_child_nodes(node)


def _bind(node: ast.AST, scope: Scope, inner: Scope | None) -> None:
    """Notes what `node` itself binds in its scope and in the one that it opens."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            scope.bind(name, None)
        case ast.ClassDef(name=name):
            scope.bind(name, None)
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                _assign(target, value, scope)
        case ast.AnnAssign(target=ast.expr() as target, value=ast.expr() as value):
            _assign(target, value, scope)
        case ast.NamedExpr(target=target, value=value):
            holder = scope
            while holder.kind == "comprehension" and holder.parent is not None:
                holder = holder.parent
            _assign(target, value, holder)
        case ast.For(target=target, iter=value) | ast.AsyncFor(target=target, iter=value):
            _assign(target, value, scope)
        case ast.comprehension(target=target, iter=value):
            _assign(target, value, scope)
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()) if scope.kind != "comprehension":
            scope.bind(name, None)
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
            scope.bind(name, None)
        case ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
            scope.bind(name, None)
        case ast.Global(names=names):
            scope.elsewhere.update(dict.fromkeys(names, "global"))
        case ast.Nonlocal(names=names):
            scope.elsewhere.update(dict.fromkeys(names, "nonlocal"))
        case ast.Import(names=aliases):
            for alias in aliases:
                root = alias.name.partition(".")[0]
                module = alias.name if alias.asname else root
                scope.bind(alias.asname or root, Imported(module))
        case ast.ImportFrom(module=str(module), names=aliases):
            for alias in aliases:
                if alias.name == "*":
                    scope.module().everything_from[module] = None
                else:
                    scope.bind(alias.asname or alias.name, Imported(module, alias.name))
    if inner is not None and isinstance(node, FUNCTIONS):
        _bind_parameters(node.args, inner)


def _assign(target: ast.expr, value: ast.expr, scope: Scope) -> None:
    """Binds the names of a target; a name in a tuple to its partner, or else to the whole."""
    waiting = [(target, value)]
    while waiting:
        target, value = waiting.pop()
        if isinstance(target, ast.Starred):
            target = target.value
        if isinstance(target, ast.Name):
            scope.bind(target.id, value)
        elif isinstance(target, (ast.Tuple, ast.List)):
            parts: list[ast.expr] = [value] * len(target.elts)
            if isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(target.elts):
                parts = value.elts
            waiting.extend(zip(target.elts, parts, strict=True))


def _bind_parameters(args: ast.arguments, inner: Scope) -> None:
    positional = [*args.posonlyargs, *args.args]
    defaults = [None] * (len(positional) - len(args.defaults)) + [*args.defaults]
    for arg, default in zip(positional, defaults, strict=False):
        inner.bind(arg.arg, default)
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        inner.bind(arg.arg, default)
    for rest in (args.vararg, args.kwarg):
        if rest is not None:
            inner.bind(rest.arg, None)


def _names_of(statement: ast.stmt) -> Iterator[str]:
    """Yields the names that a statement binds whenever it is reached."""
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.ClassDef(name=name):
            yield name
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            yield from (alias.asname or alias.name for alias in aliases)
