"""Fresh copies of the standard library's threading modules over the simulated ones.

The copies are Python's own code, imported anew while `sys.modules` holds the
simulated `_thread` and `time`; so each Python keeps its own behaviour.
"""

from __future__ import annotations

import atexit

# Imported so that all they need is loaded over the real modules first.
import concurrent.futures.thread  # noqa: F401
import importlib.util
import itertools
import logging
import os
import queue  # noqa: F401
import sched  # noqa: F401
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, wraps
from types import CodeType, ModuleType
from typing import Any

from grader.engine import current, vocabulary
from grader.engine.world.clock import TICK, simulated_time_module
from grader.engine.world.exits import simulated_atexit_module
from grader.engine.world.threads import simulated_thread_module

# Written by us.
OURS = {
    "_thread": "threads, locks, thread-local data",
    "time": "a clock that only waiting moves",
    "atexit": "what is registered runs when the execution ends",
}
# Python's own, imported over those.
COPIED = (
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


# Library code that keeps locks, clocks and much else: each execution gets one of its own.
ANEW = ("logging", "logging.config", "logging.handlers", "sched", "weakref")

# Classes of `threading` since 3.15 that are iterators; what asks them for an item may be C code.
ITERATORS = ("serialize_iterator", "_concurrent_tee")


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
        with _in_place(simulated, COPIED):
            self.modules = {name: importlib.import_module(name) for name in COPIED}
        self._simulated = {**simulated, **self.modules}
        # `concurrent.futures` imports this one late, and would find the real one then.
        futures, pools = self.modules["concurrent.futures"], "concurrent.futures.thread"
        vars(futures)["ThreadPoolExecutor"] = vars(self.modules[pools])["ThreadPoolExecutor"]
        self.modules["atexit"] = simulated_atexit_module()
        self.modules["_thread"] = _module(simulated, "_thread")
        self.modules["time"] = simulated_time_module(TICK)
        self._specs = {name: _spec(name) for name in ANEW}
        self._code: dict[str, CodeType] = {}
        self.files = {getattr(module, "__file__", None) for module in self.modules.values()}
        self.files.update(spec.origin for spec in self._specs.values())
        self._threading: Any = self.modules["threading"]
        self._futures: Any = self.modules["concurrent.futures.thread"]
        base: Any = self.modules["concurrent.futures._base"]
        base.LOGGER = _logger()
        self._active = dict(self._threading._active)
        self._show_ends()
        self._show_targets()
        self._show_items()
        # The library has sets of these, and iterates over them.
        for kind in (self._threading.Thread, self.modules["concurrent.futures._base"].Future):
            kind.__hash__ = current.identity
        self._as_new = [(part, dict(vars(part))) for part in self._parts()]

    def anew(self, name: str, made: dict[str, ModuleType]) -> ModuleType:
        """Returns the module `name` of one execution, which is executed if it is not yet there.

        Args:
            name: one of `ANEW`.
            made: the modules of this execution; added to.
        """
        if name in made:
            return made[name]
        parent, _, last = name.rpartition(".")
        package = self.anew(parent, made) if parent else None
        spec = self._specs[name]
        if name not in self._code:
            # For real as well, so that all it needs is loaded over the real modules first.
            importlib.import_module(name)
            self._code[name] = spec.loader.get_code(name)
        module = made[name] = importlib.util.module_from_spec(spec)
        with _in_place({**self._simulated, **made}, ANEW):
            exec(self._code[name], vars(module))
            made.update({other: sys.modules[other] for other in ANEW if other in sys.modules})
        if name == "weakref":
            # It would ask the real `atexit`; `exits` sees to it.
            vars(module)["finalize"]._registered_with_atexit = True
        if package is not None:
            setattr(package, last, module)
        return module

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
            called = vocabulary.call(fn)

            def begin_and_call(*args: Any, **kwargs: Any) -> Any:
                # Whatever the worker did before, others may be done before it begins with this.
                scheduler = current.require()
                scheduler.running.pending = None
                scheduler.point(scheduler.running.site)
                return called(*args, **kwargs)

            return submit(self, begin_and_call, *args, **kwargs)

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

    def _show_items(self) -> None:
        """Makes each item of an iterator of the library a step, whoever asks for it."""
        for name in ITERATORS:
            kind = getattr(self._threading, name, None)
            if kind is not None:
                kind.__next__ = _as_step(kind.__next__)

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

    def drop_dummy(self, ident: int) -> None:
        """Forgets the `Thread` that was made for a thread which was started without one.

        Python does so from 3.12 on, and earlier ones keep it, alive for ever.
        """
        if type(self._threading._active.get(ident)) is self._threading._DummyThread:
            del self._threading._active[ident]

    def at_exit(self) -> None:
        """Does what `threading._shutdown` does before it joins the threads."""
        alone = len(current.require().alive) == 1
        if (
            alone
            and len(self._threading._threading_atexits) == 1
            and not self._futures._threads_queues
        ):
            return
        for call in reversed(list(self._threading._threading_atexits)):
            call()


def is_library_iterator(thing: Any) -> bool:
    """Tells whether each item of an iterator begins with a point of its own."""
    kind = type(thing)
    return kind.__module__ == "threading" and kind.__name__ in ITERATORS


def _as_step(following: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The `__next__` of a class of the library, with a point before it."""

    @wraps(following)
    def next_item(self: Any) -> Any:
        scheduler = current.require()
        running = scheduler.running
        operation = scheduler.iteration(self) if scheduler.tracking else None
        running.pending = operation
        scheduler.point(running.site)
        running.calls.append(operation)
        try:
            return following(self)
        finally:
            running.calls.pop()

    return next_item


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


def _spec(name: str) -> Any:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    return spec


@contextmanager
def _in_place(simulated: Mapping[str, ModuleType | None], others: Iterable[str]) -> Iterator[None]:
    """Has imports find `simulated` for a while, and import `others` afresh."""
    saved = dict(sys.modules)
    kept = {(os, "register_at_fork"), (atexit, "register")}
    registers = [(module, name, getattr(module, name, None)) for module, name in kept]
    try:
        for name in others:
            sys.modules.pop(name, None)
        sys.modules.update(simulated)  # type: ignore[arg-type]
        # What they register stays for good; a later fork would take simulated locks.
        for module, name, register in registers:
            if register is not None:
                setattr(module, name, lambda *callbacks, **more: None)
        yield
    finally:
        for module, name, register in registers:
            if register is not None:
                setattr(module, name, register)
        for name in {*others, *simulated}:
            sys.modules.pop(name, None)
        sys.modules.update(saved)
