"""A simulated thread: what the scheduler and the search know of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import EllipsisType, FrameType
from typing import TYPE_CHECKING, Any

from greenlet import getcurrent, greenlet

from grader.engine.operations import BEGIN, Operation

if TYPE_CHECKING:
    from grader.engine.scheduler import Scheduler

_POOLS = "concurrent.futures.thread"


def waits() -> str:
    return "waits"


def do_nothing() -> None:
    pass


class SimThread:
    """A simulated thread.

    `wait` is None, or tells whether the thread may go on now; `deadline` is the
    time (seconds) at which it may stop waiting; `sleeping` marks one that may
    wake at any moment; `yields` counts how often it was made to, for spinning;
    `touched` says, in the `gil` model, that since its last point it has done what
    others could see, or could have seen done before; `begins`, that its next step
    is the first of a call that is recorded.
    """

    __slots__ = (
        "_scheduler",
        "acquires",
        "asleep_since",
        "begins",
        "block_note",
        "born",
        "calls",
        "counts",
        "daemon",
        "deadline",
        "done",
        "end_actions",
        "end_locals",
        "ended_at",
        "greenlet",
        "ident",
        "index",
        "kills",
        "name",
        "path",
        "pending",
        "places",
        "run",
        "site",
        "sleeping",
        "spawned",
        "spin",
        "starter",
        "taking",
        "touched",
        "wait",
        "waits_for",
        "waits_on",
        "wakes",
        "yields",
    )  # fmt: skip

    def __init__(
        self, scheduler: Scheduler, path: str, run: Callable[[], None], daemon: bool
    ) -> None:
        index = len(scheduler.threads)
        self._scheduler = scheduler
        self.index = index
        self.path = path
        self.name = "main" if index == 0 else f"T{path}"
        self.run = run
        self.daemon = daemon
        self.ident = index + 1
        self.greenlet: greenlet | None = None
        self.wait: Callable[[], bool] | None = None
        self.deadline: float | None = None
        self.sleeping = False
        self.wakes = 0.0
        self.asleep_since = 0
        self.starter: SimThread | None = None
        self.done = False
        self.spawned = 0
        self.spin = 0
        self.yields = 0
        self.kills = 0
        self.site = 0
        self.counts: dict[str, int] = {}
        self.taking: object = None
        self.touched = True
        self.begins = False
        self.end_locals: list[Callable[[], None]] = []
        self.end_actions: list[Callable[[], None]] = []
        self.pending: Operation | EllipsisType = ...
        self.acquires: int | None = None
        self.calls: list[Operation] = []
        self.places: dict[int, list[Any]] = {}
        self.born = -1
        self.ended_at = -1
        self.waits_for: tuple[SimThread, ...] = ()
        # What it waits for, while it does; for people only.
        self.waits_on: object = None
        self.block_note: Callable[[], str] = waits

    def live(self) -> greenlet:
        return self._scheduler.live(self)

    def forget(self) -> None:
        """Drops what refers back to the thread, so that it goes without the collector."""
        self.drop_locals()
        self.end_actions.clear()
        self.block_note = waits
        self.waits_on = None
        self.wait = None
        self.run = do_nothing

    def drop_locals(self) -> None:
        """Drops what the thread alone could see: its attributes of thread-local objects."""
        while self.end_locals:
            self.end_locals.pop()()

    def idle(self) -> bool:
        """Whether it is a pool's thread that waits for a task."""
        standing = self.greenlet
        if standing is None or standing is getcurrent():
            frame: FrameType | None = sys._getframe(1)
        else:
            frame = standing.gr_frame
        while frame is not None and frame.f_globals.get("__name__") != _POOLS:
            frame = frame.f_back
        return frame is not None and frame.f_code.co_name == "_worker"

    def operation(self) -> Operation:
        """What the thread's next step touches: what it announced, and the calls it is in."""
        announced = self.pending
        if self.deadline is not None or announced is None:
            # A timeout fires depending on everybody.
            return None
        if announced is ...:
            if not self.calls:
                return None
            announced = ()
        for call in self.calls:
            if call is None:
                return None
            announced += call
        return announced + BEGIN if self.begins else announced

    def take_causes(self) -> list[int]:
        """Returns the steps that must have come before the one that begins now."""
        causes = [thread.ended_at for thread in self.waits_for if thread.done]
        causes.append(self.born)
        self.born = -1
        self.waits_for = ()
        self.pending = ...
        self.acquires = None
        return [cause for cause in causes if cause >= 0]
