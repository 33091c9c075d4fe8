"""A suite: a file of tests, loaded by the judge alone; and the cases its tests are tried on."""

from __future__ import annotations

import contextlib
import itertools
import json
import linecache
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import FunctionType
from typing import Any

from grader.engine.encoding import canonical, decode, encode, plain
from grader.engine.errors import DojoError
from grader.judge.scenario import Scenario, shown

Case = dict[str, Any]
"""The keyword arguments of one call of a test."""

_ATTEMPTS = 40  # how often Hypothesis may draw for each case that is wanted
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Test:
    """One test of a suite.

    Attributes:
        name: of its function, "test_…".
        function: the function, perhaps wrapped by `@given`.
        file: the suite, as people read it.
    """

    name: str
    function: Callable[..., Any]
    file: str

    @property
    def draws(self) -> bool:
        """Whether its cases are drawn by Hypothesis."""
        return hasattr(self.function, "hypothesis")

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its arguments."""
        body = self.function.hypothesis.inner_test if self.draws else self.function  # type: ignore[attr-defined]
        code = body.__code__
        return tuple(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])

    def run(self, case: Mapping[str, Any]) -> None:
        """Runs the test once, without Hypothesis; raises whatever it raises."""
        if self.draws:
            self.function.hypothesis.inner_test(**case)  # type: ignore[attr-defined]
        else:
            self.function(**case)


class Suite:
    """The tests of one file.

    The file is no module that anybody could import, so suites of the same name in
    different folders don't meet, and it leaves no bytecode behind.

    Args:
        path: the file.

    Attributes:
        shown: the path as people read it.
        namespace: what the file defines.
        tests: by name.

    Raises:
        DojoError: it can't be read or run, or one of its scenarios isn't closed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.shown = shown(path)
        self.namespace = self._run()
        for thing in self.namespace.values():
            if isinstance(thing, Scenario):
                _ = thing.source
        self.tests: dict[str, Test] = {
            name: Test(name, thing, self.shown)
            for name, thing in self.namespace.items()
            if name.startswith("test_") and isinstance(thing, FunctionType)
        }

    def line_of(self, error: BaseException) -> int | None:
        """Returns the innermost line of this suite that an exception came through."""
        lines = [
            frame.lineno
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename == str(self.path)
        ]
        return lines[-1] if lines else None

    def _run(self) -> dict[str, Any]:
        name = f"{self.path.stem}-{next(_numbers)}"
        spec = spec_from_file_location(name, self.path)
        assert spec is not None
        module = module_from_spec(spec)
        sys.modules[module.__name__] = module
        linecache.checkcache(str(self.path))
        try:
            code = compile(self.path.read_bytes(), str(self.path), "exec", dont_inherit=True)
            exec(code, module.__dict__)
        except OSError as error:
            raise DojoError(f"this suite can't be read: {error.strerror}", self.shown) from None
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            reason = getattr(error, "msg", None) or error
            raise DojoError(f"this suite is no Python: {reason}", self.shown, line) from None
        except DojoError:
            raise
        except Exception as error:
            raise DojoError(
                f"this suite can't be loaded: {type(error).__name__}: {error}",
                self.shown,
                self.line_of(error),
            ) from error
        finally:
            sys.modules.pop(module.__name__, None)
        return module.__dict__


def draw_cases(test: Test | Callable[..., Any], count: int, seed: int = 0) -> list[Case]:
    """Draws different cases for a test, as a function of the seed alone.

    Args:
        test: a test with `@given`, as loaded by `Suite`.
        count: how many; fewer come where there aren't so many, and more where there are
            more `@example`s.
        seed: where Hypothesis' random numbers begin.

    Returns:
        The simplest case, those of `@example`, and others; the smallest first.

    Raises:
        DojoError: a case isn't plain data, or Hypothesis can't draw.
    """
    if not isinstance(test, Test):
        test = Test(test.__name__, test, shown(test.__code__.co_filename))
    examples = len(getattr(test.function, "hypothesis_explicit_examples", ()))
    count = max(count, examples + 1)
    cases: dict[str, Case] = {}
    for case in _drawn(test, seed, count):
        if not plain(case):
            raise DojoError(
                f"{test.name} draws {case!r:.100}, and a case is plain data: numbers, texts, "
                "bytes, None, tuples, lists, dictionaries, sets",
                test.file,
            )
        cases.setdefault(canonical(case), case)
    texts = sorted(itertools.islice(cases, count), key=lambda text: (len(text), text))
    return [cases[text] for text in texts]


def write_cases(cases: Mapping[str, Sequence[Case]]) -> str:
    """Returns the text of a cases.json: a list of cases for each test, a line for each case."""
    tests = []
    for name, drawn in sorted(cases.items()):
        lines = ",\n".join(
            "    " + json.dumps({key: encode(value) for key, value in case.items()})
            for case in drawn
        )
        tests.append(f"  {json.dumps(name)}: [\n{lines}\n  ]")
    return "{\n" + ",\n".join(tests) + "\n}\n"


def read_cases(path: Path) -> dict[str, list[Case]]:
    """Reads a cases.json.

    Raises:
        DojoError: the file can't be read, or isn't of that form.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {
            str(name): [{key: decode(value) for key, value in case.items()} for case in drawn]
            for name, drawn in data.items()
        }
    except OSError as error:
        raise DojoError(f"can't be read: {error.strerror}", shown(path)) from None
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError):
        raise DojoError("these are no pinned cases; run `dojo course pin`", shown(path)) from None


def _drawn(test: Test, seed: int, count: int) -> list[Case]:
    """Lets Hypothesis draw until there are `count` different cases, or enough attempts."""
    import hypothesis
    from hypothesis.errors import HypothesisException

    given: Any = test.function
    body = given.hypothesis.inner_test
    drawn: list[Case] = []
    different: set[str] = set()

    def collect(**case: Any) -> None:
        drawn.append(decode(encode(case)))
        different.add(canonical(case))
        if len(different) >= count:
            raise _EnoughError

    profile = hypothesis.settings(
        max_examples=count * _ATTEMPTS,
        database=None,
        deadline=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    given.hypothesis.inner_test = collect
    before = given._hypothesis_internal_use_settings
    given._hypothesis_internal_use_settings = profile
    try:
        with _home_of_its_own():
            hypothesis.seed(seed)(given)()
    except _EnoughError:
        pass
    except HypothesisException as error:
        raise DojoError(f"{test.name} can't draw its cases: {error}", test.file) from error
    finally:
        given.hypothesis.inner_test = body
        given._hypothesis_internal_use_settings = before
    return drawn


@contextlib.contextmanager
def _home_of_its_own() -> Iterator[None]:
    """Lets Hypothesis keep its files, which nobody needs again, out of the current folder."""
    from hypothesis import configuration

    before = getattr(configuration, "__hypothesis_home_directory", None)
    with tempfile.TemporaryDirectory(prefix="gil_dojo_hypothesis_") as home:
        configuration.set_hypothesis_home_dir(home)
        try:
            yield
        finally:
            configuration.set_hypothesis_home_dir(before)


class _EnoughError(BaseException):
    """Ends a drawing; a BaseException, so that Hypothesis takes it for no failure of the test."""
