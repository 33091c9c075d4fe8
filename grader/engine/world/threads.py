"""The simulated `_thread` module, in the form that each Python's `threading` expects."""

from __future__ import annotations

import _thread as real
import sys
from collections.abc import Callable
from functools import partial
from types import FunctionType, ModuleType, SimpleNamespace
from typing import Any
from weakref import ref

from grader.engine import current
from grader.engine.simulated_thread import SimThread
from grader.engine.world.locks import TIMEOUT_MAX, RLock, lock

MAIN_IDENT = 1


class ThreadHandle:
    """`_thread._ThreadHandle` of Python 3.13 and later."""

    def __init__(self) -> None:
        self.ident = 0
        self._done = False

    def is_done(self) -> bool:
        return self._done

    def _set_done(self) -> None:
        self._check_started()
        self._done = True

    def _check_started(self) -> None:
        if not self.ident:
            raise RuntimeError("thread not started")

    def join(self, timeout: float | None = None) -> None:
        scheduler = current.require()
        self._check_started()
        if self._done:
            return
        if self.ident == scheduler.running.ident:
            raise RuntimeError("Cannot join current thread")
        if timeout is not None and timeout < 0:
            timeout = None
        name = _name_of(self.ident)
        scheduler.running.block_note = lambda: f"waits for {name} to end"
        deadline = None if timeout is None else scheduler.clock + timeout
        if timeout != 0:
            scheduler.running.waits_for = (scheduler.threads[self.ident - 1],)
            scheduler.running.waits_on = scheduler.running.waits_for
            scheduler.block(self.is_done, deadline)

    def __repr__(self) -> str:
        return f"<_thread._ThreadHandle object: ident={self.ident}>"


def _name_of(ident: int) -> str:
    threads = current.require().threads
    return threads[ident - 1].name if ident <= len(threads) else "a thread"


