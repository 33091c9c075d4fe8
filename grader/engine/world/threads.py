"""The simulated `_thread` module, in the form that each Python's `threading` expects."""

from __future__ import annotations

import _thread as real
from collections.abc import Callable
from types import ModuleType
from typing import Any

from grader.engine import current
from grader.engine.simulated_thread import SimThread
from grader.engine.world.locks import TIMEOUT_MAX, RLock, lock

MAIN_IDENT = 1


class ThreadHandle:
    """`_thread._ThreadHandle` of Python 3.13 and later."""

    def __init__(self) -> None:
        self.ident: int | None = None
        self._done = False

    def is_done(self) -> bool:
        return self._done

    def _set_done(self) -> None:
        self._done = True

    def join(self, timeout: float | None = None) -> None:
        scheduler = current.require()
        if self.ident is None:
            raise RuntimeError("thread not started")
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
            scheduler.block(self.is_done, deadline)

    def __repr__(self) -> str:
        return f"<_ThreadHandle object: ident={self.ident}>"


def _name_of(ident: int) -> str:
    threads = current.require().threads
    return threads[ident - 1].name if ident <= len(threads) else "a thread"


class local:  # noqa: N801 - the name that Python's own type has
    """Simulated `_thread._local`: each simulated thread sees its own attributes."""

    __slots__ = ("__dict__", "__weakref__", "_local__start")

    def __new__(cls, /, *args: Any, **kwargs: Any) -> local:
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local__start", (args, kwargs))
        _namespaces()[id(self)] = (self, {})
        return self

    def __getattribute__(self, name: str) -> Any:
        _show_namespace(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        _show_namespace(self)
        if name == "__dict__":
            raise AttributeError(
                f"{type(self).__name__!r} object attribute '__dict__' is read-only"
            )
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        _show_namespace(self)
        object.__delattr__(self, name)


# Python's error messages name it so.
local.__name__, local.__qualname__, local.__module__ = "_thread._local", "_local", "_thread"


def _namespaces() -> dict[int, tuple[local, dict[str, Any]]]:
    return current.require().running.locals


def _show_namespace(self: local) -> None:
    """Gives the object the attributes that the running thread has set."""
    namespaces = _namespaces()
    held = namespaces.get(id(self))
    if held is None:
        # The object is kept alive with its attributes, so its id stays its own.
        held = namespaces[id(self)] = (self, {})
        args, kwargs = object.__getattribute__(self, "_local__start")
        type(self).__init__(self, *args, **kwargs)
    object.__setattr__(self, "__dict__", held[1])


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
            _report(type(error), error)

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
    handle = ThreadHandle() if handle is None else handle
    started = handle

    def body() -> None:
        thread = scheduler.running
        started.ident = thread.ident
        thread.end_actions.append(started._set_done)
        _body(function, (), {})()

    thread = scheduler.spawn(body, daemon)
    handle.ident = thread.ident
    return handle


class _Sentinel(lock):
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


def _make_thread_handle(ident: int) -> ThreadHandle:
    handle = ThreadHandle()
    handle.ident = ident
    return handle


def _exit() -> None:
    raise SystemExit


def simulated_thread_module() -> ModuleType:
    """Returns a `_thread` module whose threads and locks are simulated."""
    module = ModuleType("_thread", "Simulated by GIL Dojo.")
    live: Callable[[], int] = lambda: sum(  # noqa: E731
        not t.done for t in current.require().threads if t.index
    )
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
        "get_native_id": get_ident,
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
        "_count": live,
        "_shutdown": lambda: None,
        "stack_size": lambda size=0: 0,
        "set_name": lambda name: None,
        "exit": _exit,
        "exit_thread": _exit,
        "interrupt_main": lambda signum=2: None,
    }
    vars(module).update(names)
    return module
