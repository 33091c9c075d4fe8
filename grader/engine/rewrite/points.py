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

Annotations, patterns and type parameters are left alone: Python itself or other
libraries read them as they are.
"""

from __future__ import annotations

import ast
import copy
import re
import secrets
import sys
from typing import TypeVar, cast

from grader.engine.rewrite.facts import Facts
from grader.engine.rewrite.scopes import Scope, Scopes, bound_name
from grader.engine.rewrite.sites import Site

# Random, so that no string of the program is taken for one.
PLACEHOLDER = f"\0{secrets.token_hex(8)}:"

# They look at their caller's frame, or touch nothing that another thread could change.
_UNTOUCHED_CALLS = {
    *("super", "locals", "globals", "vars", "dir", "eval", "exec", "print", "range"),
    *("isinstance", "issubclass", "id", "type", "callable", "object", "property"),
    *("staticmethod", "classmethod"),
}
# So do these, by the module that they are imported from.
_UNTOUCHED_IMPORTS = {
    "collections": {"namedtuple"},
    "dataclasses": {"make_dataclass"},
    "enum": {"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"},
    "inspect": {"currentframe", "stack"},
    "sys": {"_getframe", "_getframemodulename", "exc_info", "exception"},
    "typing": {
        *("NamedTuple", "NewType", "ParamSpec", "TypedDict"),
        *("TypeAliasType", "TypeVar", "TypeVarTuple"),
    },
    "warnings": {"warn"},
}
# Before 3.13 a failure to iterate or to enter is blamed on the whole statement.
_BLAMES_STATEMENT = sys.version_info < (3, 13)
_BUILTIN_GENERICS = {"list", "dict", "set", "frozenset", "tuple", "type"}
_READS = (ast.Name, ast.Attribute, ast.Subscript)
_LITERALS = (ast.Constant, ast.JoinedStr)
_Node = TypeVar("_Node", bound=ast.AST)


class Points(ast.NodeTransformer):
    """Rewrites one module.

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

    def module_body(self, tree: ast.Module) -> list[ast.stmt]:
        """Returns the rewritten statements of the module, its `__future__` imports first."""
        docstring, body = _split_docstring(tree.body)
        return [*docstring, *self._block(body)]

    # -- sites and hooks ---------------------------------------------------

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

    # -- names -------------------------------------------------------------

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

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if not isinstance(node.ctx, ast.Load) or not self._changes(node.id):
            return node
        site = self._site(node, "read", node.id, node.id)
        return self._place(ast.BoolOp(ast.Or(), [self._hook("name", node, site), node]), node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        node.value = self._expression(node.value)
        if self._changes(node.target.id):
            site = self._site(node, "write", node.target.id, node.target.id)
            node.value = self._hook("store", node, site, node.value)
        return node

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

    # -- attributes and items ----------------------------------------------

    def visit_Attribute(self, node: ast.Attribute, called: bool = False) -> ast.expr:
        base = node.value
        loading = isinstance(node.ctx, ast.Load)
        frozen = self.facts.frozen(node.attr)
        library = loading and isinstance(base, ast.Name) and self._is_library(base.id)
        on_super = isinstance(base, ast.Call) and getattr(base.func, "id", "") == "super"
        if library or on_super or (frozen and (called or not loading)):
            node.value = self._expression(base)
            return node
        op = "read" if loading else "delete" if isinstance(node.ctx, ast.Del) else "write"
        site = self._site(node, op, _text(node), node.attr)
        word = "frozen" if frozen else "attr"
        node.value = self._hook(word, node, site, self._expression(base))
        return node

    def _is_library(self, name: str) -> bool:
        module = self._imported(name)[0]
        return bool(module) and module.partition(".")[0] not in self.siblings

    def _imported(self, name: str) -> tuple[str, str]:
        """Where the import statement that binds `name` takes it from: (module, member)."""
        owner = self.scope.owner(name)
        if owner is None or len(owner.bound.get(name, [])) != 1:
            return "", ""
        return owner.imported.get(name, ("", ""))

    def _is_generic(self, node: ast.expr) -> bool:
        if not isinstance(node, ast.Name) or node.id not in _BUILTIN_GENERICS:
            return False
        return self.scope.owner(node.id) is None

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        base, key = node.value, node.slice
        if self._is_generic(base):
            node.slice = self._expression(key)
            return node
        loading = isinstance(node.ctx, ast.Load)
        op = "read" if loading else "delete" if isinstance(node.ctx, ast.Del) else "write"
        site = self._site(node, op, _text(node))
        if self._simple(key):
            again = copy.deepcopy(key)
            node.value = self._hook("item", node, site, self._expression(base), again)
            return node
        if loading:
            base = self._expression(base)
            return self._hook("getitem", node, site, base, self._key(key))
        node.value = self._expression(base)
        if isinstance(key, ast.Slice):
            node.slice = self._hook("key", node, site, self._key(key))
        else:
            node.slice = self._hook("key", node, site, self._expression(key))
        return node

    def _key(self, key: ast.expr) -> ast.expr:
        if isinstance(key, ast.Slice):
            none = ast.Constant(None)
            parts = [self._expression(p) if p else none for p in (key.lower, key.upper, key.step)]
            return self._place(ast.Call(ast.Constant(PLACEHOLDER + "slice"), parts, []), key)
        if isinstance(key, ast.Tuple) and any(isinstance(e, ast.Slice) for e in key.elts):
            items = [self._key(item) for item in key.elts]
            return self._place(ast.Tuple(items, ast.Load()), key)
        return self._expression(key)

    # -- assignments -------------------------------------------------------

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        unpacks = any(isinstance(t, (ast.Tuple, ast.List)) for t in node.targets)
        value = self._look(node.value) if unpacks else self._expression(node.value)
        return self._stores(node, node.targets, value)

    def _stores(self, at: ast.AST, targets: list[ast.expr], value: ast.expr) -> list[ast.stmt]:
        """The assignment of `value`, already rewritten; each name that others see on its own."""
        shared = [name for name in _stored_names(targets) if self._changes(name)]
        alone = len(targets) == 1 and isinstance(targets[0], ast.Name)
        if shared and not alone and not any(map(_suspends, targets)):
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
        if _suspends(target) or not any(map(self._changes, _stored_names([target]))):
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
        text = _text(target)
        if isinstance(target, ast.Name):
            node.value = self._expression(node.value)
            if not self._changes(target.id):
                if not isinstance(node.value, ast.Constant) or isinstance(node.op, ast.Mult):
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
        if not _suspends(node.value):
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

    # -- calls -------------------------------------------------------------

    def visit_Call(self, node: ast.Call) -> ast.expr:
        function = node.func
        plain = self._is_untouched(function)
        site = 0 if plain else self._site(node, "call", _text(function))
        if isinstance(function, ast.Attribute):
            _blame_method(node, function)
            function = self.visit_Attribute(function, called=True)
        else:
            function = self._expression(function)
        node.func = function if plain else self._hook("call", node, site, function)
        node.args = [self._expression(argument) for argument in node.args]
        for keyword in node.keywords:
            unpacked = keyword.arg is None
            keyword.value = (self._look if unpacked else self._expression)(keyword.value)
        return node

    def _is_untouched(self, function: ast.expr) -> bool:
        if isinstance(function, ast.Name):
            if self.scope.owner(function.id) is None:
                return function.id in _UNTOUCHED_CALLS
            module, member = self._imported(function.id)
        elif isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
            module, member = self._imported(function.value.id)[0], function.attr
        else:
            return False
        return module not in self.siblings and member in _UNTOUCHED_IMPORTS.get(module, ())

    def visit_Starred(self, node: ast.Starred) -> ast.expr:
        if isinstance(node.ctx, ast.Load):
            node.value = self._look(node.value)
        else:
            node.value = self._expression(node.value)
        return node

    # -- reads of whole containers -----------------------------------------

    def _look(self, node: ast.expr) -> ast.expr:
        """`node`, with a point after it is evaluated where it may be a shared container."""
        if not isinstance(node, (*_READS, ast.Call)):
            return self._expression(node)
        site = self._site(node, "look", _text(node))
        return self._hook("look", node, site, self._expression(node))

    def _operands(self, left: ast.expr, right: ast.expr) -> tuple[ast.expr, ast.expr]:
        """The operands, with a point before an operation that reads what is in a container."""
        if not isinstance(left, (*_READS, ast.Call)):
            return self._expression(left), self._look(right)
        if _has_no_point(right) or _suspends(right):
            return self._look(left), self._look(right)
        first = self._site(left, "first", _text(left))
        both = self._site(right, "look", _text(right))
        self.sites[both].partner = first
        return (
            self._hook("first", left, first, self._expression(left)),
            self._hook("both", right, both, self._expression(right)),
        )

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        if all(isinstance(op, (ast.Is, ast.IsNot)) for op in node.ops):
            self.generic_visit(node)
            return node
        first, *others = node.comparators
        if isinstance(node.ops[0], (ast.In, ast.NotIn)) or isinstance(first, _LITERALS):
            node.left, first = self._expression(node.left), self._look(first)
        else:
            node.left, first = self._operands(node.left, first)
        node.comparators = [first, *map(self._look, others)]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        formats = isinstance(node.op, ast.Mod)
        literal = isinstance(node.right, _LITERALS) or (
            isinstance(node.left, _LITERALS) and not formats
        )
        if literal and not isinstance(node.op, ast.Mult):
            self.generic_visit(node)
        elif formats and isinstance(node.right, ast.Tuple):
            node.left = self._expression(node.left)
            node.right.elts = [self._look(item) for item in node.right.elts]
        else:
            node.left, node.right = self._operands(node.left, node.right)
        return node

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.expr:
        site = self._site(node, "iterate", _text(node.value))
        node.value = self._hook("delegate", node.value, site, self._expression(node.value))
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        values = zip(node.keys, node.values, strict=True)
        node.values = [self._expression(v) if k else self._look(v) for k, v in values]
        node.keys = [key and self._expression(key) for key in node.keys]
        return node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.expr:
        node.value = self._look(node.value)
        if node.format_spec is not None:
            node.format_spec = self._expression(node.format_spec)
        return node

    def _test(self, node: ast.expr) -> ast.expr:
        return self._look(node) if isinstance(node, _READS) else self._expression(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        operand = node.operand
        is_not = isinstance(node.op, ast.Not)
        node.operand = self._test(operand) if is_not else self._expression(operand)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        *tested, last = node.values
        node.values = [*[self._test(value) for value in tested], self._expression(last)]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        node.test = self._test(node.test)
        node.body = self._expression(node.body)
        node.orelse = self._expression(node.orelse)
        return node

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

    # -- loops and with ----------------------------------------------------

    def visit_While(self, node: ast.While) -> ast.stmt:
        node.test = self._test(node.test)
        self.loops.append(node)
        node.body = [*self._block(node.body), self._back(node)]
        self.loops.pop()
        node.orelse = self._block(node.orelse)
        return node

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

    def _each(self, iterable: ast.expr, loop: ast.AST, shared: str = "") -> ast.expr:
        site = self._site(iterable, "iterate", _text(iterable), shared)
        blamed = loop if _BLAMES_STATEMENT else iterable
        word = "each_shared" if shared else "each"
        return self._hook(word, blamed, site, self._expression(iterable))

    def visit_With(self, node: ast.With) -> list[ast.stmt]:
        if len(node.items) > 1:
            blamed = node if _BLAMES_STATEMENT else node.items[1].context_expr
            inner = self._place(ast.With([*node.items[1:]], node.body), blamed)
            node = self._place(ast.With([node.items[0]], [inner]), node)
        item = node.items[0]
        text = _text(item.context_expr)
        enter = self._site(item.context_expr, "enter", text)
        expression = self._expression(item.context_expr)
        item.context_expr = self._hook("enter", item.context_expr, enter, expression)
        stores: list[ast.stmt] = []
        if item.optional_vars is not None:
            item.optional_vars, stores = self._stores_in_body(item.optional_vars)
        body = self._block(node.body)
        leave = self._site(node, "leave", text)
        self.sites[leave].partner = enter
        if not any(_suspends(statement) for statement in node.body):
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

    # -- blocks ------------------------------------------------------------

    def _in_scope(self, node: ast.AST) -> None:
        self.scope = self.scopes.of[node]

    def _visit_comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    ) -> ast.expr:
        outer = self.scope
        for number, generator in enumerate(node.generators):
            self._in_scope(node)
            shared = [n for n in _stored_names([generator.target]) if self._changes(n)]
            if number == 0:
                # Only the first iterable is evaluated outside.
                self.scope = outer
            if generator.is_async:
                generator.iter = self._expression(generator.iter)
            else:
                generator.iter = self._each(generator.iter, node, "".join(shared[:1]))
            self._in_scope(node)
            generator.target = self._expression(generator.target)
            generator.ifs = [self._test(test) for test in generator.ifs]
        if isinstance(node, ast.DictComp):
            node.key = self._expression(node.key)
            # Python 3.15 has `{**d for d in ds}`: a key alone.
            node.value = node.value and self._expression(node.value)
        else:
            node.elt = self._expression(node.elt)
        self.scope = outer
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_comprehension

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        self._visit_defaults(node.args)
        outer = self.scope
        self._in_scope(node)
        self.function.append("lambda")
        site = self._site(node, "entry", "lambda")
        body = self._expression(node.body)
        node.body = self._place(
            ast.BoolOp(ast.Or(), [self._hook("entry", node, site), body]), node.body
        )
        self.function.pop()
        self.scope = outer
        return node

    def _visit_defaults(self, arguments: ast.arguments) -> None:
        arguments.defaults = [self._expression(default) for default in arguments.defaults]
        arguments.kw_defaults = [d and self._expression(d) for d in arguments.kw_defaults]

    def _visit_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
        node.decorator_list = [self._expression(d) for d in node.decorator_list]
        self._visit_defaults(node.args)
        outer, outer_loops = self.scope, self.loops
        self._in_scope(node)
        self.loops = []
        self.function.append(node.name)
        docstring, body = _split_docstring(node.body)
        site = self._site(node, "entry", node.name)
        entry = self._place(ast.Expr(self._hook("entry", node, site)), (body or node.body)[0])
        body = self._block(body)
        if node.name == "__del__":
            begin = self._place(ast.Expr(self._hook("quiet", node, site)), node)
            end = self._place(ast.Expr(self._hook("loud", node, site)), node)
            body = [begin, self._place(ast.Try(body or [ast.Pass()], [], [], [end]), node)]
        node.body = [*docstring, entry, *body]
        self.function.pop()
        self.scope, self.loops = outer, outer_loops
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
        site = self._site(node.subject, "read", _text(node.subject))
        return self._hook("key", node.subject, site, self._expression(node.subject))

    def visit_TypeAlias(self, node: ast.stmt) -> ast.stmt:
        return node


def _text(node: ast.expr) -> str:
    """The source of an expression, on one line."""
    try:
        return ast.unparse(node)
    except ValueError:
        # Before 3.12 it cannot write every f-string.
        return "…"


def _suspends(node: ast.AST) -> bool:
    """Tells whether control may leave the frame in the middle of `node` and come back."""
    suspensions = (ast.Yield, ast.YieldFrom, ast.Await, ast.AsyncFor, ast.AsyncWith)
    return any(isinstance(part, suspensions) for part in ast.walk(node))


def _blame_method(call: ast.Call, function: ast.Attribute) -> None:
    """Moves a call to the line of its method's name: there Python says that it failed."""
    line, end = function.end_lineno, function.end_col_offset
    if line is not None and end is not None and line != call.lineno:
        call.lineno = line
        call.col_offset = end - len(function.attr)


def _has_no_point(node: ast.expr) -> bool:
    """Tells whether evaluating this is a display of constants, at most."""
    displays = (ast.Constant, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.UnaryOp)
    return all(not isinstance(n, ast.expr) or isinstance(n, displays) for n in ast.walk(node))


def _stored_names(targets: list[ast.expr]) -> list[str]:
    return [
        node.id
        for target in targets
        for node in ast.walk(target)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]


def _split_docstring(body: list[ast.stmt]) -> tuple[list[ast.stmt], list[ast.stmt]]:
    first = body[0] if body else None
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        return body[:1], body[1:]
    return [], body
