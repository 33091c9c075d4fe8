"""Simulated `_thread.lock` and `_thread.RLock`.

A call from the program is a scheduling point before the call (the hooks see to
that); here a thread only ever stops where it has to wait.
"""

from __future__ import annotations

import _thread as real
from collections.abc import Callable
from functools import partial
from typing import Any

from grader.engine import current
from grader.engine.rewrite.sites import Site
from grader.engine.scheduler import Scheduler
from grader.engine.simulated_thread import SimThread

TIMEOUT_MAX = real.TIMEOUT_MAX


def _deadline(blocking: bool, timeout: float, scheduler: Scheduler) -> float:
    # A real lock that is free: it complains of bad arguments in this Python's own words.
    real.allocate_lock().acquire(blocking, timeout)
    return scheduler.clock + timeout


class lock:  # noqa: N801 - the name that Python's own type has
    """A simulated lock.

    Attributes:
        holder: the thread that took it last, while it is held; for people only, since
            any thread may release a lock.
        since: the site where that thread took it.
    """

    __slots__ = ("__weakref__", "_held", "holder", "since")

    def __init_subclass__(cls, ours: bool = False) -> None:
        if not ours:
            raise TypeError("type '_thread.lock' is not an acceptable base type")

    def __init__(self) -> None:
        self._held = False
        self.holder: SimThread | None = None
        self.since = 0

    def free(self) -> bool:
        return not self._held

    def free_for(self, thread: SimThread) -> Callable[[], bool]:
        """Returns a function that tells whether `thread` would get the lock at once."""
        return self.free

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        scheduler = current.scheduler or current.require()
        running = scheduler.running
        deadline = None if timeout == -1 else _deadline(blocking, timeout, scheduler)
        if self._held:
            if not blocking or timeout == 0:
                return False
            running.block_note = self.wait_note(running)
            running.waits_on = self
            if not scheduler.block(self.free, deadline):
                return False
        self._held = True
        self.holder = running
        self.since = running.site
        if scheduler.tracking:
            _note_change(self, scheduler, True)
        return True

    def release(self) -> None:
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False
        self.holder = None
        scheduler = current.scheduler
        if scheduler is not None and scheduler.tracking:
            _note_change(self, scheduler, False)

    def locked(self) -> bool:
        return self._held

    __enter__ = acquire

    def __exit__(self, *exception: object) -> None:
        self.release()

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def wait_note(self, waiter: SimThread) -> Callable[[], str]:
        """Returns what tells, when asked, which lock `waiter` waits for and who holds it."""
        return partial(_wait_note, self, waiter)

    def _at_fork_reinit(self) -> None:
        self._held = False
        self.holder = None

    def __repr__(self) -> str:
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


def _wait_note(taken: lock | RLock, waiter: SimThread) -> str:
    """Says in the program's own words what `waiter` waits for, and who holds it."""
    sites = current.require().sites
    site = sites[waiter.site]
    if waiter.taking is not taken:
        if waiter.idle():
            return "waits for a task"
        if site.op == "enter":
            return f"waits for {site.target}"
        # Where the last step was no call, it was a look at what a `wait_for` waits for.
        return f"waits in {site.target}()" if site.op == "call" else f"waits in line {site.line}"
    words = _words(site)
    holder = taken.holder
    if holder is None:
        return f"waits for {words}"
    if holder is waiter:
        return f"waits for {words}, which it holds itself since line {sites[taken.since].line}"
    taken_at = sites[taken.since]
    theirs = _words(taken_at)
    known_as = f" as {theirs}" if theirs and theirs != words else ""
    since = f" since line {taken_at.line}" if taken_at.line else ""
    return f"waits for {words}, held by {holder.name}{known_as}{since}"


def _words(site: Site) -> str:
    return site.target.removesuffix(".acquire") if site.op in ("enter", "call") else ""


def _note_change(taken: lock | RLock, scheduler: Scheduler, held: bool) -> None:
    """Remembers in which step the lock was taken or released."""
    holder = scheduler.running.index if held else None
    scheduler.lock_changes.setdefault(id(taken), []).append((scheduler.event, holder))


class RLock:
    """A simulated re-entrant lock."""

    __slots__ = ("__weakref__", "_count", "holder", "since")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if args or kwargs:
            # What they are good for, or the complaint, is this Python's own.
            real.RLock(*args, **kwargs)
        self._count = 0
        self.holder: SimThread | None = None
        self.since = 0

    def free(self) -> bool:
        return self.holder is None

    def free_for(self, thread: SimThread) -> Callable[[], bool]:
        """Returns a function that tells whether `thread` would get the lock at once."""
        return lambda: self.holder is None or self.holder is thread

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        scheduler = current.scheduler or current.require()
        deadline = None if timeout == -1 else _deadline(blocking, timeout, scheduler)
        me = scheduler.running
        if self.holder is me:
            self._count += 1
            return True
        if self.holder is not None:
            if not blocking or timeout == 0:
                return False
            me.block_note = self.wait_note(me)
            me.waits_on = self
            if not scheduler.block(self.free, deadline):
                return False
        self.holder = me
        self.since = me.site
        self._count = 1
        if scheduler.tracking:
            _note_change(self, scheduler, True)
        return True

    __enter__ = acquire

    def release(self) -> None:
        scheduler = current.scheduler or current.require()
        if self.holder is not scheduler.running:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self.holder = None
            if scheduler.tracking:
                _note_change(self, scheduler, False)

    def __exit__(self, *exception: object) -> None:
        self.release()

    def wait_note(self, waiter: SimThread) -> Callable[[], str]:
        return partial(_wait_note, self, waiter)

    def locked(self) -> bool:
        return self.holder is not None

    def _is_owned(self) -> bool:
        return self.holder is current.require().running

    def _recursion_count(self) -> int:
        return self._count if self._is_owned() else 0

    def _release_save(self) -> tuple[int, SimThread | None]:
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        state = (self._count, self.holder)
        self._count = 0
        self.holder = None
        scheduler = current.require()
        if scheduler.tracking:
            _note_change(self, scheduler, False)
        return state

    def _acquire_restore(self, state: tuple[int, Any]) -> None:
        self.acquire()
        self._count = state[0]

    def _at_fork_reinit(self) -> None:
        self._count = 0
        self.holder = None

    def __repr__(self) -> str:
        state = "unlocked" if self.holder is None else "locked"
        owner = 0 if self.holder is None else self.holder.ident
        where = f"owner={owner} count={self._count} at {id(self):#x}"
        return f"<{state} _thread.RLock object {where}>"


def _as_here(simulated: type, model: type) -> None:
    """Leaves a type the name and the methods that it has in the Python that runs this."""
    for name in set(vars(simulated)) & _METHODS_OF_SOME:
        if not hasattr(model, name):
            delattr(simulated, name)
    simulated.__module__ = "_thread"


_METHODS_OF_SOME = {"locked", "acquire_lock", "release_lock", "locked_lock", "_recursion_count"}
_as_here(lock, real.LockType)
_as_here(RLock, real.RLock)
