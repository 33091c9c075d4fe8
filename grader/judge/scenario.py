"""`@scenario`: a closed function, whose source alone goes to the worker."""

from __future__ import annotations
import __future__

import ast
import builtins
import dis
import functools
import linecache
import sys
import textwrap
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from types import CodeType, FunctionType
from typing import Generic, ParamSpec, TypeVar

from grader.engine import ScenarioSource
from grader.engine.errors import DojoError

VOCABULARY = ("attempt", "record", "repeat", "together", "meet", "square", "whereabouts")
"""The names of `grader` that a scenario may use; the last three in `run_for_real` only."""

_BUILTINS = frozenset(dir(builtins))

P = ParamSpec("P")
R = TypeVar("R")


class Scenario(Generic[P, R]):
    """A function marked as a scenario; calling it is calling the function.

    Attributes:
        function: the function itself.
    """

    def __init__(self, function: Callable[P, R]) -> None:
        functools.update_wrapper(self, function)
        self.function = function

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.function(*args, **kwargs)

    @property
    def name(self) -> str:
        return self.function.__name__

    @cached_property
    def source(self) -> ScenarioSource:
        """What goes to the worker.

        Raises:
            DojoError: the function isn't closed, or its source can't be read.
        """
        return _source_of(self.function)


def scenario(function: Callable[P, R]) -> Scenario[P, R]:
    """Marks a function as a scenario: what threads do with a submission.

    A scenario is closed. Besides its parameters it uses builtins, the standard
    library (imported in the function or at the top of its file) and `together`,
    `repeat`, `attempt` and `record`; it returns plain data and expects nothing.
    """
    return Scenario(function)


def shown(path: Path | str) -> str:
    """Returns a path as people read it: from the current folder, where it lies in there."""
    try:
        return str(Path(path).resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def _source_of(function: Callable[..., object]) -> ScenarioSource:
    if not isinstance(function, FunctionType):
        raise DojoError(f"@scenario marks functions, and {function!r} is none")
    file, first = function.__code__.co_filename, function.__code__.co_firstlineno
    linecache.checkcache(file)
    return _read(tuple(linecache.getlines(file)), file, function.__name__, first)


@functools.lru_cache(maxsize=256)  # a suite is loaded once for each property that is judged
def _read(lines: tuple[str, ...], file: str, function: str, first: int) -> ScenarioSource:
    try:
        module = _parse("".join(lines))
        node = _find(module, function, first)
    except (SyntaxError, LookupError):
        raise DojoError(
            f"the source of the scenario `{function}` can't be read; "
            "define it with `def` in a file",
            shown(file),
            first,
        ) from None
    text = textwrap.dedent("".join(lines[node.lineno - 1 : node.end_lineno]))
    imported, vocabulary = _imports(module)
    used = ["from __future__ import annotations"] if _is_annotated(node) else []
    for name, line in _free_names(text, file, node.lineno):
        if name in imported:
            used += imported[name]
        elif name not in vocabulary | _BUILTINS | {node.name}:
            raise DojoError(
                f"the scenario `{node.name}` uses `{name}`, and a scenario is closed: make it a "
                "parameter, or use builtins, the standard library, "
                "together, repeat, attempt and record",
                shown(file),
                line,
            )
    return ScenarioSource(
        name=node.name,
        file=Path(file).name,
        line=node.lineno,
        text=text,
        imports=tuple(dict.fromkeys(used)),
    )


_parse = functools.lru_cache(maxsize=2)(ast.parse)  # once for all the scenarios of a suite


def _find(module: ast.Module, name: str, first: int) -> ast.FunctionDef:
    for node in ast.walk(module):
        if (
            isinstance(node, ast.FunctionDef)
            and node.name == name
            and first == min([node.lineno, *(d.lineno for d in node.decorator_list)])
        ):
            return node
    raise LookupError(name)


def _is_annotated(function: ast.FunctionDef) -> bool:
    kinds = ("annotation", "returns")
    return any(getattr(node, kind, None) for node in ast.walk(function) for kind in kinds)


def _imports(module: ast.Module) -> tuple[dict[str, list[str]], set[str]]:
    """Returns names to lines that import them from the standard library, and our vocabulary."""
    imported: dict[str, list[str]] = {}
    vocabulary = set()
    for node in module.body:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if _is_standard(alias.name):
                    name = alias.asname or alias.name.partition(".")[0]
                    imported.setdefault(name, []).append(f"import {_spelt(alias)}")
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                name = alias.asname or alias.name
                if node.module.partition(".")[0] == "grader":
                    if alias.name in VOCABULARY and name == alias.name:
                        vocabulary.add(name)
                elif _is_standard(node.module) and node.module != "__future__":
                    line = f"from {node.module} import {_spelt(alias)}"
                    imported.setdefault(name, []).append(line)
    return imported, vocabulary


def _spelt(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name


def _is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def _free_names(text: str, file: str, line: int) -> Iterator[tuple[str, int]]:
    """Yields the names, with lines, that the function takes from outside.

    The compiler itself tells: it knows every scope there is. Annotations are
    left out, since they are never evaluated.
    """
    flags = __future__.annotations.compiler_flag
    code = compile("\n" * (line - 1) + text, file, "exec", flags, dont_inherit=True)
    yield from _taken(code, line)


def _taken(code: CodeType, line: int) -> Iterator[tuple[str, int]]:
    instructions = list(dis.get_instructions(code))
    own = {i.argval for i in instructions if i.opname == "STORE_NAME"}
    for instruction in instructions:
        if instruction.positions and instruction.positions.lineno:
            line = instruction.positions.lineno
        name = str(instruction.argval)
        match instruction.opname:
            case "LOAD_GLOBAL" | "LOAD_NAME" | "LOAD_FROM_DICT_OR_GLOBALS" if name not in own:
                yield name, line
            case "STORE_GLOBAL":
                yield name, line
            case "IMPORT_NAME" if not _is_standard(name):
                yield name, line
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _taken(constant, line)
