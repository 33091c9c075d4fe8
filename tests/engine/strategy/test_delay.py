"""Delay bounding: every schedule once, those with the fewest delays first."""

from __future__ import annotations

import pytest

from grader.engine import DojoError

RACE = """
class Counter:
    value = 0
def main():
    counter = Counter()
    def add():
        counter.value += 1
    together(*[add] * {threads})
    return counter.value
"""


@pytest.mark.parametrize(("threads", "count"), [(2, 6), (3, 90)])
def test_without_a_bound_it_runs_every_schedule(lab, threads: int, count: int) -> None:
    exploration = lab.explore(RACE.format(threads=threads), strategy="delay")
    assert (exploration.executions, exploration.exhaustive) == (count, True)
    assert exploration.values == set(range(1, threads + 1))


def test_a_bound_is_kept_and_said(lab) -> None:
    text = RACE.format(threads=3)
    counts = [lab.explore(text, strategy="delay", delays=n).executions for n in range(4)]
    preemptive = [lab.explore(text, strategy="dfs", preemptions=n).executions for n in range(4)]
    assert counts[0] == 1
    assert counts == sorted(counts)
    assert all(few <= many for few, many in zip(counts, preemptive, strict=True))
    bounded = lab.explore(text, strategy="delay", delays=1)
    assert bounded.values == {1, 2, 3}
    assert (bounded.seen(), bounded.exhaustive) == ("the first 5 interleavings", False)


def test_auto_takes_either_bound(lab) -> None:
    text = RACE.format(threads=2)
    assert lab.explore(text, delays=0).values == {2}
    assert lab.explore(text, preemptions=0).values == {2}
    assert lab.explore(text, delays=1).values == {1, 2}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"delays": 1, "preemptions": 1}, "not both"),
        ({"delays": -1}, "delays must be at least 0"),
        ({"preemptions": 1, "strategy": "dpor"}, "preemptions bounds the strategies auto and dfs"),
        ({"delays": 1, "strategy": "random"}, "delays bounds the strategies auto and delay"),
        ({"strategy": "swarm"}, "strategy is one of auto, dpor, dfs, delay, random"),
    ],
)
def test_options_that_make_no_sense(lab, options: dict[str, object], sentence: str) -> None:
    with pytest.raises(DojoError, match=sentence):
        lab.explore(RACE.format(threads=2), **options)