class local:  # noqa: N801 - the name that Python's own type has
    """Simulated `_thread._local`: each simulated thread sees its own attributes."""

    __slots__ = ("__dict__", "__weakref__", "_local__namespaces", "_local__start")

    def __new__(cls, /, *args: Any, **kwargs: Any) -> local:
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local__start", (args, kwargs))
        object.__setattr__(self, "_local__namespaces", {})
        _new_namespace(self)
        return self

    def __getattribute__(self, name: str) -> Any:
        _show_namespace(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        _show_namespace(self)
        _refuse_namespace(self, name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        _show_namespace(self)
        _refuse_namespace(self, name)
        object.__delattr__(self, name)


# Python's error messages name it so.
local.__name__, local.__qualname__, local.__module__ = "_thread._local", "_local", "_thread"


def _refuse_namespace(self: local, name: str) -> None:
    if name == "__dict__":
        raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")


def _new_namespace(self: local) -> dict[str, Any]:
    """Gives the running thread attributes of its own; they go when it ends or the object does."""
    thread = current.require().running
    namespace: dict[str, Any] = {}
    object.__getattribute__(self, "_local__namespaces")[thread] = namespace
    thread.end_locals.append(partial(_end_namespace, ref(self), thread))
    return namespace


def _end_namespace(known: ref[local], thread: SimThread) -> None:
    self = known()
    if self is not None:
        namespace = object.__getattribute__(self, "_local__namespaces").pop(thread, None)
        if object.__getattribute__(self, "__dict__") is namespace:
            object.__setattr__(self, "__dict__", {})


def _show_namespace(self: local) -> None:
    """Gives the object the attributes that the running thread has set."""
    namespace = object.__getattribute__(self, "_local__namespaces").get(current.require().running)
    if namespace is None:
        namespace = _new_namespace(self)
        args, kwargs = object.__getattribute__(self, "_local__start")
        type(self).__init__(self, *args, **kwargs)
    object.__setattr__(self, "__dict__", namespace)


def _report(kind: type[BaseException], error: BaseException | None) -> None:
    """Notes an exception that ended a thread and reached nobody."""
    scheduler = current.require()
    if scheduler.killing:
        return
    if scheduler.recorder is not None:
        scheduler.recorder.raised(scheduler.running, error)
    text = "" if error is None else scheduler.text_of(error)
    said = f"{kind.__name__}: {text}" if text else kind.__name__
    scheduler.unhandled.append(f"{scheduler.running.name}: {said}")


def ignore_unraisable(unraisable: Any) -> None:
    """Says nothing of an exception that nobody can catch."""


def _report_unraisable(error: BaseException, function: Callable[..., Any]) -> None:
    """What becomes of an exception that ends a thread which is no `threading.Thread`."""
    hook = sys.unraisablehook
    if hook is ignore_unraisable:
        _report(type(error), error)
        return
    words = "Exception ignored in thread started by"
    named = (f"{words} {function!r}", None) if sys.version_info >= (3, 13) else (words, function)
    hook(
        SimpleNamespace(
            exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__,
            err_msg=named[0], object=named[1],
        )
    )  # fmt: skip


def _excepthook(args: Any, /) -> None:
    if args.exc_type is not SystemExit:
        _report(args.exc_type, args.exc_value)


def _body(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    def body() -> None:
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            if current.require().killing:
                raise
            _report_unraisable(error, function)

    return body


def start_new_thread(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any] | None = None, /
) -> int:
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    # Up to 3.12 a Thread starts itself by this call; a bare one is a daemon by nature.
    owner = getattr(function, "__self__", None)
    daemon = bool(getattr(owner, "daemon", True))
    return current.require().spawn(_body(function, args, kwargs or {}), daemon).ident


def start_joinable_thread(
    function: Callable[[], Any], handle: ThreadHandle | None = None, daemon: bool = True
) -> ThreadHandle:
    scheduler = current.require()
    if not callable(function):
        raise TypeError("thread function must be callable")
    if not isinstance(handle, ThreadHandle | None):
        raise TypeError("'handle' must be a _ThreadHandle")
    handle = ThreadHandle() if handle is None else handle
    if handle.ident:
        raise RuntimeError("thread already started")
    started = handle

    def body() -> None:
        thread = scheduler.running
        started.ident = thread.ident
        thread.end_actions.append(started._set_done)
        _body(function, (), {})()

    thread = scheduler.spawn(body, daemon)
    handle.ident = thread.ident
    return handle


class _Sentinel(lock, ours=True):
    """The lock that a thread holds as long as it lives, up to Python 3.12."""

    __slots__ = ("owner",)

    def __init__(self, owner: SimThread) -> None:
        super().__init__()
        self.owner = owner

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        if current.require().running is not self.owner:
            current.require().running.waits_for = (self.owner,)
        return super().acquire(blocking, timeout)

    __enter__ = acquire

    def wait_note(self, waiter: SimThread) -> Callable[[], str]:
        return lambda: f"waits for {self.owner.name} to end"


def _set_sentinel() -> lock:
    sentinel = _Sentinel(current.require().running)
    current.require().running.end_actions.append(lambda: _release_if_held(sentinel))
    return sentinel


def _release_if_held(sentinel: lock) -> None:
    if sentinel.locked():
        sentinel.release()


def get_ident() -> int:
    scheduler = current.scheduler
    return MAIN_IDENT if scheduler is None else scheduler.running.ident


def get_native_id() -> int:
    return get_ident()


def _make_thread_handle(ident: int) -> ThreadHandle:
    handle = ThreadHandle()
    handle.ident = ident
    return handle


ThreadHandle.__name__, ThreadHandle.__module__ = "_ThreadHandle", "_thread"


def exit() -> None:
    raise SystemExit


def interrupt_main(signum: int = 2, /) -> None:
    raise RuntimeError("interrupt_main() is not simulated")  # The hooks refuse the call.


def stack_size(size: int = 0, /) -> int:
    """Keeps the size and does nothing with it: the engine's stacks are not the program's."""
    scheduler = current.require()
    before = scheduler.stack_size
    if size:
        # It complains in this Python's own words.
        real.stack_size(real.stack_size(size))
    scheduler.stack_size = size
    return before


def _count() -> int:
    return sum(not t.done for t in current.require().threads if t.index)


def simulated_thread_module() -> ModuleType:
    """Returns a `_thread` module whose threads and locks are simulated."""
    module = ModuleType("_thread", "Simulated by GIL Dojo.")
    names: dict[str, Any] = {
        "allocate": lock,
        "allocate_lock": lock,
        "lock": lock,
        "LockType": lock,
        "RLock": RLock,
        "TIMEOUT_MAX": TIMEOUT_MAX,
        "error": RuntimeError,
        "_local": local,
        "get_ident": get_ident,
        "get_native_id": get_native_id,
        "start_new": start_new_thread,
        "start_new_thread": start_new_thread,
        "start_joinable_thread": start_joinable_thread,
        "_ThreadHandle": ThreadHandle,
        "_make_thread_handle": _make_thread_handle,
        "_get_main_thread_ident": lambda: MAIN_IDENT,
        "_is_main_interpreter": lambda: True,
        "daemon_threads_allowed": lambda: True,
        "_set_sentinel": _set_sentinel,
        "_excepthook": _excepthook,
        "_ExceptHookArgs": real._ExceptHookArgs,
        "_count": _count,
        "_shutdown": lambda: None,
        "stack_size": stack_size,
        "set_name": lambda name: None,
        "_get_name": lambda: "",
        "_NAME_MAXLEN": getattr(real, "_NAME_MAXLEN", None),
        "exit": exit,
        "exit_thread": exit,
        "interrupt_main": interrupt_main,
    }
    for name, value in names.items():
        if hasattr(real, name):
            vars(module)[name] = value
            if isinstance(value, FunctionType):
                value.__module__ = "_thread"
    return module
