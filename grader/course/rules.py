"""What every kata's files must be, told without running any of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.kata_file import read_text
from grader.course.new import FILL_IN
from grader.engine.errors import DojoError
from grader.judge.suite import read_cases
from grader.judge.verdict import CAUSES

POINTS = 100
HINT = "# Hint: "
HINT_AT_MOST = 160


@dataclass(frozen=True)
class Finding:
    """Something that keeps a course from being proved.

    Attributes:
        kata: the kata's name; "" for the whole course.
        file: the file, below the course's root.
        line: the line in it, where one is to blame.
        sentence: what is wrong and what to do.
    """

    kata: str
    file: str
    line: int | None
    sentence: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.sentence}"


class Rules:
    """Checks the files of one kata."""

    def __init__(self, course: Course, kata: Kata) -> None:
        self._course = course
        self._kata = kata

    def finding(self, path: Path, sentence: str, line: int | None = None) -> Finding:
        return Finding(self._kata.name, below(self._course, path), line, sentence)

    def findings(self) -> Iterator[Finding]:
        """Yields what is wrong with the files; where this yields nothing, the kata can be run."""
        kata, private = self._kata, self._kata.own_private
        try:
            points = sum(item.points for item in kata.properties)
        except DojoError as error:
            yield self.finding(kata.metadata, error.sentence, error.line)
            return
        if points != POINTS:
            sentence = f"the points of the properties sum to {points}; make it {POINTS}"
            yield self.finding(kata.metadata, sentence)
        reference, hidden = private / f"{kata.name}.py", private / "test_hidden.py"
        needed = (kata.stub, kata.visible, reference, hidden)
        missing = [path for path in needed if not path.is_file()]
        for path in missing:
            yield self.finding(path, "this file is missing; a kata needs it")
        pinned = f"run `dojo course pin {kata.name}`"
        for path in (kata.pristine, private / "cases.json"):
            if not path.is_file():
                yield self.finding(path, f"this file is missing; {pinned}")
        try:
            yield from self._submissions()
            yield from self._unfilled()
            if not missing:
                yield from self._suites(hidden)
                yield from self._cases(hidden, private / "cases.json", pinned)
                if kata.pristine.is_file():
                    yield from self._signatures(kata.pristine, reference)
        except DojoError as error:
            yield self.finding(Path(error.file or kata.folder), error.sentence, error.line)

    def _submissions(self) -> Iterator[Finding]:
        kata, private = self._kata, self._kata.own_private
        groups = (
            ("also", kata.also, self._course.also_at_least, "other right submissions"),
            ("wrong", [path for _, path in kata.wrong], self._course.wrong_at_least, "wrong ones"),
        )
        for name, paths, least, what in groups:
            if len(paths) < least:
                sentence = f"{len(paths)} {what}; a kata needs {least}"
                yield self.finding(private / name, sentence)
        for cause, path in kata.wrong:
            if cause not in CAUSES:
                sentence = f"no cause is called {cause!r}; there are: {', '.join(CAUSES)}"
                yield self.finding(path.parent, sentence)
            text = read_text(path)
            if not first_line(path):
                sentence = (
                    "begin the first line with a comment or docstring that says what is wrong"
                )
                yield self.finding(path, sentence, 1)
            hint = hint_of(text)
            if not hint:
                sentence = f"begin the second line with `{HINT}` and a sentence for whoever does so"
                yield self.finding(path, sentence, 2)
            elif len(hint) > HINT_AT_MOST:
                sentence = f"this hint has {len(hint)} characters; {HINT_AT_MOST} at most"
                yield self.finding(path, sentence, 2)

    def _unfilled(self) -> Iterator[Finding]:
        for path in sorted(self._kata.files - {self._kata.pristine}):
            if not path.is_file():
                continue
            for number, line in enumerate(read_text(path).splitlines(), 1):
                if FILL_IN in line:
                    yield self.finding(path, f"this still says {FILL_IN}", number)
                    break

    def _suites(self, hidden: Path) -> Iterator[Finding]:
        kata = self._kata
        names = {f"test_{item.name}" for item in kata.properties}
        tests = {path: tests_of(path) for path in (kata.visible, hidden)}
        for path, found in tests.items():
            for test, node in found.items():
                if test not in names:
                    sentence = f"no property in kata.toml is called {test.removeprefix('test_')!r}"
                    yield self.finding(path, sentence, node.lineno)
        for name in sorted(names - {test for found in tests.values() for test in found}):
            sentence = f"property {name.removeprefix('test_')!r} has no test; write {name}()"
            yield self.finding(kata.metadata, sentence)

    def _cases(self, hidden: Path, path: Path, pinned: str) -> Iterator[Finding]:
        if not path.is_file():
            return
        given = {test: node for test, node in tests_of(hidden).items() if is_given(node)}
        try:
            cases = read_cases(path)
        except DojoError as error:
            yield self.finding(path, error.sentence)
            return
        for test in sorted(cases.keys() - given.keys()):
            yield self.finding(path, f"cases for {test}, which draws none; {pinned}")
        for test, node in sorted(given.items()):
            drawn = cases.get(test, [])
            names = {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}
            if not drawn:
                yield self.finding(path, f"no cases for {test}; {pinned}")
            elif any(set(case) != names for case in drawn):
                yield self.finding(path, f"cases for {test} with other parameters; {pinned}")

    def _signatures(self, pristine: Path, reference: Path) -> Iterator[Finding]:
        ours, theirs = signatures(pristine), signatures(reference)
        for name in sorted(ours.keys() | theirs.keys()):
            if name not in theirs:
                yield self.finding(reference, f"{name} is missing; the stub has it")
            elif name not in ours:
                yield self.finding(reference, f"{name} is not in the stub; begin its name with _")
            elif ours[name] != theirs[name]:
                sentence = f"{name} is {theirs[name]!r} here and {ours[name]!r} in the stub"
                yield self.finding(reference, sentence)


def hint_of(text: str) -> str:
    """Returns the hint for whoever makes the mistake that `text` makes; "" if it has none."""
    second = text.partition("\n")[2].partition("\n")[0]
    return second.removeprefix(HINT).strip() if second.startswith(HINT) else ""


def below(course: Course, path: Path) -> str:
    """Returns the path below the course's root, the same on every machine."""
    try:
        return path.resolve().relative_to(course.root).as_posix()
    except ValueError:
        return path.as_posix()


