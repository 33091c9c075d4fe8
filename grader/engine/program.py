"""A program under exploration: its sources, and one execution of them at a time."""

from __future__ import annotations

import ast
import builtins
import gc
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from grader.engine import current, vocabulary
from grader.engine.accesses import HOLDS_FRAMES, Accesses
from grader.engine.encoding import canonical, decode, encode
from grader.engine.errors import DojoError, Kill
from grader.engine.fresh import Snapshot, changes_imports, is_stateless
from grader.engine.hooks import Hooks
from grader.engine.recorder import Recorder
from grader.engine.recording_hooks import RecordingHooks
from grader.engine.rewrite import Rewritten, Source, rewritten
from grader.engine.scheduler import HEADROOM, Scheduler
from grader.engine.simulated_thread import SimThread
from grader.engine.strategy.base import Strategy
from grader.engine.strategy.directed import Directed
from grader.engine.surroundings import Surroundings
from grader.engine.vocabulary import SCENARIO_MODULE
from grader.engine.world import Library, exits, library
from grader.engine.world.library import ANEW
from grader.engine.world.printing import printing
from grader.engine.world.threads import ignore_unraisable

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_ENGINE = str(Path(__file__).parent)
_is_frozen = False
_MAKES_THREADS = {
    *("Thread", "Timer", "ThreadPoolExecutor", "Executor", "start_new_thread", "start_new"),
    *("start_joinable_thread", "current_thread", "currentThread", "enumerate", "active_count"),
    *("activeCount", "main_thread", "getattr", "vars", "dir", "__dict__", "exec", "eval"),
    *("attrgetter", "methodcaller", "_shutdown", "_active", "_dangling", "_register_atexit"),
}


def _drop(thing: Any) -> None:
    """Keeps nothing alive: the program can see when an object goes."""


@dataclass(frozen=True, slots=True)
class ScenarioSource:
    """A closed function, as text.

    `line` is where it begins in `file`; `imports` are the import lines that its
    suite has for it.
    """

    name: str
    file: str
    line: int
    text: str
    imports: tuple[str, ...] = ()

    def as_module(self) -> Source:
        """The module that defines it, with its line numbers kept."""
        head = "; ".join(self.imports)
        padding = "\n" * max(self.line - 1 - bool(head), 0)
        return Source(
            SCENARIO_MODULE, self.file, (f"{head}\n" if head else "") + padding + self.text
        )


@dataclass(slots=True)
class Result:
    """How one execution ended; `key` tells distinct outcomes apart."""

    kind: str
    value: Any = None
    exception: str | None = None
    message: str = ""
    key: Any = None


@dataclass(frozen=True)
class Program:
    """What is explored.

    Args:
        sources: the modules of the program; others are Python's own.
        entry: the module and the function that runs.
        args: builds the arguments for one execution; a submission goes first.
        submission: the module handed to the function as its first argument, or None.
    """

    sources: tuple[Source, ...]
    entry: tuple[str, str]
    args: Any = field(default_factory=lambda: encode(()))
    submission: str | None = None


