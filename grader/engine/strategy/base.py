"""What the engine asks of a strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread


class Strategy(Protocol):
    """Decides the order in which simulated threads run, execution after execution."""

    exhausted: bool
    """True once every schedule (within its bound) has been run."""

    def begin(self) -> bool:
        """Prepares the next execution; False when there is none left."""

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        """Returns the index in `enabled` of the thread that goes on.

        Index 0 is the default. `free` says that choosing another is no preemption,
        because the running thread cannot or would rather not go on.
        """

    def end(self, scheduler: Scheduler) -> None:
        """Learns how the execution went."""