def first_line(path: Path) -> str:
    """Returns what a submission's first line says: a comment or docstring; "" if it is neither."""
    first = read_text(path).partition("\n")[0]
    return first.strip("#'\" ") if first.startswith(("#", '"""', "'''")) else ""


def tests_of(path: Path) -> dict[str, ast.FunctionDef]:
    """Returns the tests of a suite by name."""
    body = _parse(path).body
    functions = [node for node in body if isinstance(node, ast.FunctionDef)]
    return {node.name: node for node in functions if node.name.startswith("test_")}


def is_given(node: ast.FunctionDef) -> bool:
    """Whether a test draws its cases with Hypothesis."""
    calls = [d.func for d in node.decorator_list if isinstance(d, ast.Call)]
    names = {f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in calls}
    return "given" in names


def signatures(path: Path) -> dict[str, str]:
    """Returns the public functions, classes, methods and fields of a module, as text by name.

    Annotations don't count: they promise nothing to a caller at run time.

    Raises:
        DojoError: the file has a syntax error.
    """
    return dict(_signatures(_parse(path).body, ""))


def _signatures(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, str]]:
    for node in body:
        name = getattr(node, "name", "")
        if isinstance(node, ast.AnnAssign) and prefix and isinstance(node.target, ast.Name):
            name = node.target.id
            if not name.startswith("_"):
                yield (
                    prefix + name,
                    "field" + (f" = {ast.unparse(node.value)}" if node.value else ""),
                )
        elif name.startswith("_") and name not in ("__init__", "__enter__", "__exit__", "__call__"):
            continue
        elif isinstance(node, ast.ClassDef):
            yield prefix + name, "class"
            yield from _signatures(node.body, f"{prefix}{name}.")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for argument in ast.walk(node.args):
                if isinstance(argument, ast.arg):
                    argument.annotation = None
            kinds = [ast.unparse(d) for d in node.decorator_list]
            marks = [k for k in kinds if k in ("property", "staticmethod", "classmethod")]
            keyword = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
            shown = f"{keyword} ({ast.unparse(node.args)})"
            yield prefix + name, " ".join([*marks, shown])


def _parse(path: Path) -> ast.Module:
    try:
        return ast.parse(read_text(path))
    except SyntaxError as error:
        raise DojoError(
            f"not Python: {error.msg}; mend this line", str(path), error.lineno
        ) from None
