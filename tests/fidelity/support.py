"""`test.support` over the simulated modules, with what its tests may use of Python's inside."""

from __future__ import annotations

import importlib
import multiprocessing
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

# C code that starts real threads or looks into them, a queue that would wait for real.
_ABSENT = ("_testcapi", "_testinternalcapi", "_testlimitedcapi", "_queue")
# Tests give up polling after so many seconds; on the virtual clock each poll is a long time.
_PATIENCE = 1_000_000.0


def import_support(
    library: dict[str, ModuleType], folders: list[Path], names: Iterable[str]
) -> dict[str, ModuleType]:
    """Imports modules of `test.support` afresh, over the simulated ones.

    Args:
        library: the simulated modules, by name.
        folders: where the `test` package is.
        names: the modules, such as `test.support.threading_helper`.

    Returns:
        Them and the package `test`, by name.
    """
    package = ModuleType("test", "CPython's tests.")
    package.__path__ = list(map(str, folders))
    wanted = sorted({"test.support", "test.support.import_helper", *names})
    # Once over the real modules, so that all that they need beside is loaded over those.
    _import_afresh(wanted, {"test": package})
    simulated = {name: module for name, module in library.items() if not _is_ours(name)}
    found = _import_afresh(wanted, {**simulated, "test": package})
    _adapt(found, library)
    return {"test": package, "multiprocessing": _without_processes(), **found}


def _import_afresh(wanted: list[str], over: dict[str, ModuleType]) -> dict[str, ModuleType]:
    saved = {name: module for name, module in sys.modules.items() if name in over}
    ours = list(filter(_is_ours, sys.modules))
    saved.update((name, sys.modules.pop(name)) for name in ours)
    sys.modules.update(over)
    try:
        with inside_absent():
            return {name: importlib.import_module(name) for name in wanted}
    finally:
        for name in [*over, *filter(_is_ours, sys.modules)]:
            sys.modules.pop(name, None)
        sys.modules.update(saved)


def _is_ours(name: str) -> bool:
    return name == "test" or name.startswith("test.")


@contextmanager
def inside_absent() -> Iterator[None]:
    """Makes an import of what looks into Python's own threads fail or do nothing."""
    # It would print the stacks of a test that waits too long.
    quiet = ModuleType("faulthandler")
    quiet.dump_traceback = lambda *args, **kwargs: None  # type: ignore[attr-defined]
    absent: dict[str, Any] = {**dict.fromkeys(_ABSENT), "faulthandler": quiet}
    saved = {name: sys.modules[name] for name in absent if name in sys.modules}
    sys.modules.update(absent)
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
        sys.modules.update(saved)


def _without_processes() -> ModuleType:
    """`multiprocessing` with no way to start a process, which some modules ask as they load."""
    module = ModuleType("multiprocessing")
    vars(module).update(vars(multiprocessing))
    module.get_all_start_methods = lambda: []  # type: ignore[attr-defined]
    return module


def _adapt(found: dict[str, ModuleType], library: dict[str, ModuleType]) -> None:
    support: Any = found["test.support"]
    for name in ("LOOPBACK_TIMEOUT", "INTERNET_TIMEOUT", "SHORT_TIMEOUT", "LONG_TIMEOUT"):
        setattr(support, name, _PATIENCE)
    support.has_subprocess_support = False
    support.verbose = 0
    # Simulated threads have no stacks of their own to speak of.
    support.real_max_memuse = support.max_memuse = sys.maxsize
    # It warns of threads that a failed test leaves behind; they end with the execution.
    support.print_warning = lambda message: None

    def import_fresh_module(name: str, *args: Any, **kwargs: Any) -> ModuleType:
        """The one that programs get, whether the C or the Python variant is asked for."""
        return library[name]

    helper: Any = found["test.support.import_helper"]
    helper.import_fresh_module = import_fresh_module
