"""Fresh copies of the standard library's threading modules over the simulated ones.

The copies are Python's own code, imported anew while `sys.modules` holds the
simulated `_thread` and `time`; so each Python keeps its own behaviour.
"""

from __future__ import annotations

# Imported so that all they need is loaded over the real modules first.
import concurrent.futures.thread  # noqa: F401
import importlib
import itertools
import logging
import os
import queue  # noqa: F401
import sched  # noqa: F401
import sys
from functools import cache, wraps
from types import ModuleType
from typing import Any

from grader.engine import current, vocabulary
from grader.engine.world.clock import TICK, simulated_time_module
from grader.engine.world.threads import simulated_thread_module

_FRESH = (
    "functools",
    "threading",
    "queue",
    "concurrent",
    "concurrent.futures",
    "concurrent.futures._base",
    "concurrent.futures.thread",
    "_threading_local",
    "sched",
)


class Library:
    """The modules that a program gets instead of Python's own.

    Attributes:
        modules: name to module.
    """

    def __init__(self) -> None:
        simulated: dict[str, ModuleType | None] = {
            "_thread": simulated_thread_module(),
            "time": simulated_time_module(0.0),
            # Without the C SimpleQueue, `queue` falls back to its Python one.
            "_queue": None,
        }
        self.modules: dict[str, ModuleType] = _import_afresh(simulated)
        self.modules["_thread"] = _module(simulated, "_thread")
        self.modules["time"] = simulated_time_module(TICK)
        self.files = {getattr(module, "__file__", None) for module in self.modules.values()}
        self._threading: Any = self.modules["threading"]
        self._futures: Any = self.modules["concurrent.futures.thread"]
        self._active = dict(self._threading._active)
        self.modules["concurrent.futures._base"].LOGGER = _logger()  # type: ignore[attr-defined]
        self._show_ends()
        self._show_targets()
        # The library has sets of these, and iterates over them.
        for kind in (self._threading.Thread, self.modules["concurrent.futures._base"].Future):
            kind.__hash__ = current.identity
        self._as_new = [(part, dict(vars(part))) for part in self._parts()]

    def _parts(self) -> list[Any]:
        """The modules and the classes that a program could change."""
        named = {id(v): v for module in self.modules.values() for v in vars(module).values()}
        classes = [v for v in named.values() if isinstance(v, type)]
        return [*self.modules.values(), *(c for c in classes if c.__module__ in self.modules)]

    def restore(self) -> None:
        """Undoes what a program has done to the library's modules and classes."""
        for part, names in self._as_new:
            now = vars(part)
            for name in now.keys() - names.keys():
                if not name.startswith("__"):
                    delattr(part, name)
            for name, value in names.items():
                if now.get(name) is not value:
                    setattr(part, name, value)

    def _show_targets(self) -> None:
        """Makes what a thread or an executor is given to call a call of the program."""
        thread_class = self._threading.Thread
        executor_class = self._futures.ThreadPoolExecutor
        run, submit = thread_class.run, executor_class.submit

        @wraps(run)
        def run_target(self: Any) -> None:
            if getattr(self, "_target", None) is not None:
                self._target = vocabulary.call(self._target)
            run(self)

        @wraps(submit)
        def submit_call(self: Any, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            # Its workers end when the last reference to it goes, and a recording holds references.
            current.require().kept.append(self)
            return submit(self, vocabulary.call(fn), *args, **kwargs)

        thread_class.run = run_target
        executor_class.submit = submit_call

    def _show_ends(self) -> None:
        """Makes the end of a Thread a scheduling point where a program can see it."""
        thread_class = self._threading.Thread
        delete = thread_class._delete

        def _delete(thread: Any) -> None:
            scheduler = current.require()
            if scheduler.ends_show:
                scheduler.running.pending = ((id(thread), None, True),)
                scheduler.point(scheduler.running.site)
            delete(thread)

        thread_class._delete = _delete

    def reset(self) -> None:
        """Puts the state that threads and executors keep in the library back to the start."""
        threading, futures = self._threading, self._futures
        if threading._active != self._active:
            threading._active.clear()
            threading._active.update(self._active)
        threading._limbo.clear()
        if len(threading._dangling.data) > 1:
            threading._dangling.clear()
            threading._dangling.add(threading._main_thread)
        threading._counter = itertools.count(1).__next__
        threading._threading_atexits[:] = [futures._python_exit]
        futures._shutdown = False
        if hasattr(threading, "_shutdown_locks"):
            threading._shutdown_locks.clear()
        futures._threads_queues.clear()
        futures.ThreadPoolExecutor._counter = itertools.count().__next__
        for holder in (threading._active_limbo_lock, futures._global_shutdown_lock):
            holder._at_fork_reinit()

    def at_exit(self) -> None:
        """Does what `threading._shutdown` does before it joins the threads."""
        alone = current.require().live_count == 1
        if (
            alone
            and len(self._threading._threading_atexits) == 1
            and not self._futures._threads_queues
        ):
            return
        for call in reversed(list(self._threading._threading_atexits)):
            call()


@cache
def library() -> Library:
    """Returns the library of this process.

    It must first be called while a scheduler is current: the import takes locks.
    """
    return Library()


def _logger() -> logging.Logger:
    """The library's logger, but for the ends of executions that a worker takes for errors."""
    logger = logging.Logger("concurrent.futures")
    logger.parent = logging.getLogger("concurrent.futures")
    logger.addFilter(lambda record: current.scheduler is None or not current.scheduler.killing)
    return logger


def _module(modules: dict[str, ModuleType | None], name: str) -> ModuleType:
    module = modules[name]
    assert module is not None
    return module


def _import_afresh(simulated: dict[str, ModuleType | None]) -> dict[str, ModuleType]:
    replaced = {*_FRESH, *simulated}
    saved = dict(sys.modules)
    register = getattr(os, "register_at_fork", None)
    try:
        for name in replaced:
            sys.modules.pop(name, None)
        sys.modules.update(simulated)  # type: ignore[arg-type]
        if register is not None:
            # Both modules register for good; a later fork would take simulated locks.
            os.register_at_fork = lambda **callbacks: None
        fresh = {name: importlib.import_module(name) for name in _FRESH}
        # `concurrent.futures` imports this one late, and would find the real one then.
        vars(fresh["concurrent.futures"])["ThreadPoolExecutor"] = vars(
            fresh["concurrent.futures.thread"]
        )["ThreadPoolExecutor"]
        return fresh
    finally:
        if register is not None:
            os.register_at_fork = register
        sys.modules.update(saved)
