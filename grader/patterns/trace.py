"""A recorded execution, as the patterns ask about it: accesses, calls, and who holds what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from grader.engine.outcome import Step, Timeline

MAIN = "0"
CONCEALED = "(a hidden test)"
"""The source of a step of a hidden test; no sentence names anything of it."""

_CONTAINERS = {"list", "dict", "set", "deque", "OrderedDict", "defaultdict", "Counter", "bytearray"}
_CHANGES = {
    "add", "append", "appendleft", "clear", "discard", "extend", "extendleft", "insert",
    "move_to_end", "pop", "popitem", "popleft", "remove", "reverse", "rotate", "setdefault",
    "sort", "subtract", "update",
}  # fmt: skip
_STARTS_OR_AWAITS = (
    "Thread.start", "Thread.join", "ThreadPoolExecutor.submit", "ThreadPoolExecutor.map",
    "Future.result",
)  # fmt: skip
WAITS = ("Condition.wait", "Condition.wait_for")
_ASKS = re.compile(
    r"^\s*(if|elif|while|assert)\b|\bif\b|\band\b|\bor\b|\bnot in\b|\bis (not )?None\b|\bwait_for\b"
)


@dataclass(frozen=True)
class Pattern:
    """What went wrong, by the name that the field has for it.

    Attributes:
        name: "lost update", "lock-order circle" …
        sentence: what happened here: who, where, with which values.
        steps: the numbers, from 0, of the timeline's steps that show it; the last is the fatal one.
    """

    name: str
    sentence: str
    steps: tuple[int, ...]

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Pattern:
        return cls(data["name"], data["sentence"], tuple(data["steps"]))


@dataclass(frozen=True)
class Access:
    """A step that reads or changes something that others may see.

    `place` is 0 where it is about all of the object.
    """

    index: int
    step: Step
    writes: bool

    @property
    def thread(self) -> str:
        return self.step.thread

    @property
    def place(self) -> int:
        return self.step.place

    @property
    def asks(self) -> bool:
        """Whether it is read to decide something."""
        return not self.writes and bool(_ASKS.search(self.step.source))

    def conflicts(self, other: Access) -> bool:
        """Whether both are about the same, and one of them changes it."""
        return (self.writes or other.writes) and self.meets(other)

    def meets(self, other: Access) -> bool:
        """Whether both are about the same."""
        mine, theirs = self.step, other.step
        if not mine.object or mine.object != theirs.object:
            return False
        return mine.place == theirs.place or not mine.place or not theirs.place


class Trace:
    """The steps of an execution, with what the patterns need of them."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.steps = timeline.steps
        self.names = dict(timeline.threads)
        self._marks: dict[str, list[int]] = {}
        for number, step in enumerate(timeline.steps):
            if step.method in _STARTS_OR_AWAITS:
                self._marks.setdefault(step.thread, []).append(number)
        self._numbers = {id(step): number for number, step in enumerate(timeline.steps)}
        self.accesses = list(self._accesses())
        self._test_file = self._find_test_file()
        own = [step for step in self.steps if not self.in_test(step)]
        theirs = [step.file for step in own if step.thread != MAIN]
        files = Counter(theirs or [step.file for step in own])
        self._main_file = files.most_common(1)[0][0] if files else ""
        self.preempted = any(step.switch == "preempted" for step in self.steps)

    def _find_test_file(self) -> str:
        """Returns the file of the test in which main begins; "" if it begins elsewhere."""
        for step in self.steps:
            calls = list(self._calls(step)) if step.thread == MAIN else []
            if not calls:
                continue
            _, name, file = self.timeline.activations[calls[-1] - 1]
            if name[:1] != "<":  # a module that is imported
                return file if PurePath(file).name.startswith("test") else ""
        return ""

    def in_test(self, step: Step) -> bool:
        """Whether a step is one of the test's own, not of the program that it tests."""
        return step.source == CONCEALED or step.file == self._test_file

    def _accesses(self) -> Iterator[Access]:
        for index, step in enumerate(self.steps):
            if step.action in ("read", "write"):
                yield Access(index, step, step.action == "write")
            elif step.action == "call":
                kind, _, name = step.method.partition(".")
                if kind in _CONTAINERS:
                    yield Access(index, step, name in _CHANGES)

    def of(self, thread: str) -> list[Access]:
        """Returns what one thread accesses, in order."""
        return [access for access in self.accesses if access.thread == thread]

    def looks(self, thread: str) -> Iterator[Access]:
        """Yields what a thread reads, without the reads of what it changes on that line."""
        mine = self.of(thread)
        for access in mine:
            changes = any(
                other.writes and other.place == access.place and other.step.line == access.step.line
                for other in mine
            )
            if not access.writes and not changes:
                yield access

    def between(self, first: int, last: int, thread: str) -> list[Access]:
        """Returns what the other threads change between two steps of a thread."""
        return [
            access
            for access in self.accesses
            if first < access.index < last and access.thread != thread and access.writes
        ]

    def since(self, read: Access) -> list[Access]:
        """Returns what the other threads change after a thread has read something."""
        return self.between(read.index, len(self.steps), read.thread)

    def one_operation(self, first: Step, last: Step) -> bool:
        """Whether two steps of a thread belong to one call of a function of their file.

        If it has started another thread in between, or waited for its end, they don't: what has
        changed meanwhile is no surprise.
        """
        if first.thread != last.thread or first.file != last.file:
            return False
        numbers = sorted((self._number(first), self._number(last)))
        if self._starts_or_awaits(numbers[0], numbers[1], first.thread):
            return False
        common = set(self._calls(first)) & set(self._calls(last))
        return any(self.timeline.activations[call - 1][2] == first.file for call in common)

    def _calls(self, step: Step) -> Iterator[int]:
        number, activations = step.activation, self.timeline.activations
        while 0 < number <= len(activations):
            yield number
            number = activations[number - 1][0]

    def beside(self, one: int, other: int, reader: str) -> bool:
        """Whether a thread has neither started nor awaited another one between two of its steps.

        What a thread sees before it starts another one, or after it has waited for its end or
        for a signal, is no surprise.
        """
        return not self._starts_or_awaits(min(one, other), max(one, other), reader) and not any(
            step.thread == reader and step.action == "wait" and not step.since
            for step in self.steps[min(one, other) : max(one, other)]
        )

    def waits_after(self, index: int) -> bool:
        """Whether the next thing that the thread of a step does is to wait, and ask again."""
        thread = self.steps[index].thread
        mine = (step for step in self.steps[index + 1 :] if step.thread == thread)
        return next((step.method in WAITS for step in mine), False)

    def _starts_or_awaits(self, first: int, last: int, thread: str) -> bool:
        marks = self._marks.get(thread, [])
        return bisect_left(marks, first) < bisect_left(marks, last)

    def _number(self, step: Step) -> int:
        return self._numbers[id(step)]

    def is_over(self, taken: Step, now: Step) -> bool:
        """Whether the call in which a thread took a lock has ended by a later step of it."""
        return taken.activation not in self._calls(now)

    def held(self, index: int, thread: str) -> set[int]:
        """Returns the locks that a thread holds before a step."""
        taken: Counter[int] = Counter()
        for step in self.steps[:index]:
            if step.thread == thread and step.action in ("acquire", "release"):
                taken[step.object] += 1 if step.action == "acquire" else -1
        return {lock for lock, times in taken.items() if times > 0}

    def stuck(self) -> dict[str, int]:
        """Returns, for each thread that waits at the end, the number of that step."""
        last = {step.thread: index for index, step in enumerate(self.steps)}
        return {
            path: index
            for path, index in last.items()
            if self.steps[index].action == "wait" and (self.steps[index].fatal or path == MAIN)
        }

    # -- words ---------------------------------------------------------------

    def name(self, path: str) -> str:
        return self.names.get(path, "a thread")

    def line(self, step: Step) -> str:
        return f"line {step.line}" + (f" of {step.file}" if step.file != self._main_file else "")

    def lines(self, one: Step, other: Step) -> str:
        """Returns "on line 5" for the second of two steps, or "there" where both are on one."""
        same = (one.file, one.line) == (other.file, other.line)
        return "there" if same else f"on {self.line(other)}"


