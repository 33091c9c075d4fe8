"""A program as a set of short hashes: alike for programs that do alike, whatever they call things.

What the hashes stand for is small: a statement and what is around it, a call and where it is made.
Names of the author's own, comments, annotations, texts, larger numbers and the order of methods
leave no trace; public functions and what is the standard library's keep their names. Nobody can
read a program from it, and the same program has the same sketch under every Python.
"""

from __future__ import annotations

import ast
import hashlib
import warnings
from collections.abc import Iterator, Sequence

Sketch = frozenset[str]

DIGITS = 6
"""The hexadecimal digits of one hash."""

# What learners may call by name and what says something about how they go about it.
_WORDS = """
threading queue time functools itertools contextlib concurrent futures multiprocessing weakref
collections contextvars asyncio sys gc copy random sleep monotonic perf_counter
Lock RLock Condition Event Semaphore BoundedSemaphore Barrier Thread Timer local daemon
current_thread get_ident active_count main_thread setswitchinterval getswitchinterval
acquire release locked wait wait_for notify notify_all set clear is_set start join is_alive
Queue SimpleQueue LifoQueue PriorityQueue Empty Full put get put_nowait get_nowait task_done
qsize empty full shutdown ThreadPoolExecutor ProcessPoolExecutor InterpreterPoolExecutor
submit map result exception done cancel as_completed add_done_callback set_result
set_exception set_running_or_notify_cancel Future Pool Process imap starmap apply apply_async
terminate close lru_cache cache cached_property partial wraps contextmanager ExitStack
enter_context nullcontext closing suppress deque OrderedDict defaultdict Counter namedtuple
ContextVar copy_context run reset append appendleft extend insert remove pop popleft popitem
update setdefault items keys values move_to_end index count sort reverse add discard copy
deepcopy ref finalize WeakSet WeakKeyDictionary WeakValueDictionary collect
int float str bytes bool list dict set frozenset tuple len sum min max sorted reversed range
enumerate zip map filter any all next iter id hash isinstance getattr setattr hasattr abs
open print repr type object super None True False
BaseException Exception RuntimeError ValueError TypeError KeyError IndexError StopIteration
TimeoutError OSError LookupError NotImplementedError
__init__ __enter__ __exit__ __iter__ __next__ __del__ __call__ __len__ __getitem__
"""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_UNORDERED = ("module", "class")
_TELLING = (None, False, True, 0, 1, 2)
_PLAIN = (type(None), bool, int)
_KNOWN = frozenset(_WORDS.split())
_ARGUMENTS = frozenset(("block", "blocking", "daemon", "max_workers", "timeout"))


