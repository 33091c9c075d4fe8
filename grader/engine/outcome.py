"""What an exploration found: outcomes, their timelines, the set of values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import asdict, dataclass, field
from typing import Any

from grader.engine.encoding import canonical, decode, encode, safe_text

ORDER = "order"
"""The strategy of an exploration that is one execution, in an order written by a person."""


@dataclass(slots=True)
class Step:
    """One row of a timeline.

    `thread` is the spawn path ("0" is main, "1" its first thread, "1.2" the
    second thread that "1" started); `switch` says why control came here just
    before this step: "", "preempted", "waits", "ended" or "yields".

    The rest is for what reads executions, see `grader.patterns`. Objects and places are
    numbered in the order in which they come up; 0 is none.

    Attributes:
        object: what is accessed, called on, taken or waited for.
        place: the attribute, item or name of it; 0 for the whole of it.
        refers: the object that is read or written; of a condition, its lock.
        activation: the call that the step belongs to, from 1 in `Timeline.activations`.
        method: what is called of Python's own: "list.append", "Condition.wait".
        holder: the path of the thread that holds what is waited for.
        since: the line where it took that.
    """

    thread: str
    name: str
    file: str
    line: int
    function: str
    source: str
    action: str
    target: str = ""
    value: str = ""
    note: str = ""
    fatal: bool = False
    switch: str = ""
    object: int = field(default=0, compare=False)
    place: int = field(default=0, compare=False)
    refers: int = field(default=0, compare=False)
    activation: int = field(default=0, compare=False)
    method: str = field(default="", compare=False)
    holder: str = field(default="", compare=False)
    since: int = field(default=0, compare=False)


@dataclass(slots=True)
class Timeline:
    """One execution, shown to a person.

    Attributes:
        threads: (path, name) of each thread.
        steps: what they did, in that order.
        ending: how it ended, in a few words.
        activations: (number of the caller's or 0, function, file) of each call of a function
            of the program in which there is a step.
        asked: (path of the thread, call) of each call of the submission by its scenario, such as
            ("1", "Stock.take('tea', 2)").
    """

    threads: list[tuple[str, str]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    ending: str = ""
    activations: list[tuple[int, str, str]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def to_data(self) -> dict[str, Any]:
        return {
            "threads": [list(pair) for pair in self.threads],
            "steps": [asdict(step) for step in self.steps],
            "ending": self.ending,
            "activations": [list(activation) for activation in self.activations],
            "asked": [list(pair) for pair in self.asked],
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Timeline:
        return cls(
            [(str(path), str(name)) for path, name in data["threads"]],
            [Step(**step) for step in data["steps"]],
            str(data["ending"]),
            [(int(n), str(name), str(file)) for n, name, file in data["activations"]],
            [(str(path), str(call)) for path, call in data["asked"]],
        )


class Outcome:
    """How an execution ended, with its canonical schedule.

    Attributes:
        kind: "returned", "raised", "deadlock", "livelock", "limit" or "crash".
        value: what the function returned, as plain data.
        exception: the name of the exception's type, for "raised".
        message: the exception's text, or one sentence on how it ended.
        schedule: the decisions, a text that replays.
        preemptions: how often a thread that could run was made to wait.
        steps: scheduling points passed.
        unhandled: exceptions that ended a thread and reached nobody ("T1: ValueError: no").
        left_running: names of the threads still alive when the function returned.
    """

    def __init__(
        self,
        kind: str,
        value: object = None,
        exception: str | None = None,
        message: str = "",
        schedule: str = "",
        preemptions: int = 0,
        steps: int = 0,
        unhandled: tuple[str, ...] = (),
        left_running: tuple[str, ...] = (),
        timeline_of: Callable[[str], Timeline] | None = None,
        timeline: Timeline | None = None,
    ) -> None:
        self.kind = kind
        self.value = value
        self.exception = exception
        self.message = message
        self.schedule = schedule
        self.preemptions = preemptions
        self.steps = steps
        self.unhandled = unhandled
        self.left_running = left_running
        self._timeline_of = timeline_of
        self._timeline = timeline

    @property
    def timeline(self) -> Timeline:
        """The execution step by step; computed by a replay when first asked for."""
        if self._timeline is None:
            if self._timeline_of is None:
                return Timeline(ending=self.describe())
            self._timeline = self._timeline_of(self.schedule)
        return self._timeline

    @property
    def well(self) -> bool:
        """Whether the function returned, and no exception ended a thread unseen."""
        return self.kind == "returned" and not self.unhandled

    def describe(self) -> str:
        """One short phrase: "returned 1", "raised ValueError: no", "deadlock"."""
        if self.kind == "returned":
            return f"returned {safe_text(self.value)}"
        if self.kind == "raised":
            return f"raised {self.exception}" + (f": {self.message}" if self.message else "")
        return self.kind

    def to_data(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "value": encode(self.value),
            "exception": self.exception,
            "message": self.message,
            "schedule": self.schedule,
            "preemptions": self.preemptions,
            "steps": self.steps,
            "unhandled": list(self.unhandled),
            "left_running": list(self.left_running),
            "timeline": None if self._timeline is None else self._timeline.to_data(),
        }

    @classmethod
    def from_data(
        cls, data: dict[str, Any], timeline_of: Callable[[str], Timeline] | None = None
    ) -> Outcome:
        timeline = data.get("timeline")
        return cls(
            str(data["kind"]),
            decode(data["value"]),
            data["exception"],
            str(data["message"]),
            str(data["schedule"]),
            int(data["preemptions"]),
            int(data["steps"]),
            tuple(map(str, data["unhandled"])),
            tuple(map(str, data["left_running"])),
            timeline_of,
            None if timeline is None else Timeline.from_data(timeline),
        )

    def __repr__(self) -> str:
        return f"<Outcome {self.describe()} · {self.preemptions} preemptions · {self.schedule}>"


class CounterexampleError(AssertionError):
    """An outcome that no suite asked for: the happy ending did not happen."""

    def __init__(self, sentence: str, outcome: Outcome | None, exploration: Exploration) -> None:
        super().__init__(sentence)
        self.outcome = outcome
        self.exploration = exploration


@dataclass(slots=True)
class Exploration:
    """All executions of one scenario that were tried: its distinct outcomes.

    `exhaustive` is True only if every outcome that exists was seen. `pruned`
    counts executions that were cut short because they could show nothing new.
    `seconds` is the time of the search alone. `impossible` says where an order that a
    person wrote cannot be followed, and why; "" where it can, or where none was given.
    `followed` is then how many steps of the timeline it has brought about.
    """

    outcomes: tuple[Outcome, ...]
    exhaustive: bool
    executions: int
    pruned: int = 0
    seconds: float = 0.0
    switching: str = "anywhere"
    timeouts: str = "patient"
    strategy: str = "auto"
    seed: int = 0
    impossible: str = ""
    followed: int = 0
    wrong: tuple[Outcome, ...] = ()
    expected: tuple[Any, ...] = ()

    @property
    def values(self) -> Values:
        """The set of returned values.

        Raises:
            CounterexampleError: an outcome is not "returned", or nothing finished.
        """
        for outcome in self.outcomes:
            if outcome.kind != "returned":
                self.wrong = tuple(o for o in self.outcomes if o.kind != "returned")
                raise CounterexampleError(outcome.describe(), outcome, self)
        if not self.outcomes:
            raise CounterexampleError("no execution finished", None, self)
        return Values(self)

    def seen(self) -> str:
        """What was looked at, in words: "all 20 interleavings"."""
        if self.strategy == ORDER:
            return "the order as written"
        plural = "" if self.executions == 1 else "s"
        if self.exhaustive:
            return f"all {self.executions:,} interleavings" if plural else "the only interleaving"
        if self.strategy in ("dfs", "delay", "dpor"):
            # In order, up to a bound or the end of the budget.
            return f"the first {self.executions:,} interleavings" if plural else "one interleaving"
        return f"{self.executions:,} sampled interleaving{plural}"

    def as_far_as_followed(self, timeline: Timeline) -> Timeline:
        """Returns a timeline without what came after an order could no longer be followed."""
        if not self.impossible:
            return timeline
        told = [step for step in timeline.steps[: self.followed] if step.thread != "0"]
        return Timeline(timeline.threads, told)

    def to_data(self) -> dict[str, Any]:
        data = {name: getattr(self, name) for name in _PLAIN_FIELDS}
        return data | {"outcomes": [outcome.to_data() for outcome in self.outcomes]}

    @classmethod
    def from_data(
        cls, data: dict[str, Any], timeline_of: Callable[[str], Timeline] | None = None
    ) -> Exploration:
        outcomes = tuple(Outcome.from_data(o, timeline_of) for o in data["outcomes"])
        return cls(outcomes, **{name: data[name] for name in _PLAIN_FIELDS})


_PLAIN_FIELDS = (
    "exhaustive",
    "executions",
    "pruned",
    "seconds",
    "switching",
    "timeouts",
    "strategy",
    "seed",
    "impossible",
    "followed",
)


class Values(Set[Any]):
    """The returned values, compared by exact type: True is not 1, a tuple is no list.

    Attributes:
        exploration: whose values they are; each comparison leaves the outcomes that it
            found wrong in its `wrong`.
    """

    def __init__(self, exploration: Exploration) -> None:
        self.exploration = exploration
        self._outcomes = {canonical(outcome.value): outcome for outcome in exploration.outcomes}

    def __iter__(self) -> Iterator[Any]:
        return (outcome.value for outcome in self._outcomes.values())

    def __len__(self) -> int:
        return len(self._outcomes)

    def __contains__(self, value: object) -> bool:
        return canonical(value) in self._outcomes

    def __eq__(self, expected: object) -> bool:
        if not isinstance(expected, Iterable):
            return NotImplemented
        texts = self._expect(expected)
        return self._judge(lambda text, _: text in texts) and texts == set(self._outcomes)

    def __le__(self, allowed: Iterable[Any]) -> bool:
        texts = self._expect(allowed)
        return self._judge(lambda text, _: text in texts)

    def all(self, predicate: Callable[[Any], bool]) -> bool:
        """Tells whether `predicate` holds for every value; one it raises for is wrong."""
        self.exploration.expected = ()

        def holds(_: str, value: Any) -> bool:
            try:
                return bool(predicate(value))
            except Exception:
                return False

        return self._judge(holds)

    def _expect(self, values: Iterable[Any]) -> set[str]:
        expected = tuple(values)
        self.exploration.expected = expected
        return {canonical(value) for value in expected}

    def _judge(self, right: Callable[[str, Any], bool]) -> bool:
        wrong = tuple(o for text, o in self._outcomes.items() if not right(text, o.value))
        self.exploration.wrong = wrong
        return not wrong

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "{" + ", ".join(sorted(map(safe_text, self))) + "}"
