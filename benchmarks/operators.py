"""The mistakes that `mutations` makes: what may go wrong with a lock, a wait, a thread, a copy."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

_LOCKS = ("Lock", "RLock")
_SIGNALS = ("notify", "notify_all", "set", "task_done", "join", "shutdown", "close")
_COPIES = ("dict", "list", "tuple", "set", "sorted")

Blocks = Iterator[list[ast.stmt]]


def drop_with(node: ast.stmt) -> Blocks:
    """A `with` without one of its items, and without itself if there was but one."""
    if isinstance(node, ast.With):
        for index, item in enumerate(node.items):
            rest = node.items[:index] + node.items[index + 1 :]
            bound: list[ast.stmt] = []
            if item.optional_vars is not None:
                bound = [ast.Assign([item.optional_vars], item.context_expr)]
            yield [*bound, *([ast.With(rest, node.body)] if rest else node.body)]


def first_line_out(node: ast.stmt) -> Blocks:
    """The first line of a `with` before it."""
    if isinstance(node, ast.With) and len(node.body) > 1 and _binds_nothing(node):
        yield [node.body[0], ast.With(node.items, node.body[1:])]


def last_line_out(node: ast.stmt) -> Blocks:
    """The last line of a `with` after it."""
    if isinstance(node, ast.With) and len(node.body) > 1:
        yield [ast.With(node.items, node.body[:-1]), node.body[-1]]


def next_line_in(node: ast.stmt, after: ast.stmt) -> Blocks:
    """The line after a `with` in it."""
    if isinstance(node, ast.With) and not isinstance(after, ast.With):
        yield [ast.With(node.items, [*node.body, after])]


def previous_line_in(before: ast.stmt, node: ast.stmt) -> Blocks:
    """The line before a `with` in it."""
    plain = not isinstance(before, ast.With | ast.FunctionDef) and not _is_docstring(before)
    if isinstance(node, ast.With) and plain and not _names_of(node) & _bound_by(before):
        yield [ast.With(node.items, [before, *node.body])]


def split_with(node: ast.stmt) -> Blocks:
    """The lock given back, and taken again, between two lines."""
    if isinstance(node, ast.With) and _binds_nothing(node):
        for index in range(1, len(node.body)):
            head, tail = node.body[:index], node.body[index:]
            yield [ast.With(node.items, head), ast.With(node.items, tail)]


def swap_locks(node: ast.stmt) -> Blocks:
    """The locks of two nested `with` in the other order."""
    if isinstance(node, ast.With):
        for index in range(1, len(node.items)):
            items = list(node.items)
            items[index - 1 : index + 1] = items[index], items[index - 1]
            yield [ast.With(items, node.body)]
        inner = node.body[0]
        if isinstance(inner, ast.With) and len(node.body) == 1:
            yield [ast.With(inner.items, [ast.With(node.items, inner.body)])]


def swap_withs(node: ast.stmt, after: ast.stmt) -> Blocks:
    """Two `with` that follow each other in the other order."""
    if isinstance(node, ast.With) and isinstance(after, ast.With):
        yield [after, node]


def lock_per_call(node: ast.stmt) -> Blocks:
    """A lock of the call's own instead of the shared one."""
    if isinstance(node, ast.With):
        for index, item in enumerate(node.items):
            if isinstance(item.context_expr, ast.Name | ast.Attribute) and not item.optional_vars:
                items = list(node.items)
                items[index] = ast.withitem(_expression("threading.Lock()"))
                yield [ast.With(items, node.body)]


def acquire_and_release(node: ast.stmt) -> Blocks:
    """`acquire()` and `release()` for a `with`: an exception in between keeps the lock."""
    risky = (ast.Call, ast.Subscript, ast.Raise)
    if isinstance(node, ast.With) and len(node.items) == 1 and _binds_nothing(node):
        lock = node.items[0].context_expr
        inside = [part for line in node.body for part in ast.walk(line)]
        if isinstance(lock, ast.Name | ast.Attribute) and any(isinstance(n, risky) for n in inside):
            release = _statement(f"{ast.unparse(lock)}.release()")
            body = [copy.deepcopy(line) for line in node.body]
            body = [part for line in body for part in _released(line, release)]
            ends = [] if isinstance(node.body[-1], ast.Return) else [release]
            yield [_statement(f"{ast.unparse(lock)}.acquire()"), *body, *ends]


def while_to_if(node: ast.stmt) -> Blocks:
    """A condition that is asked only once before or after a wait."""
    if isinstance(node, ast.While) and _calls(node, "wait"):
        yield [ast.If(node.test, node.body, [])]
    call = node.value if isinstance(node, ast.Expr) else None
    if isinstance(call, ast.Call) and _method(call) == "wait_for" and call.args:
        asked = call.args[0]
        test = asked.body if isinstance(asked, ast.Lambda) else ast.Call(asked, [], [])
        assert isinstance(call.func, ast.Attribute)
        wait = _statement(f"{ast.unparse(call.func.value)}.wait()")
        yield [ast.If(ast.UnaryOp(ast.Not(), test), [wait], [])]


def notify_one(node: ast.stmt) -> Blocks:
    """One thread woken instead of all."""
    call = node.value if isinstance(node, ast.Expr) else None
    if isinstance(call, ast.Call) and _method(call) == "notify_all":
        assert isinstance(call.func, ast.Attribute)
        yield [_statement(f"{ast.unparse(call.func.value)}.notify()")]


