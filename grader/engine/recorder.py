"""Records the execution that is shown: labels for its schedule, steps for its timeline.

A value that is read is looked up right before the access; nothing else runs in
between. A value that is written is looked up at the writer's next point.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import CodeType, FunctionType, MethodType
from typing import Any

from grader.engine.encoding import beginning, scrub
from grader.engine.numbering import Numbering
from grader.engine.outcome import Step, Timeline
from grader.engine.peek import UNKNOWN, short
from grader.engine.rewrite.sites import Site
from grader.engine.scheduler import Scheduler
from grader.engine.simulated_thread import SimThread
from grader.engine.strategy.directed import Directed
from grader.engine.world.locks import RLock, lock

# Where an exception keeps the step that shows it; by its id another, soon, might be taken for it.
_STEP = "step of the recorder"
_attributes_of: Callable[[BaseException], dict[str, Any]] = vars(BaseException)["__dict__"].__get__


class Recorder:
    """The record of one execution.

    Args:
        scheduler: whose execution it is.
        sites: by number.
        keep: keeps an object alive, so that its id stays its own.

    Attributes:
        director: who wants to know where only one thread can go on, too.
        scenario: the file of the code that calls the submission; None if there is none.
        asked: its calls, as in `Timeline`.
    """

    director: Directed | None = None
    scenario: str | None = None

    def __init__(
        self, scheduler: Scheduler, sites: list[Site], keep: Callable[[Any], None] | None
    ) -> None:
        self.scheduler = scheduler
        self.sites = sites
        self.numbers = Numbering({site.file for site in sites}, keep)
        # The calls of Python's own that each thread is in.
        self._inside: dict[int, list[Step]] = {}
        # The sites whose location is asked for later: by the store of `+=`, by the end of `with`.
        self._partners = {site.partner for site in sites}
        self.steps: list[Step] = []
        self.asked: list[tuple[str, str]] = []
        self._sites_by_line = {(site.file, site.line): site.number for site in sites}
        self._labels: dict[int, tuple[str, str, int]] = {}
        self._written: dict[int, tuple[Step, Callable[[], Any]]] = {}
        # Which call made a variable of a function last, by that function and the variable.
        self._makers: dict[tuple[str, str], tuple[int, int]] = {}
        self._last = "0"
        self._locations: dict[tuple[int, int], list[tuple[Any, Any]]] = {}
        self._versions: dict[int, int] = {}
        self._seen: dict[tuple[int, int], int] = {}

    # -- labels ------------------------------------------------------------

    def announce(self, thread: SimThread) -> None:
        """The thread stands at a point: gives that moment its label."""
        self.flush(thread)
        place = self.sites[thread.site].place
        count = thread.counts.get(place, 0) + 1
        thread.counts[place] = count
        self._labels[thread.index] = (thread.path, place, count)

    def label(self, thread: SimThread) -> tuple[str, str, int]:
        """Returns (path, place, nth): where the thread stands, as a schedule names it."""
        if thread.done:
            return (thread.path, "end:0000", 1)
        return self._labels.get(thread.index, (thread.path, "start:0000", 1))

    # -- steps -------------------------------------------------------------

    def locate(self, site: int, owner: Any, key: Any) -> None:
        """Remembers what the running thread accesses at `site`, if that is asked for later."""
        if site in self._partners:
            here = (self.scheduler.running.index, site)
            self._locations.setdefault(here, []).append((owner, key))

    def home_of(self, frame: Any, name: str) -> tuple[Any, Any]:
        """Where the global or closure variable `name` of a frame lives: (owner, key).

        The cell of a closure variable can't be had; what stands for it is the call that made it,
        or the last one that did, if the thread is not inside of that.
        """
        code = frame.f_code
        if name not in code.co_freevars and name not in code.co_cellvars:
            return (frame.f_globals, name)
        outer: Any = frame
        while outer is not None and not _makes(outer.f_code, name, code):
            outer = outer.f_back
        if outer is not None:
            place = (outer.f_code.co_qualname, name)
            call = (self.scheduler.running.index, self.numbers.activation(outer))
            self._makers[place] = call
            return (("closure", *place, call), name)
        made = [place for place in self._makers if place[1] == name and _within(code, place[0])]
        place = max(made, key=lambda one: len(one[0]), default=("", name))
        return (("closure", *place, self._makers.get(place)), name)

    def located(self, site: int) -> tuple[Any, Any] | None:
        """What the running thread accessed at `site`; asked once."""
        noted = self._locations.get((self.scheduler.running.index, site))
        return noted.pop() if noted else None

    def step(self, site: int, action: str, target: str = "", value: str = "") -> Step:
        """Notes what the running thread does now."""
        at = self.sites[site]
        thread = self.scheduler.running
        switch = ""
        if thread.path != self._last:
            switch = self.scheduler.switch_reason
            self._last = thread.path
        step = Step(
            thread.path, thread.name, at.file, at.line, at.function, at.source,
            action, target or at.target, value, "", False, switch,
        )  # fmt: skip
        step.activation = self.numbers.activation(sys._getframe(1))
        if not self.scheduler.over:
            self.steps.append(step)
        return step

    def ask(self, function: Callable[..., Any], args: Any, kwargs: Any) -> None:
        """Notes that the scenario calls the submission."""
        name = scrub(beginning(function.__name__))
        if isinstance(function, MethodType):
            name = f"{type(function.__self__).__name__}.{name}"
        handed = [short(arg) for arg in args] + [f"{k}={short(v)}" for k, v in kwargs.items()]
        call = f"{name}({', '.join(handed)})"
        if args and _is_property(args[0], function.__name__):
            call = f"{type(args[0]).__name__}.{name}"
        self.asked.append((self.scheduler.running.path, call))

    def access(self, n: int, owner: Any, key: Any, found: Callable[[], Any]) -> None:
        """Notes a read or write; `found` looks the value up without side effects."""
        site = self.sites[n]
        if site.op in ("write", "update"):
            step = self._accessed(n, "write", owner, key)
            if _is_property(owner, key):
                step.object = 0
            self._written[self.scheduler.running.index] = (step, found)
            self._mark_if_stale(step)
        elif site.op == "delete":
            self._bump(self._accessed(n, "write", owner, key, "(deleted)"))
        else:
            value = found()
            if isinstance(value, (FunctionType, MethodType)):
                return
            text = "" if value is UNKNOWN else short(value)
            step = self._accessed(n, "read", owner, key, text)
            if value is not UNKNOWN:
                step.refers = self.numbers.object(value)
            elif _is_property(owner, site.key):  # its code has accesses of its own
                step.object = 0
            if step.place:
                seen = (self.scheduler.running.index, step.place)
                self._seen[seen] = self._versions.get(step.place, 0)

    def _accessed(self, n: int, action: str, owner: Any, key: Any, value: str = "") -> Step:
        step = self.step(n, action, value=value)
        step.object = self.numbers.object(owner)
        step.place = self.numbers.place(owner, key)
        return step

    def whole(self, n: int, owner: Any) -> None:
        """Notes that the running thread looks at a container as a whole."""
        self.step(n, "read", value=short(owner)).object = self.numbers.object(owner)

    def _bump(self, step: Step) -> None:
        self._versions[step.place] = self._versions.get(step.place, 0) + 1

    def _mark_if_stale(self, step: Step) -> None:
        """A write after a read that somebody else's write has overtaken loses that write."""
        if not step.place:
            return
        seen = self._seen.get((self.scheduler.running.index, step.place))
        if seen is not None and seen != self._versions.get(step.place, 0):
            step.fatal = True
            step.note = "overwrites a value it never read"
        self._bump(step)
        here = (self.scheduler.running.index, step.place)
        self._seen[here] = self._versions[step.place]

    def flush(self, thread: SimThread) -> None:
        """Looks up what the thread's last write wrote."""
        written = self._written.pop(thread.index, None)
        if written is not None:
            step, found = written
            value = found()
            if value is not UNKNOWN:
                step.value = short(value)
                step.refers = self.numbers.object(value)

    def forget(self) -> None:
        """Drops the program's objects; the steps are plain text."""
        for owned in (self._locations, self._written, self._seen, self._versions, self._inside):
            owned.clear()
        self.numbers.forget()

    def calls(self, step: Step) -> list[Step]:
        """Notes that the running thread is in a call; returns the calls that it is in."""
        inside = self._inside.setdefault(self.scheduler.running.index, [])
        inside.append(step)
        return inside

    def blocked(self, thread: SimThread) -> None:
        if not thread.idle():
            self._tell_wait(self.step(thread.site, "wait"), thread)

    def _tell_wait(self, step: Step, thread: SimThread) -> None:
        """Says in a step what its thread waits for, and who has it."""
        step.note = thread.block_note()
        awaited = thread.waits_on
        own = thread.taking is awaited or self.numbers.known(awaited)
        if isinstance(awaited, (lock, RLock)) and own:
            step.object = self.numbers.object(awaited)
            step.method = f"{'RLock' if isinstance(awaited, RLock) else 'Lock'}.acquire"
            step.holder = awaited.holder.path if awaited.holder else ""
            step.since = self.sites[awaited.since].line
        elif isinstance(awaited, tuple):
            step.method = "Thread.join"
            step.holder = next((other.path for other in awaited if not other.done), "")
        elif inside := self._inside.get(thread.index):
            step.object, step.method = inside[-1].object, inside[-1].method
            step.refers = inside[-1].refers

    def ended(self, thread: SimThread) -> None:
        self.flush(thread)

    def raised(self, thread: SimThread, error: BaseException | None, fatal: bool = True) -> None:
        """Notes an exception that leaves a thread; once, even if it then leaves another."""
        if error is None:
            return
        step = _attributes_of(error).get(_STEP)
        if step is None:
            mine = (one for one in reversed(self.steps) if one.thread == thread.path)
            call = next(mine, None)
            step = self.step(self._origin(error) or thread.site, "raise", type(error).__name__)
            step.note = self.scheduler.text_of(error)
            _attributes_of(error)[_STEP] = step
            if call and (call.value, call.line) == (f"raises {short(type(error))}", step.line):
                call.value = ""  # the next step says so
        step.fatal = step.fatal or fatal

    def _origin(self, error: BaseException) -> int:
        """A site on the program's line that raised the error; 0 if there is none."""
        origin = 0
        traceback = error.__traceback__
        while traceback is not None:
            place = (traceback.tb_frame.f_code.co_filename, traceback.tb_lineno)
            origin = self._sites_by_line.get(place, origin)
            traceback = traceback.tb_next
        return origin

    def mark_deadlock(self) -> None:
        """Shows where every thread of a deadlock stands, and marks those steps."""
        for thread in self.scheduler.threads:
            if thread.done or thread.wait is None or thread.idle():
                continue
            mine = [step for step in self.steps if step.thread == thread.path]
            last = mine[-1] if mine else None
            if last is None or last.action != "wait" or last.line != self.sites[thread.site].line:
                self.scheduler.running = thread
                self.scheduler.switch_reason = "waits"
                last = self.step(thread.site, "wait")
            self._tell_wait(last, thread)
            last.fatal = thread.index != 0 or len(self.scheduler.threads) == 1

    def mark_loops(self) -> None:
        """Shows in which loop every thread is that goes on for ever."""
        for thread in self.scheduler.threads:
            if not thread.done and thread.wait is None:
                self.scheduler.running = thread
                self.step(thread.site, "loop").fatal = True

    def timeline(self, ending: str) -> Timeline:
        """Returns what was recorded, with the threads that show in it."""
        for thread in self.scheduler.threads:
            self.flush(thread)
        names = {t.path: t.name for t in self.scheduler.threads}
        calls = list(self.numbers.calls)
        return Timeline(list(names.items()), self.steps, ending, calls, self.asked)


def _is_property(owner: Any, key: Any) -> bool:
    kinds = type(owner).__mro__ if type(key) is str else ()
    return isinstance(next((vars(k)[key] for k in kinds if key in vars(k)), None), property)


def _makes(maker: CodeType, name: str, code: CodeType) -> bool:
    """Whether a call of `maker` makes the variable that `code` calls `name`."""
    return name in maker.co_cellvars and (maker is code or _within(code, maker.co_qualname))


def _within(code: CodeType, qualname: str) -> bool:
    return code.co_qualname.startswith(f"{qualname}.<locals>.")