class Runner:
    """Runs executions of one program under one switching model.

    Args:
        program: what to run.
        switching: "anywhere" or "gil".
        timeouts: "patient" or "adversarial".
        max_steps: the step budget of one execution.

    Raises:
        DojoError: a source is not valid Python, or the entry does not exist.
    """

    def __init__(self, program: Program, switching: str, timeouts: str, max_steps: int) -> None:
        self.program = program
        self.switching = switching
        self.timeouts = timeouts
        self.rewritten = rewritten(program.sources, switching == "gil")
        self.scheduler = Scheduler(timeouts == "adversarial", max_steps)
        self.scheduler.sites = self.rewritten.sites
        self.scheduler.gil = switching == "gil"
        self._names = frozenset(source.name for source in program.sources)
        self._files = self.rewritten.files
        facts = self.rewritten.facts
        keeps = not facts.mentioned & {"__del__", "weakref", "finalize", "gc"}
        self._keep_alive = self._keep if keeps else _drop
        self._collects = "gc" in facts.mentioned
        by_text = facts.mentioned & {"vars", "__dict__", "globals", "locals", "exec", "eval"}
        coarse = bool(by_text) or facts.closures_by_name
        self._accesses = Accesses(self._names, coarse, self._is_ours(), self._keep_alive)
        self.scheduler.iteration = self._accesses.iteration
        self._uses_random = "random" in facts.mentioned
        self._surroundings = Surroundings(facts.mentioned)
        self._uses_library = bool(facts.mentioned & {"threading", "concurrent", "queue", "_thread"})
        self._changes_library, stateless = _keeping(self.rewritten)
        # Threads, and they alone, leave traces in the library; they can be had by name only.
        self._leaves_traces = self._uses_library and bool(facts.mentioned & _MAKES_THREADS)
        observers = {"is_alive", "enumerate", "active_count", "activeCount"}
        self.scheduler.ends_show = bool(facts.reached & observers)
        keeps_library = bool(facts.mentioned & {"logging", "sched", "weakref"})
        self._collect_every = 50 if keeps_library else 1000
        self._stateless = frozenset() if keeps_library or stateless != self._names else stateless
        self._with_world(self._build_world)
        self._lean = self._hooks(Hooks)
        self._code = {n: self.rewritten.bind(n, self._lean.table()) for n in self._names}
        self._modules: dict[str, ModuleType] = {}
        self._anew: dict[str, ModuleType] = {}
        self._kept: dict[str, tuple[ModuleType, Snapshot]] = {}
        self._count = 0
        self._has_args = program.args != encode(())
        self.result = Result("limit")
        self._check_entry()

    def _is_ours(self) -> Callable[[CodeType], bool]:
        files = {*self._files, vocabulary.__file__}
        return lambda code: code.co_filename in files

    def _hooks(self, kind: type[Any], *first: Any) -> Any:
        library = self.library.files

        def known(file: str) -> bool:
            return file.startswith(_ENGINE) or file in library

        return kind(
            *first, self.scheduler, self.rewritten.sites, self.switching == "gil",
            frozenset({*self._files, vocabulary.__file__}), self._names, known, self._accesses,
        )  # fmt: skip

    def _keep(self, thing: Any) -> None:
        if not isinstance(thing, HOLDS_FRAMES):
            self.scheduler.kept.append(thing)

    def _with_world(self, build: Callable[[], None]) -> None:
        """Builds while a lone simulated main thread exists: the library's import takes locks."""
        self.scheduler.running = SimThread(self.scheduler, "0", lambda: None, False)
        self.scheduler.threads = [self.scheduler.running]
        current.scheduler = self.scheduler
        try:
            build()
        finally:
            current.scheduler = None

    def _build_world(self) -> None:
        self.library: Library = library()
        self.library.restore()
        self.scheduler.thread_ends = self.library.drop_dummy
        self._builtins = {
            **vars(builtins),
            "__import__": self._import,
            "id": current.identity,
            "print": printing(self.scheduler),
        }

    def _check_entry(self) -> None:
        module, function = self.program.entry
        source = next(s for s in self.program.sources if s.name == module)
        body = self.rewritten.trees[module].body
        functions = {n.name: n for n in body if isinstance(n, _FUNCTIONS)}
        node = functions.get(function)
        if node is None:
            known = f"; it has {', '.join(list(functions)[:8])}" if functions else ""
            raise DojoError(f"there is no function {function!r} here{known}", source.file)
        why = None if node.decorator_list else self._why_not_callable(node)
        if why is not None:
            raise DojoError(f"{function}() {why}", source.file, node.lineno)

    def _why_not_callable(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> str | None:
        if isinstance(node, ast.AsyncFunctionDef):
            return "is a coroutine; name a function that starts threads"
        if _yields(node.body):
            return "is a generator; name a function that calls it"
        arguments = node.args
        positional = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
        needed = positional[: len(positional) - len(arguments.defaults)]
        pairs = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        needed += [argument.arg for argument, default in pairs if default is None]
        if needed and self.program.args == encode(()) and self.program.submission is None:
            return f"takes parameters: {', '.join(needed)}; name a function that needs none"
        return None

    # -- one execution -----------------------------------------------------

    def run(self, strategy: Strategy) -> Result:
        """Runs one execution and tells how it ended.

        Raises:
            DojoError: the program did what cannot be simulated, or the schedule does
                not fit.
        """
        scheduler = self.scheduler
        if current.scheduler is not scheduler:
            with self._in_force():
                return self.run(strategy)
        self._start_afresh()
        try:
            ending = scheduler.run(self._main, strategy)
        finally:
            self._surroundings.restore()
        if scheduler.refusal is not None:
            error, scheduler.refusal = scheduler.refusal, None
            raise error
        if ending == "deadlock":
            self.result = Result(
                "deadlock", message="nobody can go on: " + "; ".join(scheduler.deadlock)
            )
        elif ending == "limit":
            self.result = Result("limit", message=f"not finished after {scheduler.steps} steps")
        # In which order threads of different parents were started or failed is no outcome.
        scheduler.unhandled.sort()
        result = self.result
        result.key = (result.kind, result.key, tuple(scheduler.unhandled), scheduler.left_running)
        return result

    def _start_afresh(self) -> None:
        """Drops what the last execution made, and puts the world back to its start."""
        self._count += 1
        self.scheduler.forget()
        for _, snapshot in self._kept.values():
            if not snapshot.holds():
                self._kept.clear()
                break
        for name, module in self._modules.items():
            if name not in self._kept:
                _empty(module)
        self._modules = {name: module for name, (module, _) in self._kept.items()}
        self._anew = {}
        for name in self._names:
            sys.modules.pop(name, None)
        if not self._kept:
            self._lean.forget()
        if self._collects or self._count % self._collect_every == 0:
            gc.collect()
        if self._uses_random:
            random.seed(0)
        if self._changes_library:
            self.library.restore()
        if self._leaves_traces:
            self.library.reset()
        sys.setrecursionlimit(self._recursion_limit + HEADROOM)
        self.result = Result("limit")

    @contextmanager
    def _in_force(self) -> Iterator[None]:
        """Makes this program's scheduler and modules the process's own for a while."""
        if current.scheduler is self.scheduler:
            yield
            return
        previous, current.scheduler = current.scheduler, self.scheduler
        saved = {name: sys.modules.get(name) for name in self._names}
        self._recursion_limit = sys.getrecursionlimit()
        collecting = gc.isenabled()
        gc.disable()
        # What a finaliser of the program raises is as little for the screen as what it prints.
        unraisable, sys.unraisablehook = sys.unraisablehook, ignore_unraisable
        state = random.getstate() if self._uses_random else None
        try:
            yield
        finally:
            if state is not None:
                random.setstate(state)
            sys.unraisablehook = unraisable
            current.scheduler = previous
            for name, module in saved.items():
                if module is None:
                    sys.modules.pop(name, None)
                else:
                    sys.modules[name] = module
            sys.setrecursionlimit(self._recursion_limit)
            if collecting:
                gc.enable()

    def search(self, strategy: Strategy) -> Iterator[Result]:
        """Runs one execution after another, as long as the strategy and the caller want.

        Raises:
            DojoError: as `run`.
        """
        with self._in_force(), frozen():
            while strategy.begin():
                result = self.run(strategy)
                strategy.end(self.scheduler)
                yield result

    def close(self) -> None:
        """Drops all that an execution made.

        A code object holds its hooks, and the collector does not look into code objects:
        what the hooks lead to must not lead back to the code.
        """
        with self._in_force():
            self._code.clear()
            self._kept.clear()
            for module in self._modules.values():
                _empty(module)
            self._modules.clear()
            self._anew.clear()
            self._lean.forget()
            self.scheduler.forget()
            if self._keep_alive is _drop:
                gc.collect()
        self._surroundings.close()
        vocabulary.call = vocabulary.plain_call

    def record(
        self, strategy: Strategy, build: type[RecordingHooks] = RecordingHooks
    ) -> tuple[Result, Recorder]:
        """Runs one execution in the recording build."""
        keep = None if self._keep_alive is _drop else self._keep_alive
        recorder = Recorder(self.scheduler, self.rewritten.sites, keep)
        recorder.director = strategy if isinstance(strategy, Directed) else None
        if self.program.submission is not None:
            entry = self.program.entry[0]
            recorder.scenario = next(s.file for s in self.program.sources if s.name == entry)
        self.scheduler.recorder = recorder
        lean_code, kept = self._code, self._kept
        hooks = self._hooks(build, recorder)
        try:
            self._code = {n: self.rewritten.bind(n, hooks.table()) for n in self._names}
            self._kept = {}
            vocabulary.call = hooks.called_by_library
            result = self.run(strategy)
            for thread in self.scheduler.threads:
                recorder.flush(thread)
            return result, recorder
        finally:
            with self._in_force():
                recorder.forget()
                hooks.forget()
            self.scheduler.recorder = None
            self._code, self._kept = lean_code, kept

    def _main(self) -> None:
        scheduler = self.scheduler
        module_name, function_name = self.program.entry
        if scheduler.recorder is None:
            vocabulary.call = self._lean.called_by_library
        try:
            module = self._load(module_name)
            arguments = decode(self.program.args) if self._has_args else ()
            if self.program.submission is not None:
                arguments = (self._load(self.program.submission), *arguments)
            function = vars(module)[function_name]
            value = function(*arguments)
        except Kill:
            raise
        except BaseException as error:
            self._let_others_end()
            self._note_error(error)
        else:
            self._let_others_end()
            if scheduler.recorder is not None:
                scheduler.recorder.flush(scheduler.running)
            self._note_value(value)
        if scheduler.killing:
            # The program swallowed its Kill; what it does now is no part of the execution.
            raise Kill
        scheduler.left_running = tuple(sorted(t.name for t in scheduler.alive if t.index))
        if self._leaves_traces:
            try:
                self.library.at_exit()
            except Exception as error:
                scheduler.unhandled.append(f"at exit: {type(error).__name__}: {error}")
        scheduler.join_non_daemons()
        if "weakref" in self._anew:
            exits.register(vars(self._anew["weakref"])["finalize"]._exitfunc)
        exits.run_exit_calls()

    def _let_others_end(self) -> None:
        """Threads that still run may change the value before it is read, or end in time."""
        scheduler = self.scheduler
        if self._uses_library and len(scheduler.threads) > 1 and self.switching == "anywhere":
            scheduler.running.pending = None
            scheduler.point(scheduler.running.site)

    def _note_value(self, value: Any) -> None:
        kind = type(value)
        if kind is int or kind is str or kind is bool or value is None:
            self.result = Result("returned", value, key=(kind, value))
            return
        self.scheduler.quiet += 1
        encoded = encode(value)
        self.scheduler.quiet -= 1
        fixed = decode(encoded)
        self.result = Result("returned", fixed, key=canonical(fixed))

    def _note_error(self, error: BaseException) -> None:
        scheduler = self.scheduler
        if scheduler.recorder is not None:
            scheduler.recorder.raised(scheduler.running, error)
        text = scheduler.text_of(error)
        name = type(error).__name__
        self.result = Result("raised", None, name, text, key=name)

    # -- modules -----------------------------------------------------------

    def _load(self, name: str) -> ModuleType:
        module = self._modules.get(name)
        if module is None:
            source = next(s for s in self.program.sources if s.name == name)
            module = ModuleType(name)
            namespace = vars(module)
            namespace["__builtins__"] = self._builtins
            namespace["__file__"] = source.file
            if name == SCENARIO_MODULE:
                for word in ("together", "repeat", "attempt", "record"):
                    namespace[word] = getattr(vocabulary, word)
            self._modules[name] = sys.modules[name] = module
            exec(self._code[name], namespace)
            if name in self._stateless:
                self._kept[name] = (module, Snapshot(module))
        sys.modules[name] = module
        return module

    def _import(
        self,
        name: str,
        globals: Any = None,
        locals: Any = None,
        fromlist: Any = (),
        level: int = 0,
    ) -> Any:
        if level == 0:
            if name in self._names:
                return self._load(name)
            modules = self.library.modules
            if name in ANEW:
                inner = [f"{name}.{part}" for part in fromlist or () if f"{name}.{part}" in ANEW]
                for part in (name, *inner):
                    self.library.anew(part, self._anew)
                modules = self._anew
            if name in modules:
                return modules[name] if fromlist else modules[name.split(".")[0]]
        return builtins.__import__(name, globals, locals, fromlist, level)


def _empty(module: ModuleType) -> None:
    """Lets go of what a module's globals hold, such as open files; its functions may still run."""
    names = vars(module)
    for name, value in list(names.items()):
        if not isinstance(value, (FunctionType, type, ModuleType)) and not name.startswith("__"):
            del names[name]


@contextmanager
def frozen() -> Iterator[None]:
    """Spares the collector what is there already: none of it is a program's garbage.

    Within another `frozen` it does nothing, so a process that is there for explorations alone
    freezes once for all of them.
    """
    global _is_frozen
    if _is_frozen:
        yield
        return
    gc.freeze()
    _is_frozen = True
    try:
        yield
    finally:
        _is_frozen = False
        gc.unfreeze()


@lru_cache(maxsize=8)
def _keeping(program: Rewritten) -> tuple[bool, frozenset[str]]:
    """Tells whether a program changes what it imports, and which of its modules keep nothing."""
    trees, facts = program.trees.items(), program.facts
    return (
        any(changes_imports(tree, facts) for _, tree in trees),
        frozenset(name for name, tree in trees if is_stateless(tree, facts)),
    )


def _yields(body: Iterable[ast.AST]) -> bool:
    """Tells whether a function's own body yields."""
    todo = list(body)
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return True
        if not isinstance(node, (*_FUNCTIONS, ast.Lambda)):
            todo += ast.iter_child_nodes(node)
    return False