def sketch(source: str) -> Sketch:
    """Returns the sketch of a program; an empty one of what is no Python, or has no function."""
    try:
        tree = _parsed(source)
        if not any(isinstance(node, _FUNCTIONS) for node in ast.walk(tree)):
            return frozenset()  # such as a list of texts, which all have the same traits
        _forget_names(tree)
        return frozenset(_hash(feature) for feature in _Features().of(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()


def library_names(source: str) -> frozenset[str]:
    """Returns what a program uses of Python's own, by name; nothing of what is no Python."""
    try:
        nodes = list(ast.walk(_parsed(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    names |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    names |= {node.arg for node in nodes if isinstance(node, ast.keyword) and node.arg}
    names |= {node.name for node in nodes if isinstance(node, ast.alias)}
    return frozenset(names & (_KNOWN | _ARGUMENTS))


def _parsed(source: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def packed(hashes: Sketch) -> str:
    """Returns a sketch as one word."""
    return "".join(sorted(hashes))


def unpacked(word: str) -> Sketch:
    """Returns the sketch that `packed` has made a word of."""
    return frozenset(word[at : at + DIGITS] for at in range(0, len(word), DIGITS))


def _hash(feature: str) -> str:
    return hashlib.sha256(feature.encode()).hexdigest()[:DIGITS]


class _Features:
    """Takes a program apart."""

    def of(self, tree: ast.Module) -> Iterator[str]:
        yield from self._block(tree.body, "module", ())

    def _block(
        self, body: Sequence[ast.stmt], where: str, around: tuple[str, ...]
    ) -> Iterator[str]:
        """Yields what a block has: each statement with what is around it, and each pair."""
        before = "begin"
        for statement in _return_at_once(list(_with_for_try(_without_docstring(body)))):
            label = self._label(statement)
            if where not in _UNORDERED:
                yield f"pair {where} {before} {label}"
            before = label
            yield from self._statement(statement, label, where, around)
        if where not in _UNORDERED:
            yield f"pair {where} {before} end"

    def _statement(
        self, statement: ast.stmt, label: str, where: str, around: tuple[str, ...]
    ) -> Iterator[str]:
        if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            nested = around or where not in ("module", "class")
            kind = "class" if isinstance(statement, ast.ClassDef) else "function"
            place = kind if nested or kind == "class" else f"function {_public(statement.name)}"
            yield f"{place} in {where}"
            for decorator in statement.decorator_list:
                yield f"decorator {_shape(decorator)}"
            yield from self._block(statement.body, place, ())
            return
        here = " ".join(around[-3:])
        yield f"statement {label} in {here}"
        yield f"statement {label} in {here} of {where}"
        inside = (*around, label)
        if isinstance(statement, ast.AugAssign):
            yield f"{_shape(ast.BinOp(statement.target, statement.op, statement.value))} in {label}"
        for expression in _expressions(statement):
            for node in ast.walk(expression):
                if isinstance(node, ast.Call):
                    yield f"call {_shape(node.func)} in {here or where.partition(' ')[0]}"
                    yield f"call {_shape(node.func)} in {label} of {where}"
                elif isinstance(node, ast.Lambda | ast.ListComp | ast.GeneratorExp | ast.DictComp):
                    yield f"{_shape(node)} in {here}"
                elif isinstance(node, ast.Compare | ast.BinOp | ast.Subscript | ast.IfExp):
                    yield f"{_shape(node)} in {label}"
        for name, block in _blocks(statement):
            yield from self._block(block, where, (*inside[:-1], f"{label}/{name}"))

    def _label(self, statement: ast.stmt) -> str:
        """Returns a statement in short: its kind, and the shape of what it is about."""
        kind = type(statement).__name__
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                return f"{kind} {_public(name)}"
            case ast.With(items=items):
                return f"{kind} {' '.join(_shape(item.context_expr) for item in items)}"
            case ast.If(test=test) | ast.While(test=test) | ast.Assert(test=test):
                return f"{kind} {_shape(test)}"
            case ast.For(iter=over):
                return f"{kind} {_shape(over)}"
            case ast.Assign(targets=targets, value=value):
                return f"Assign {' '.join(map(_shape, targets))} = {_shape(value)}"
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                return f"Assign {_shape(target)} = {_shape(value)}"
            case ast.AugAssign(target=target, op=op, value=value):
                return f"Assign {_shape(target)} = {_shape(ast.BinOp(target, op, value))}"
            case ast.Expr(value=value):
                return f"{kind} {_shape(value)}"
            case ast.Return(value=found) | ast.Raise(exc=found):
                return f"{kind} {_shape(found)}" if found else kind
            case ast.Try(handlers=handlers):
                caught = (_shape(one.type) if one.type else "all" for one in handlers)
                return f"{kind} {' '.join(caught)}"
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                return f"Import {' '.join(_known(alias.name) for alias in names)}"
        return kind


def _shape(node: ast.AST, depth: int = 3) -> str:
    """Returns an expression in short, as deep as `depth`."""
    if depth == 0:
        return "…"
    match node:
        case ast.Name(id=name):
            return "self" if name == "self" else _known(name)
        case ast.Attribute(value=value, attr=attr):
            return f"{_shape(value, depth - 1)}.{_known(attr)}"
        case ast.Call(func=func, args=args, keywords=keywords):
            given = [_shape(arg, depth - 2) if depth > 2 else "…" for arg in args]
            given += [f"{_known(word.arg or '**')}=" for word in keywords]
            return f"{_shape(func, depth)}({' '.join(given)})"
        case ast.Constant(value=value):
            return repr(value) if value in _TELLING and type(value) in _PLAIN else "constant"
        case ast.JoinedStr():
            return "constant"
    parts = [_shape(child, depth - 1) for child in ast.iter_child_nodes(node) if _tells(child)]
    return f"{type(node).__name__}[{' '.join(parts)}]"


def _tells(node: ast.AST) -> bool:
    return isinstance(node, ast.expr | ast.operator | ast.cmpop | ast.boolop | ast.unaryop)


def _known(name: str) -> str:
    return name if name in _KNOWN else "_"


def _public(name: str) -> str:
    return _known(name) if name.startswith("_") else name


def _forget_names(tree: ast.Module) -> None:
    """Takes their names from variables and attributes of the author's own."""
    nodes = list(ast.walk(tree))
    own = {node.id for node in nodes if isinstance(node, ast.Name) and _stored(node)}
    own |= {node.arg for node in nodes if isinstance(node, ast.arg)} - {"self"}
    kept = {node.attr for node in nodes if isinstance(node, ast.Attribute) and _stored(node)}
    # One name stays the same all through the program, so that `x = …`, `return x` can be seen.
    numbers = {name: f"_{number}" for number, name in enumerate(sorted(own))}
    for node in nodes:
        if isinstance(node, ast.Name):
            node.id = numbers.get(node.id, node.id)
        elif isinstance(node, ast.Attribute) and node.attr in kept and _of_self(node):
            node.attr = "_"


def _of_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "self"


def _stored(node: ast.Name | ast.Attribute) -> bool:
    return isinstance(node.ctx, ast.Store)


def _expressions(statement: ast.stmt) -> Iterator[ast.expr]:
    """Yields the expressions of a statement itself, without those of the blocks in it."""
    for name, value in ast.iter_fields(statement):
        if name == "annotation":
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, ast.expr):
                yield item
            elif isinstance(item, ast.withitem):
                yield item.context_expr


def _blocks(statement: ast.stmt) -> Iterator[tuple[str, Sequence[ast.stmt]]]:
    for name in ("body", "orelse", "finalbody"):
        block = getattr(statement, name, None)
        if block:
            yield name, block
    for handler in getattr(statement, "handlers", ()):
        yield "except", handler.body
    for case in getattr(statement, "cases", ()):
        yield "case", case.body


def _without_docstring(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Leaves out texts that stand by themselves and do nothing."""
    return [
        statement
        for statement in body
        if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
    ]


def _with_for_try(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Yields the statements; `x.acquire()`, `try: … finally: x.release()` as `with x: …`."""
    statements = list(body)
    while statements:
        first = statements.pop(0)
        lock = _receiver(first, "acquire")
        if lock is not None and statements:
            match statements[0]:
                case ast.Try(body=inner, handlers=[], orelse=[], finalbody=[last]):
                    freed = _receiver(last, "release")
                    if freed is not None and ast.dump(lock) == ast.dump(freed):
                        statements.pop(0)
                        yield ast.With(items=[ast.withitem(context_expr=lock)], body=inner)
                        continue
        yield first


def _return_at_once(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Yields the statements; `x = …`, `return x` as `return …`."""
    statements = list(body)
    while statements:
        match statements:
            case [
                ast.Assign(targets=[ast.Name(id=kept)], value=value),
                ast.Return(value=ast.Name(id=given)),
                *_,
            ] if kept == given:
                statements[:2] = [ast.Return(value=value)]
        yield statements.pop(0)


def _receiver(statement: ast.stmt, method: str) -> ast.expr | None:
    """Returns `x` of a statement `x.method()`."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=x, attr=attr), args=[], keywords=[])):
            return x if attr == method else None
    return None
