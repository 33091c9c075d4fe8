"""Which calls the threads of an execution make on an object, and which end before which begin.

A call lasts from its first step to its last one. Its thread may well have come to the call
before, and leave it later, but nobody can tell: it does nothing meanwhile that others see. A
call that took longer would only overlap more others, and what has an order in spite of less
overlap has one with more. So the shortest calls are the ones to look at, and no execution is
spent on the others.

Which call ends before which begins can differ between two executions that a reduced search takes
for one, because their steps commute. Recording is therefore an access like any other: the first
step of a call reads a place of its own, the last one writes there, in a part for each thread.
Thus a begin conflicts with the ends of other threads, and with nothing else: neither begins nor
ends have an order among themselves that matters. Where the calls of a class exclude each other,
these conflicts are those of its lock, and the search is as large as without a recording.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any

from grader.engine.encoding import decode, encode
from grader.engine.operations import NOTHING
from grader.engine.recorded import Row

if TYPE_CHECKING:
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread

_ATOMS = (type(None), bool, int, float, str, bytes)


class CallLog:
    """The calls of one execution.

    Args:
        scheduler: of the simulation; None where real threads run.
    """

    def __init__(self, scheduler: Scheduler | None) -> None:
        self._scheduler = scheduler
        self._lock = Lock()
        self._now = 0
        self._begun: dict[SimThread, int] = {}

    def _tick(self) -> int:
        if self._scheduler is None:
            with self._lock:
                self._now += 1
                return self._now
        self._now += 1
        return self._now

    def enter(self) -> int:
        """The running thread has come to a call; returns the time, for a real thread."""
        scheduler = self._scheduler
        if scheduler is None:
            return self._tick()
        thread = scheduler.running
        if not scheduler.gil:
            thread.begins = True
            return 0
        # Accesses are no points here. The point at the entry of a function comes before the call
        # instead, so that the call begins where others can still be done with theirs.
        if thread.touched:
            scheduler.point(thread.site)
            thread.touched = False
        self._begun[thread] = self._tick()
        return 0

    def begins(self, thread: SimThread) -> None:
        """A thread goes on with the first step of its call."""
        thread.begins = False
        self._begun[thread] = self._tick()

    def lasts(self, thread: SimThread) -> bool:
        """Tells whether a thread is in a call, so that its next step may end it."""
        return thread.begins or thread in self._begun

    def leave(
        self,
        entered: int,
        call: tuple[int, str, tuple[Any, ...]],
        answer: tuple[str, Any],
        look: Callable[[Any], object],
    ) -> Row:
        """The running thread is done with a call; returns what is recorded of it.

        Args:
            entered: what `enter` returned.
            call: thread, name and arguments.
            answer: "returned" and the result, or "raised" and the name of the exception's type.
            look: is called with a result that others may be changing, to announce that the rest
                of the step reads it.
        """
        scheduler = self._scheduler
        kind, result = answer
        if scheduler is None:
            return (*call, kind, fixed(result), entered, self._tick())
        thread = scheduler.running
        if type(result) not in _ATOMS:
            look(result)
        if thread.begins:
            # It has met nobody, and so has no place in time yet.
            thread.pending = NOTHING
            scheduler.point(thread.site)
            if thread.begins:
                self.begins(thread)
        scheduler.quiet += 1
        result = fixed(result)
        scheduler.quiet -= 1
        if scheduler.reduced is not None:
            scheduler.reduced.ends_call(thread)
        return (*call, kind, result, self._begun.pop(thread), self._tick())


def fixed(value: Any) -> Any:
    """Returns a value as it is now, for good."""
    return value if type(value) in _ATOMS else decode(encode(value))