def what(step: Step) -> str:
    """Returns what a step is about, as the program calls it: "`self.value`"."""
    name = step.target.partition("(")[0] if step.action == "call" else step.target
    name = name or step.note.rpartition(" in ")[2].removesuffix("()")
    return f"`{name.removesuffix('.acquire')}`"


def waiting(step: Step) -> str:
    """Returns how a thread waits: "waits in `self.queue.get()`", or "waits" of a line alone."""
    words, _, call = step.note.partition(" in ")
    if call.startswith("line "):
        return words
    return f"{words} in `{call}`" if call else step.note or "waits"


def goes_back(first: Step, last: Step) -> bool:
    """Whether a later step of a function stands above an earlier one: in another call of it, or
    in another round of a loop, so that it does not rest on the earlier one."""
    here = (first.file, first.function) == (last.file, last.function)
    return here and last.line < first.line


def asked(step: Step) -> str:
    """Returns what was read: a name, or the call that read it."""
    return f"`{step.target}`" if step.action == "call" else what(step)


def receiver(step: Step) -> str:
    """Returns what a method is called on: "`self.items`"."""
    name = step.target.partition("(")[0]
    return f"`{name.rpartition('.')[0] or name}`"


def subject(step: Step) -> str:
    """Returns the object or place that an access is about."""
    return receiver(step) if step.action == "call" else what(step)


def seen(step: Step) -> str:
    """Returns the value that was read, to go behind its name: " (0)"."""
    return f" ({step.value})" if step.value and step.action in ("read", "call") else ""
