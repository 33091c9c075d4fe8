"""Executions that the report's tests show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from grader.engine.outcome import Step, Timeline

FILE = "counter.py"
SUITE = "test_counter.py"


def step(
    thread: str,
    line: int,
    source: str,
    action: str,
    target: str = "",
    value: str = "",
    *,
    file: str = FILE,
    **more: Any,
) -> Step:
    name = "main" if thread == "0" else f"T{thread}"
    return Step(thread, name, file, line, "", source, action, target, value, **more)


@pytest.fixture(name="step")
def make_step() -> Callable[..., Step]:
    return step


@pytest.fixture
def lost_update() -> Timeline:
    increment = "self.value += 1"
    return Timeline(
        threads=[("0", "main"), ("1", "T1"), ("2", "T2")],
        steps=[
            step("0", 9, "counter = submission.Counter()", "call", "Counter", file=SUITE),
            step("0", 6, "self.value = 0", "write", "self.value", "0"),
            step("0", 10, "together(*actions)", "start", "T1", file=SUITE),
            step("0", 10, "together(*actions)", "start", "T2", file=SUITE),
            step("1", 14, increment, "read", "self.value", "0", switch="waits"),
            step("2", 14, increment, "read", "self.value", "0", switch="preempted"),
            step("2", 14, increment, "write", "self.value", "1"),
            step("2", 14, increment, "end"),
            step("1", 14, increment, "write", "self.value", "1", fatal=True, switch="ended"),
            step("1", 14, increment, "end"),
            step(
                "0",
                11,
                "return counter.value",
                "read",
                "self.value",
                "1",
                file=SUITE,
                switch="ended",
            ),
            step("0", 11, "return counter.value", "return", "", "1", file=SUITE),
        ],
        ending="returned 1",
    )


@pytest.fixture
def lock_order() -> Timeline:
    first, second = "with source.lock:", "with target.lock:"
    waits = "waits for {}.lock, held by {} since line 21"
    return Timeline(
        threads=[("0", "main"), ("1", "T1"), ("2", "T2")],
        steps=[
            step("0", 30, "together(left, right)", "start", "T1", file=SUITE),
            step("0", 30, "together(left, right)", "start", "T2", file=SUITE),
            step("1", 21, first, "acquire", "a.lock", switch="waits"),
            step("2", 21, first, "acquire", "b.lock", switch="preempted"),
            step("2", 22, second, "wait", "a.lock", note=waits.format("a", "T1")),
            step(
                "1",
                22,
                second,
                "wait",
                "b.lock",
                note=waits.format("b", "T2"),
                fatal=True,
                switch="waits",
            ),
        ],
        ending="deadlock: T1 waits for b.lock, held by T2, which waits for a.lock, held by T1",
    )


@pytest.fixture
def three_threads() -> Timeline:
    return crowd(3)


@pytest.fixture
def five_threads() -> Timeline:
    return crowd(5)


def crowd(threads: int) -> Timeline:
    paths = [str(number) for number in range(1, threads + 1)]
    reads = [
        step(p, 14, "self.value += 1", "read", "self.value", "0", switch="preempted") for p in paths
    ]
    writes = [
        step(p, 14, "self.value += 1", "write", "self.value", "1", switch="ended") for p in paths
    ]
    writes[-1].fatal = True
    names = [("0", "main"), *((path, f"T{path}") for path in paths)]
    return Timeline(threads=names, steps=reads + writes, ending="returned 1")
