"""Runs one given schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.engine.errors import ScheduleError

if TYPE_CHECKING:
    from grader.engine.schedule import Entry
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread


class Forced:
    """Follows a trace of choices, then the default; in a recording it notes the entries.

    Args:
        trace: the index chosen at each decision.
        then: after the trace: "default", "fair" (round robin) or the index of the
            thread that is to run alone.
    """

    exhausted = False

    def __init__(self, trace: list[int], then: str | int = "default") -> None:
        self._trace = trace
        self._then = then
        self._position = 0
        self.entries: list[Entry] = []

    def begin(self) -> bool:
        self._position = 0
        self.entries = []
        return True

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        position = self._position
        self._position += 1
        if position < len(self._trace):
            index = min(self._trace[position], len(enabled) - 1)
        else:
            index = self._after(running, enabled)
        if index and scheduler.recorder is not None:
            label = scheduler.recorder.label(running)
            self.entries.append((*label, enabled[index].path))
        return index

    def _after(self, running: SimThread, enabled: list[SimThread]) -> int:
        if self._then == "fair":
            return 1 if enabled[0] is running else 0
        if isinstance(self._then, int):
            for index, thread in enumerate(enabled):
                if thread.index == self._then:
                    return index
        return 0

    def end(self, scheduler: Scheduler) -> None:
        pass


class Following:
    """Follows the entries of a written schedule.

    Args:
        entries: as `schedule.parse` returns them.
        lenient: pass over entries that do not fit, instead of raising.

    Attributes:
        taken: the entries of the execution itself; other than those given if lenient.
    """

    exhausted = False

    def __init__(self, entries: list[Entry], lenient: bool = False) -> None:
        self._entries = entries
        self._lenient = lenient
        self._next = 0
        self.taken: list[Entry] = []

    def begin(self) -> bool:
        self._next = 0
        self.taken = []
        return True

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        assert scheduler.recorder is not None
        label = scheduler.recorder.label(running)
        index = self._index(scheduler, label, enabled)
        if index:
            self.taken.append((*label, enabled[index].path))
        return index

    def _index(
        self, scheduler: Scheduler, label: tuple[str, str, int], enabled: list[SimThread]
    ) -> int:
        candidates = range(self._next, len(self._entries) if self._lenient else self._next + 1)
        for number in candidates:
            if number < len(self._entries) and self._entries[number][:3] == label:
                target = self._entries[number][3]
                for index, thread in enumerate(enabled):
                    if thread.path == target:
                        self._next = number + 1
                        return index
                if not self._lenient:
                    scheduler.refuse(
                        ScheduleError(
                            f"the schedule no longer fits at step {number + 1}: "
                            f"thread {target} cannot run there"
                        )
                    )
        return 0

    def end(self, scheduler: Scheduler) -> None:
        if self._next < len(self._entries) and not self._lenient:
            path, place, count, _ = self._entries[self._next]
            function = place.split(":")[0]
            raise ScheduleError(
                f"the schedule no longer fits at step {self._next + 1}: thread {path} never "
                f"came to access {count} of that line in {function}"
            )