def drop_call(node: ast.stmt) -> Blocks:
    """A signal, or a wait for an end, left out."""
    call = node.value if isinstance(node, ast.Expr) else None
    if isinstance(call, ast.Call) and _method(call) in _SIGNALS:
        yield []


def drop_finally(node: ast.stmt) -> Blocks:
    """A `finally` whose lines are left out, and one whose lines an exception skips."""
    if isinstance(node, ast.Try) and node.finalbody:
        kept: list[ast.stmt] = node.body
        if node.handlers:
            kept = [ast.Try(node.body, node.handlers, node.orelse, [])]
        yield kept
        if not any(isinstance(part, ast.Return) for line in kept for part in ast.walk(line)):
            yield [*kept, *node.finalbody]
        else:
            finals = node.finalbody
            yield [part for line in copy.deepcopy(kept) for part in _released(line, *finals)]


def drop_except(node: ast.stmt) -> Blocks:
    """An exception that nobody catches."""
    if isinstance(node, ast.Try) and node.handlers:
        yield [ast.Try(node.body, [], [], node.finalbody)] if node.finalbody else node.body


def join_at_once(node: ast.stmt) -> Blocks:
    """Each thread waited for before the next one starts."""
    if isinstance(node, ast.For) and _calls(node, "start") and isinstance(node.target, ast.Name):
        yield [
            ast.For(
                node.target, node.iter, [*node.body, _statement(f"{node.target.id}.join()")], []
            )
        ]


def plain_lock(node: ast.expr) -> Iterator[ast.expr]:
    """A lock that its own holder cannot take again."""
    if isinstance(node, ast.Call) and _method(node) == "RLock":
        yield _expression("threading.Lock()")


def lock_per_thread(node: ast.expr) -> Iterator[ast.expr]:
    """A lock for each thread: it keeps nobody out."""
    if isinstance(node, ast.Call) and _method(node) in _LOCKS:
        made = "threading.local"
        enter = "lambda self: None"
        leave = "lambda self, *error: None"
        yield _expression(f"type('L', ({made},), dict(__enter__={enter}, __exit__={leave}))()")


def drop_keyword(node: ast.expr) -> Iterator[ast.expr]:
    """`daemon`, `timeout` or `max_workers` left at its default."""
    if isinstance(node, ast.Call):
        for index, keyword in enumerate(node.keywords):
            if keyword.arg in ("daemon", "timeout", "max_workers"):
                rest = node.keywords[:index] + node.keywords[index + 1 :]
                yield ast.Call(node.func, node.args, rest)


def drop_copy(node: ast.expr) -> Iterator[ast.expr]:
    """The shared thing itself instead of a copy."""
    if isinstance(node, ast.Call) and not node.keywords:
        if isinstance(node.func, ast.Name) and node.func.id in _COPIES and len(node.args) == 1:
            if isinstance(node.args[0], ast.Name | ast.Attribute):
                yield node.args[0]
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "copy" and not node.args:
            yield node.func.value


def drop_condition(node: ast.expr) -> Iterator[ast.expr]:
    """One part of an `and` or an `or` left out."""
    if isinstance(node, ast.BoolOp):
        for index in range(len(node.values)):
            rest = node.values[:index] + node.values[index + 1 :]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


OF_ONE: tuple[Callable[[ast.stmt], Blocks], ...] = (
    drop_with,
    first_line_out,
    last_line_out,
    split_with,
    swap_locks,
    lock_per_call,
    acquire_and_release,
    while_to_if,
    notify_one,
    drop_call,
    drop_finally,
    drop_except,
    join_at_once,
)
OF_TWO: tuple[Callable[[ast.stmt, ast.stmt], Blocks], ...] = (
    next_line_in,
    previous_line_in,
    swap_withs,
)
OF_EXPRESSIONS: tuple[Callable[[ast.expr], Iterator[ast.expr]], ...] = (
    plain_lock,
    lock_per_thread,
    drop_keyword,
    drop_copy,
    drop_condition,
)


def _released(line: ast.stmt, *last: ast.stmt) -> list[ast.stmt]:
    """Returns a line whose every `return` does `last` before it; its value is made first."""
    if isinstance(line, ast.Return):
        if line.value is None:
            return [*last, line]
        return [
            ast.Assign([ast.Name("_result", ast.Store())], line.value),
            *last,
            _statement("return _result"),
        ]
    for field in ("body", "orelse", "finalbody"):
        inner = getattr(line, field, None)
        if inner and not isinstance(line, ast.FunctionDef):
            setattr(line, field, [part for one in inner for part in _released(one, *last)])
    return [line]


def _binds_nothing(node: ast.With) -> bool:
    return all(item.optional_vars is None for item in node.items)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _names_of(node: ast.With) -> set[str]:
    parts = [part for item in node.items for part in ast.walk(item.context_expr)]
    return {part.id for part in parts if isinstance(part, ast.Name)}


def _bound_by(node: ast.stmt) -> set[str]:
    stored = [n for n in ast.walk(node) if isinstance(n, ast.Name)]
    return {n.id for n in stored if isinstance(n.ctx, ast.Store)}


def _calls(node: ast.AST, method: str) -> bool:
    return any(isinstance(n, ast.Call) and _method(n) == method for n in ast.walk(node))


def _method(call: ast.Call) -> str:
    func = call.func
    return func.attr if isinstance(func, ast.Attribute) else ""


def _statement(text: str) -> ast.stmt:
    return ast.parse(text).body[0]


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body
