"""The gate: reads a submission and says, before anything runs, what can't be accepted.

The judge never imports a submission. It reads the file itself, once, and what it
has read is what the worker gets.
"""

from __future__ import annotations

import ast
import codecs
import os
import re
import stat
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.engine import Source
from grader.engine.rewrite import TOO_DEEP, nested_too_deeply
from grader.judge.gate.library_names import LibraryNames, TangledError
from grader.judge.gate.permitted import CODECS, is_fine
from grader.judge.gate.source_rules import Page

LARGEST = 256 * 1024
"""The most bytes that a source file may have."""

_CODING = re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


class RejectedError(Exception):
    """A submission that isn't run; `sentence` tells its author why."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line


@dataclass(frozen=True)
class Submission:
    """What passed the gate: a module, and those beside it that it imports."""

    module: Source
    siblings: tuple[Source, ...]


def read_submission(path: Path, name: str, imports: frozenset[str]) -> Submission:
    """Reads a submission and the files beside it that it imports.

    Args:
        path: the file.
        name: the name that its module shall have.
        imports: modules that it may import besides `ALWAYS_FINE`.

    Raises:
        RejectedError: it can't be accepted; the sentence says where and why.
    """
    module = Source(name=name, file=path.name, text=_read(path))
    siblings: dict[str, Source] = {}
    pages: list[tuple[Source, Page]] = []
    waiting = [module]
    while waiting:
        source = waiting.pop()
        tree = _parse(source)
        pages.append((source, Page(tree)))
        for sibling in _siblings(source, tree, path.parent, imports, name):
            if sibling not in siblings and sibling != path.stem:
                file = path.parent / f"{sibling}.py"
                siblings[sibling] = Source(name=sibling, file=file.name, text=_read(file))
                waiting.append(siblings[sibling])
    _check(pages, imports)
    return Submission(module, tuple(siblings[key] for key in sorted(siblings)))


def _read(path: Path) -> str:
    content = _read_bytes(path)
    if len(content) > LARGEST:
        raise RejectedError(f"{path.name} is larger than {LARGEST // 1024} KiB")
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise RejectedError(f"{path.name}, line {line}: a NUL byte, so this is no Python", line)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise RejectedError(
            f"{path.name}, line {line}: not UTF-8; save the file as UTF-8", line
        ) from None


def _read_bytes(path: Path) -> bytes:
    """Reads at most one byte more than a source may have, from an ordinary file only."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        raise RejectedError(f"there is no {path.name}") from None
    except OSError as error:
        if path.is_symlink():
            raise RejectedError(f"{path.name} is a link; hand in the file itself") from None
        raise RejectedError(f"{path.name} can't be read: {error.strerror}") from None
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise RejectedError(f"{path.name} is no ordinary file")
    with open(fd, "rb") as file:
        return file.read(LARGEST + 1)


def _check(pages: Sequence[tuple[Source, Page]], imports: frozenset[str]) -> None:
    """Holds every page against the rules."""
    own = {source.name: page.scope for source, page in pages}
    listed = ", ".join(sorted(imports)) or "none"
    for source, page in pages:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of names that the library will drop
                breach = page.first_breach(LibraryNames(imports, own), listed)
        except TangledError:
            raise RejectedError(f"{source.file} is too tangled to be checked") from None
        if breach is not None:
            where = f"{source.file}, line {breach.line}: "
            raise RejectedError(where + breach.sentence, breach.line)


def _siblings(
    source: Source, tree: ast.Module, folder: Path, imports: frozenset[str], own: str
) -> list[str]:
    """Returns the names of the siblings that `source` imports."""
    siblings = []
    for node, module, names in _imports(tree):
        where = f"{source.file}, line {node.lineno}: "
        if module is None:
            sentence = where + "write `import name`, without the dot, for a file beside this one"
            raise RejectedError(sentence, node.lineno)
        root = module.partition(".")[0]
        beside = folder / f"{root}.py"
        if beside.is_file() and root in sys.stdlib_module_names:
            sentence = where + f"{beside.name} beside it hides Python's own `{root}`; rename it"
            raise RejectedError(sentence, node.lineno)
        if all(is_fine(name, imports | {own}) for name in names):
            continue
        if beside.is_file() and not root.startswith("test_") and root != "conftest":
            siblings.append(root)
            continue
        listed = ", ".join(sorted(imports)) or "none"
        sentence = where + f"`{module}` is not among this kata's imports: {listed}"
        raise RejectedError(sentence, node.lineno)
    return siblings


def _parse(source: Source) -> ast.Module:
    _check_encoding(source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source.text, source.file)
    except SyntaxError as error:
        line = error.lineno or 1
        sentence = f"{source.file}, line {line}: Python can't read this: {error.msg}"
        raise RejectedError(sentence, line) from None
    except (RecursionError, MemoryError, ValueError):
        raise RejectedError(f"{source.file}: {TOO_DEEP}") from None
    if (deep := nested_too_deeply(tree)) is not None:
        raise RejectedError(f"{source.file}, line {deep}: {TOO_DEEP}", deep)
    return tree


def _check_encoding(source: Source) -> None:
    """Refuses a source that Python itself, going by its coding line, would read otherwise."""
    for number, line in enumerate(source.text.split("\n", 2)[:2], 1):
        declared = _CODING.match(line)
        if declared:
            try:
                codec = codecs.lookup(declared[1]).name
            except LookupError:
                codec = ""
            if codec not in CODECS:
                sentence = f"{source.file}, line {number}: it is read as UTF-8, not as "
                raise RejectedError(f"{sentence}`{declared[1]}`; leave this line out", number)
            return
        if line.strip() and not line.lstrip().startswith("#"):
            return


def _imports(
    tree: ast.Module,
) -> Iterator[tuple[ast.Import | ast.ImportFrom, str | None, list[str]]]:
    """Yields each import with its module (None for a relative one) and all that it may load."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name, [alias.name]
        elif isinstance(node, ast.ImportFrom):
            if node.level or not node.module:
                yield node, None, []
            else:
                yield node, node.module, [f"{node.module}.{alias.name}" for alias in node.names]
