"""Runs each execution twice, to find what the engine does not control.

A search can be trusted where the same decisions lead to the same execution. What breaks
that comes from outside of the simulation: addresses of objects (`hash`, the order of a
set), the real clock, real randomness, files. Each execution here is a random walk and
then the same decisions again, with other objects in memory; both are recorded with the
result of every call and every item of every loop, and the first step that differs is
where it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import Any

from grader.engine.options import MAX_STEPS, Options
from grader.engine.outcome import Step
from grader.engine.peek import short
from grader.engine.program import Program, Runner
from grader.engine.recording_hooks import RecordingHooks
from grader.engine.strategy import Forced, RandomWalk

EXECUTIONS = 50
# A word in what differs, and what is known to differ there.
_CAUSES = (
    (r"\bhash\(|__hash__", "the hash of an object is made from its address"),
    (r"urandom|secrets|uuid|SystemRandom", "this draws real randomness"),
    (r"\bnow\(|today\(|_ns\(|localtime|gmtime|process_time", "this reads the real clock"),
    (r"\bopen\(|\.read|listdir|scandir|stat\(|exists\(|environ|getpid", "this reads from outside"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two runs under the same decisions went apart.

    Attributes:
        file: where, as shown to people.
        line: where.
        source: the text of that line.
        sentence: what differs.
        cause: why, in words, or "" where it is not known.
    """

    file: str
    line: int
    source: str
    sentence: str
    cause: str

    def to_data(self) -> dict[str, Any]:
        return asdict(self)


def self_check(
    program: Program,
    *,
    switching: str = "anywhere",
    timeouts: str = "patient",
    executions: int = EXECUTIONS,
    seed: int = 0,
    steps: int = MAX_STEPS,
) -> Difference | None:
    """Runs random executions twice each; returns the first difference, or None.

    Args:
        program: what to run.
        switching: as for `explore`.
        timeouts: as for `explore`.
        executions: how many, each run twice.
        seed: of the random walk.
        steps: scheduling points after which an execution is given up.

    Raises:
        DojoError: as `explore`.
    """
    Options(switching, timeouts, "random", executions, seed, None, None, steps).check()
    walk = RandomWalk(seed)
    ballast: list[object] = []
    with closing(Runner(program, switching, timeouts, steps)) as runner:
        for number in range(executions):
            walk.begin()
            first = _run(runner, walk)
            # New objects get other addresses than before.
            ballast += [_Ballast() for _ in range(number % 7 + 1)]
            again = Forced(list(runner.scheduler.trace))
            again.begin()
            second = _run(runner, again)
            found = _compare(first, second)
            if found is not None:
                return found
    return None


class _Ballast:
    pass


def _run(runner: Runner, strategy: RandomWalk | Forced) -> list[Step]:
    result, recorder = runner.record(strategy, CheckingHooks)
    end = result.key if result.kind == "returned" else (result.kind, result.exception)
    last = Step("0", "main", "", 0, "", "", "end", "the outcome", short(str(end)), "", False, "")
    return [*recorder.steps, last]


def _compare(first: list[Step], second: list[Step]) -> Difference | None:
    loop: Step | None = None
    before: Step | None = None
    for one, other in zip_longest(first, second):
        if one == other:
            loop = one if one.action == "set" else loop
            before = one
            continue
        here = one or other
        if here is None or not here.file:
            here = before or here
        assert here is not None
        same = one is not None and other is not None and one.line == other.line
        what = re.sub(r"\(.*", "()", here.target)
        if same and one.action == other.action and one.value != other.value:
            sentence = f"{what or here.source} gives {one.value} in one run and {other.value} "
            sentence += "in the next"
        else:
            sentence = f"after line {before.line if before else 1} one run goes on {_where(one)}, "
            sentence += f"the next {_where(other)}"
        cause = _known_cause(here)
        if not cause and loop is not None:
            here = loop
            cause = "it goes over a set of objects, in the order of their addresses; sort it, "
            cause += "or use a list or a dict"
        return Difference(here.file, here.line, here.source, sentence, cause)
    return None


def _where(step: Step | None) -> str:
    return f"in line {step.line}" if step is not None and step.line else "to its end"


def _known_cause(here: Step) -> str:
    return next((cause for words, cause in _CAUSES if re.search(words, here.source)), "")


class CheckingHooks(RecordingHooks):
    """Hooks that also record the result of every call, and every item of every loop."""

    def _run_call(self, n: int, function: Any, args: Any, kwargs: Any) -> Any:
        result = super()._run_call(n, function, args, kwargs)
        self.recorder.step(n, "result", value=short(result))
        return result

    def each(self, n: int, iterable: Any) -> Iterator[Any]:
        return self._noted(n, iterable, super().each(n, iterable))

    def each_shared(self, n: int, iterable: Any) -> Iterator[Any]:
        return self._noted(n, iterable, super().each_shared(n, iterable))

    def _noted(self, n: int, iterable: Any, items: Iterator[Any]) -> Iterator[Any]:
        if isinstance(iterable, (set, frozenset)) and any(map(_by_address, iterable)):
            self.recorder.step(n, "set")
        return _Items(self, n, items)


class _Items:
    """Iterates for a loop of the program and notes each item."""

    def __init__(self, hooks: CheckingHooks, site: int, items: Iterator[Any]) -> None:
        self._hooks = hooks
        self._site = site
        self._items = items

    def __iter__(self) -> _Items:
        return self

    def __next__(self) -> Any:
        item = next(self._items)
        self._hooks.recorder.step(self._site, "item", value=short(item))
        return item


def _by_address(item: object) -> bool:
    return type(item).__hash__ is object.__hash__
