"""From source text to code objects with hooks in place.

A rewritten module calls its hooks by placeholder constants. `bind` swaps these
for the functions of one build (lean for the search, recording for the replay
that is shown), so both builds have the same points and no name of ours can be
seen from the program.
"""

from __future__ import annotations

import ast
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

from grader.engine.errors import DojoError
from grader.engine.rewrite.facts import Facts
from grader.engine.rewrite.handovers import Handovers
from grader.engine.rewrite.points import PLACEHOLDER
from grader.engine.rewrite.sites import NOWHERE, Site
from grader.engine.rewrite.statements import Statements

Hooks = Mapping[str, Callable[..., Any]]

DEEPEST = 1000
"""Levels of its syntax tree that a source may have."""

TOO_DEEP = f"this is nested more than {DEEPEST:,} levels deep; write it in smaller parts"


@dataclass(frozen=True, slots=True)
class Source:
    """A module of the program: its name, the file shown to people, its text."""

    name: str
    file: str
    text: str


def parse(source: Source) -> ast.Module:
    """Parses a source.

    Raises:
        DojoError: it is not valid Python; says where.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source.text, source.file, "exec", dont_inherit=True)
        tree = _tree(source)
    except SyntaxError as error:
        reason = error.msg or "invalid syntax"
        raise DojoError(f"this is not valid Python: {reason}", source.file, error.lineno) from None
    except (RecursionError, MemoryError):
        raise DojoError(TOO_DEEP, source.file) from None
    except ValueError as error:
        raise DojoError(f"this cannot be compiled: {error}", source.file) from None
    if (line := nested_too_deeply(tree)) is not None:
        raise DojoError(TOO_DEEP, source.file, line)
    return tree


def _tree(source: Source) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source.text, source.file)


def nested_too_deeply(tree: ast.Module) -> int | None:
    """Returns the line of code that is deeper than `DEEPEST`; None if there is none.

    Python has a limit, too: a higher one, of which each version has another.
    """
    level: list[tuple[ast.AST, int]] = [(tree, 1)]
    for _ in range(DEEPEST):
        level = [
            (child, getattr(child, "lineno", line))
            for node, line in level
            for child in ast.iter_child_nodes(node)
        ]
        if not level:
            return None
    return level[0][1]


class Rewritten:
    """The sources of one program, rewritten together. Nothing in it changes any more.

    Args:
        sources: its modules.
        gil: with the points of the `gil` model instead of those of `anywhere` alone.

    Attributes:
        sites: every scheduling point; a site's number is its index, 0 is unused.
        facts: what the program can write.
        code: module name to its code, with placeholders.
    """

    def __init__(self, sources: Sequence[Source], gil: bool = False) -> None:
        trees = {source.name: parse(source) for source in sources}
        self.sites: list[Site] = [NOWHERE]
        self.files = {source.file for source in sources}
        self.trees = {source.name: _tree(source) for source in sources}
        self.code: dict[str, CodeType] = {}
        names = frozenset(trees)
        kind = Handovers if gil else Statements
        with _deep_recursion():
            self.facts = Facts(trees.values())
            for source in sources:
                tree = trees[source.name]
                points = kind(source.text, source.file, tree, self.facts, self.sites, names)
                tree.body = points.module_body(tree)
                self.code[source.name] = _compile(tree, source.file)

    def bind(self, name: str, hooks: Hooks) -> CodeType:
        """Returns the code of module `name` that calls `hooks`."""
        return _bind(self.code[name], hooks)


@lru_cache(maxsize=8)
def rewritten(sources: tuple[Source, ...], gil: bool) -> Rewritten:
    """Returns what `Rewritten` makes: a program is often explored again with other arguments."""
    return Rewritten(sources, gil)


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """Lets the visitors go as deep as the source that Python itself has compiled."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(before * 30)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _compile(tree: ast.Module, file: str) -> CodeType:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return compile(tree, file, "exec", dont_inherit=True)
    except (RecursionError, MemoryError, SyntaxError) as error:
        raise DojoError(f"this is nested too deeply: {error}", file) from None


def _bind(code: CodeType, hooks: Hooks) -> CodeType:
    constants: list[Any] = []
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            constants.append(_bind(constant, hooks))
        elif isinstance(constant, str) and constant.startswith(PLACEHOLDER):
            constants.append(hooks[constant.removeprefix(PLACEHOLDER)])
        else:
            constants.append(constant)
    return code.replace(co_consts=tuple(constants))
