"""Points in expressions: reads of names, attributes, items, whole containers; calls."""

from __future__ import annotations

import ast
import copy
import sys

from grader.engine.rewrite.own_lists import advanced, appends, iterates
from grader.engine.rewrite.points import PLACEHOLDER, Points, stored_names, suspends, text_of

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
BLAMES_STATEMENT = sys.version_info < (3, 13)
_READS = (ast.Name, ast.Attribute, ast.Subscript)
_LITERALS = (ast.Constant, ast.JoinedStr)


class Expressions(Points):
    """Rewrites expressions.

    Attributes:
        loads_items: reading an item is left to a hook, whatever the key.
    """

    loads_items = False

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
        site = self._site(node, op, text_of(node), node.attr)
        word = "frozen" if frozen else "attr"
        node.value = self._hook(word, node, site, self._expression(base))
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        base, key = node.value, node.slice
        if self._is_generic(base):
            node.slice = self._expression(key)
            return node
        loading = isinstance(node.ctx, ast.Load)
        op = "read" if loading else "delete" if isinstance(node.ctx, ast.Del) else "write"
        site = self._site(node, op, text_of(node))
        if self._simple(key) and not (loading and self.loads_items):
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

    def visit_Call(self, node: ast.Call) -> ast.expr:
        function = node.func
        appended = appends(node)
        plain = self._is_untouched(function)
        site = 0 if plain else self._site(node, "call", text_of(function))
        if isinstance(function, ast.Attribute):
            _blame_method(node, function)
            function = self.visit_Attribute(function, called=True)
        else:
            function = self._expression(function)
        source = advanced(node)
        word = "call"
        if appended and self._is_own_list(appended.id):
            word = "call_own"
        elif source is not None and self._is_own_iterator(source):
            word = "call_local"
        node.func = function if plain else self._hook(word, node, site, function)
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

    def _look(self, node: ast.expr) -> ast.expr:
        """`node`, with a point after it is evaluated where it may be a shared container."""
        if not isinstance(node, (*_READS, ast.Call)):
            return self._expression(node)
        site = self._site(node, "look", text_of(node))
        return self._hook("look", node, site, self._expression(node))

    def _operands(self, left: ast.expr, right: ast.expr) -> tuple[ast.expr, ast.expr]:
        """The operands, with a point before an operation that reads what is in a container."""
        if not isinstance(left, (*_READS, ast.Call)):
            return self._expression(left), self._look(right)
        if _has_no_point(right) or suspends(right):
            return self._look(left), self._look(right)
        first = self._site(left, "first", text_of(left))
        both = self._site(right, "look", text_of(right))
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
        if isinstance(node.left, _LITERALS) or isinstance(first, _LITERALS):
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

    def visit_Yield(self, node: ast.Yield) -> ast.expr:
        if node.value is not None:
            node.value = self._expression(node.value)
        if not self.is_kept:
            return node
        return self._hook("resumed", node, self._site(node, "entry"), node)

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.expr:
        site = self._site(node, "iterate", text_of(node.value))
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

    def _each(self, iterable: ast.expr, loop: ast.AST, shared: str = "") -> ast.expr:
        site = self._site(iterable, "iterate", text_of(iterable), shared)
        blamed = loop if BLAMES_STATEMENT else iterable
        word = "each"
        if self._is_own_iterator(iterable):
            word = "each_local"
        elif shared:
            word = "each_shared"
        elif isinstance(iterable, ast.Name) and self._is_own_list(iterable.id):
            word = "each_own"
        return self._hook(word, blamed, site, self._expression(iterable))

    def _is_own_iterator(self, node: ast.expr) -> bool:
        if maker := iterates(node):
            return self.scope.owner(maker) is None
        if not isinstance(node, ast.Name):
            return False
        owner = self.scope.owner(node.id)
        return owner is not None and node.id in owner.own_iterators

    def _visit_comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    ) -> ast.expr:
        outer = self.scope
        for number, generator in enumerate(node.generators):
            self._in_scope(node)
            shared = [n for n in stored_names([generator.target]) if self._changes(n)]
            if number == 0:
                # Only the first iterable is evaluated outside.
                self.scope = outer
            if generator.is_async:
                generator.iter = self._expression(generator.iter)
            else:
                stores = "".join(shared[:1])
                if isinstance(node, ast.GeneratorExp) and self.facts.generators.keeps(node):
                    # Who takes from it meanwhile can tell.
                    stores = stores or "(generator)"
                generator.iter = self._each(generator.iter, node, stores)
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
