"""Runs the one order that a person has written, in the words of a timeline.

    T1 reads self.value
    T2 writes self.value
    T1 ends

Each line is a cue: that thread goes on until it has done this. What it does before is done on the
way. After the last cue everybody runs by default. A cue that cannot come true is told in a
sentence, and from there on everybody runs by default, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.engine.outcome import Step
    from grader.engine.schedule import Entry
    from grader.engine.scheduler import Scheduler
    from grader.engine.simulated_thread import SimThread

VERBS = ("reads", "writes", "calls", "acquires", "releases", "waits", "ends")
"""What a cue may have a thread do."""

MOST_CUES = 200
_LONGEST = 200
SHAPE = '["T1 reads self.value", "T2 ends"]'
"""An order, to show how one is written."""

_TOLD = 6  # steps that a sentence lists
# What a timeline shows behind a step: the value.
_VALUE = re.compile(r"\s*(→|->|=(?!=)).*$", re.DOTALL)


@dataclass(frozen=True)
class Cue:
    """One line of an order: which thread goes on, until it has done what."""

    text: str
    thread: str
    verb: str
    target: str

    def fits(self, step: Step) -> bool:
        """Whether a step of the thread is what this cue asks for."""
        if step.action + "s" != self.verb:
            return False
        if not self.target or step.action == "wait":
            return True
        done = _squeezed(step.target)
        return any(
            _is_end_of(self.target, name) for name in (done, done.partition("(")[0], done + "()")
        )


class Directed:
    """Follows an order written by a person; works in a recording only.

    Args:
        order: the cues, as texts.

    Attributes:
        impossible: the sentence that says which cue cannot come true, and why; "" so far.
        followed: how many steps had been recorded when that was clear.
        entries: the decisions taken, as `schedule.write` takes them.
    """

    exhausted = False

    def __init__(self, order: Sequence[str]) -> None:
        self._order = order
        self.begin()

    def begin(self) -> bool:
        self.entries: list[Entry] = []
        self.impossible = ""
        self.followed = 0
        self._cues: list[Cue] = []
        self._next = 0
        self._read = 0
        self._since: list[str] = []
        for number, text in enumerate(self._order, 1):
            cue = _read(text)
            if isinstance(cue, str):
                self._cues.clear()
                self.impossible = f"step {number} of the order, {text!r:.60}, can't be read: {cue}"
                break
            self._cues.append(cue)
        if len(self._cues) > MOST_CUES:
            self._cues.clear()
            self.impossible = f"an order has at most {MOST_CUES} steps"
        return True

    def pick(
        self, scheduler: Scheduler, running: SimThread, enabled: list[SimThread], free: bool
    ) -> int:
        index = self._index(scheduler, enabled)
        if index:
            assert scheduler.recorder is not None
            self.entries.append((*scheduler.recorder.label(running), enabled[index].path))
        return index

    def only(self, scheduler: Scheduler, thread: SimThread) -> None:
        """Nobody but this thread can go on."""
        self._index(scheduler, [thread])

    def end(self, scheduler: Scheduler) -> None:
        pass

    def finish(self, scheduler: Scheduler, steps: list[Step]) -> None:
        """Learns how the execution went; what is left of the order never came."""
        self._listen(steps)
        ended = {thread.name for thread in scheduler.threads if thread.done}
        while self._cue is not None and self._cue.verb == "ends" and self._cue.thread in ended:
            self._pass()
        if self._cue is None:
            return
        if scheduler.ending == "deadlock":
            self._give_up("by then nobody can go on any more")
        elif scheduler.ending == "limit":
            self._give_up("the program runs and runs without coming there")
        else:
            self._give_up(self._not_done(self._cue.thread))

    @property
    def _cue(self) -> Cue | None:
        return self._cues[self._next] if self._next < len(self._cues) else None

    def _index(self, scheduler: Scheduler, enabled: list[SimThread]) -> int:
        """Returns which of the enabled threads is to go on."""
        assert scheduler.recorder is not None
        self._listen(scheduler.recorder.steps)
        while (cue := self._cue) is not None:
            thread = next((t for t in scheduler.threads if t.name == cue.thread), None)
            if thread is None:
                # Whoever starts it has to go on first.
                if enabled[0].index == 0:
                    return 0
                names = ", ".join(t.name for t in scheduler.threads if t.index)
                self._give_up(f"there is no thread {cue.thread}; the threads are: {names}")
            elif thread in enabled:
                return enabled.index(thread)
            elif not thread.done and cue.verb == "waits":
                self._pass()
            elif not thread.done:
                self._give_up(f"{thread.name} {thread.block_note()}, so it can't go on")
            elif cue.verb == "ends":
                self._pass()
            else:
                self._give_up(self._not_done(cue.thread))
        return 0

    def _listen(self, steps: list[Step]) -> None:
        """Takes note of the steps that have been done since."""
        unread = steps[self._read :]
        self._read = len(steps)
        for step in unread:
            cue = self._cue
            if cue is None:
                break
            if step.name != cue.thread:
                continue
            if cue.fits(step):
                self._pass()
            else:
                self._since.append(f"{step.action}s {step.target}".strip())

    def _pass(self) -> None:
        self._next += 1
        self._since.clear()

    def _not_done(self, name: str) -> str:
        told = self._since[-_TOLD:]
        if not told:
            return f"{name} does nothing more, it has ended"
        before = "… " if len(told) < len(self._since) else ""
        return f"{name} goes on to its end without it; what it still does: {before}" + ", ".join(
            told
        )

    def _give_up(self, why: str) -> None:
        cue = self._cue
        assert cue is not None
        self.impossible = f"step {self._next + 1} of the order, “{cue.text}”, can't be: {why}"
        self.followed = self._read
        self._cues.clear()


def _read(text: str) -> Cue | str:
    """Returns the cue that a text is, or what is wrong with it."""
    words = _VALUE.sub("", text[:_LONGEST]).split(maxsplit=2)
    if len(words) < 2 or words[1] not in VERBS:
        return f"write who and what, as in {SHAPE}; what is one of {', '.join(VERBS)}"
    thread, verb, *rest = words
    target = _squeezed(rest[0]) if rest else ""
    if not target and verb not in ("waits", "ends"):
        return f"say what {thread} {verb}, as in {SHAPE}"
    return Cue(" ".join(text.split()), thread, verb, target)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _is_end_of(short: str, name: str) -> bool:
    """Whether `short` is `name`, perhaps without the objects before it: "value", "self.value"."""
    return name == short or name.endswith("." + short)
