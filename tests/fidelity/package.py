"""CPython's `test` package: where it lies, and the sources of one of its test modules."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from grader.engine import Source

MODULES = (
    "test_thread",
    "test_threading",
    "test_threading_local",
    "test_queue",
    "test_sched",
    "test_concurrent_futures",
    "test_concurrent_futures.test_thread_pool",
    "test_concurrent_futures.test_as_completed",
    "test_concurrent_futures.test_wait",
    "test_concurrent_futures.test_future",
    "test_concurrent_futures.test_init",
    "test_concurrent_futures.test_shutdown",
)
# Rewritten although it belongs to `test.support`: what it starts a process with is refused there.
_STARTS_PROCESSES = "test.support.script_helper"


class MissingTestsError(Exception):
    """This Python has no `test` package, or it is another Python's; says what to do."""


class TestPackage:
    """The `test` package of the Python that runs this.

    Args:
        extra: a `test` folder for what this Python's own lacks.

    Attributes:
        folders: where its modules are looked for, in this order.

    Raises:
        MissingTestsError: there is none.
    """

    __test__ = False

    def __init__(self, extra: Path | None = None) -> None:
        spec = importlib.util.find_spec("test")
        installed = [] if spec is None else list(spec.submodule_search_locations or [])
        self.folders = [Path(folder) for folder in installed]
        version = "{}.{}".format(*sys.version_info)
        if extra is not None:
            named = re.findall(r"python(3\.\d+)", str(extra.resolve()))
            if named and named[-1] != version:
                raise MissingTestsError(f"{extra} is of Python {named[-1]}, but this is {version}")
            self.folders.append(extra)
        if self.file("test.lock_tests") is None:
            wanted = f"there are no tests in {extra}" if extra else "this Python has no tests"
            raise MissingTestsError(
                f"{wanted} (test/lock_tests.py): give the folder `test` of Python {version} with "
                f"--tests FOLDER; Debian has it in libpython{version}-testsuite"
            )

    def file(self, name: str) -> Path | None:
        """The file of a module or a package, such as `test.support`."""
        parts = name.split(".")[1:]
        for folder in self.folders:
            for file in (folder.joinpath(*parts, "__init__.py"), folder.joinpath(*parts)):
                file = file if file.name == "__init__.py" else file.with_suffix(".py")
                if file.is_file():
                    return file
        return None

    def modules(self) -> list[str]:
        """Those of `MODULES` that are here; a package stands for its modules."""
        found = [(name, self.file(f"test.{name}")) for name in MODULES]
        return [name for name, file in found if file and file.name != "__init__.py"]

    def lent(self, modules: list[str]) -> list[str]:
        """Those of some modules that another folder has, if this Python has the others."""
        own = [name for name in modules if self._is_own(name)]
        return [name for name in modules if name not in own] if own else []

    def _is_own(self, name: str) -> bool:
        file = self.file(f"test.{name}")
        return file is not None and file.is_relative_to(self.folders[0])

    def sources(self, name: str) -> tuple[Source, ...]:
        """The module `test.name` and what it imports of the package, imports first."""
        ordered: dict[str, Source] = {}
        self._add(f"test.{name}", ordered)
        return tuple(ordered.values())

    def _add(self, name: str, ordered: dict[str, Source]) -> None:
        file = self.file(name)
        assert file is not None
        source = Source(name, str(file), file.read_text("utf-8"))
        for imported in self._imports(source):
            if imported not in ordered and not _is_support(imported):
                self._add(imported, ordered)
        ordered[name] = source

    def support(self, sources: tuple[Source, ...]) -> set[str]:
        """The modules of `test.support` that some sources import, besides rewritten ones."""
        return {name for source in sources for name in self._imports(source) if _is_support(name)}

    def _imports(self, source: Source) -> Iterator[str]:
        """The modules of the package that a source imports."""
        for node in ast.walk(ast.parse(source.text)):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                above = source.name.rsplit(".", node.level)[0] if node.level else ""
                module = ".".join(filter(None, (above, node.module)))
                names = [module, *(f"{module}.{alias.name}" for alias in node.names)]
            for name in names:
                file = self.file(name) if name.startswith("test.") else None
                if file is not None and (file.name != "__init__.py" or _is_support(name)):
                    yield name


def _is_support(name: str) -> bool:
    return name.startswith("test.support") and name != _STARTS_PROCESSES
