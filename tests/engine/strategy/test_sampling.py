"""What samples: the same for the same seed, and each finds the known bugs."""

from __future__ import annotations

import json
from typing import Any

import pytest

BUGS = {
    "lost update": """
        class Counter:
            value = 0
        def main():
            counter = Counter()
            def add():
                for _ in range(3):
                    counter.value += 1
            together(add, add)
            return counter.value == 6
    """,
    "deadlock of two locks": """
        def main():
            a, b = threading.Lock(), threading.Lock()
            def go(first, second):
                with first:
                    with second:
                        pass
            together(lambda: go(a, b), lambda: go(b, a))
            return True
    """,
    "order violation of depth three": """
        class Shared:
            a = b = flag = 0
            seen = False
        def main():
            s = Shared()
            def first():
                s.a = 1
                if s.flag == 1:
                    s.b = 1
            def second():
                if s.a == 1:
                    s.flag = 1
                    if s.b == 1:
                        s.seen = True
            together(first, second)
            return not s.seen
    """,
    "a race behind a sleep": """
        class Shared:
            ready = False
        def main():
            s = Shared()
            def use():
                time.sleep(0.5)
                return s.ready
            def prepare():
                time.sleep(0.1)
                s.ready = True
            return together(use, prepare)[0]
    """,
}
SEEDS = range(20)
SAMPLING = ["random", "pct", "pos", "surw"]
# PCT meets a bug of depth d with a probability of at least 1 / (threads * decisions ** (d - 1)).
ENOUGH = {"order violation of depth three": 300}


def is_bad(outcome: Any) -> bool:
    return outcome.kind != "returned" or outcome.value is not True


@pytest.mark.parametrize("strategy", SAMPLING)
@pytest.mark.parametrize("name", BUGS)
def test_every_seed_finds_the_bug(lab, name: str, strategy: str) -> None:
    executions = ENOUGH.get(name, 60)
    for seed in SEEDS:
        exploration = lab.explore(BUGS[name], strategy=strategy, executions=executions, seed=seed)
        assert any(map(is_bad, exploration.outcomes)), seed
        assert exploration.executions == executions
        assert not exploration.exhaustive
        assert exploration.seen() == f"{executions} sampled interleavings"


@pytest.mark.parametrize("strategy", [*SAMPLING, "auto"])
def test_the_same_seed_walks_the_same_way(lab, strategy: str) -> None:
    def facts(seed: int) -> str:
        exploration = lab.explore(
            BUGS["lost update"].replace("range(3)", "range(8)").replace("== 6", "+ 0"),
            strategy=strategy, executions=40, seed=seed,
        )  # fmt: skip
        data = exploration.to_data()
        del data["seconds"]
        return json.dumps(data)

    assert facts(1) == facts(1)
    if strategy != "auto":
        assert facts(1) != facts(2)


@pytest.mark.parametrize("strategy", [*SAMPLING, "auto"])
@pytest.mark.parametrize("name", BUGS)
def test_what_is_found_is_shown_with_the_fewest_preemptions(lab, name: str, strategy: str) -> None:
    """However a bug was met, it is shown as depth-first search in order of preemptions shows it."""
    fewest = next(o for o in lab.explore(BUGS[name], strategy="dfs").outcomes if is_bad(o))
    for seed in range(3):
        exploration = lab.explore(BUGS[name], strategy=strategy, executions=200, seed=seed)
        bad = next(o for o in exploration.outcomes if is_bad(o))
        assert bad.preemptions == fewest.preemptions
        assert bad.steps <= fewest.steps + 2


def test_two_lost_updates_need_two_preemptions_however_found(lab) -> None:
    text = """
        class Counter:
            value = 0
        def main():
            counter = Counter()
            def add():
                for _ in range(2):
                    counter.value += 1
            together(add, add)
            return counter.value
    """
    for strategy in ("dfs", "delay", *SAMPLING, "auto"):
        exploration = lab.explore(text, strategy=strategy, executions=300)
        assert {o.value: o.preemptions for o in exploration.outcomes} == {4: 0, 2: 1, 3: 2}, (
            strategy
        )


def test_random_walks_may_take_any_schedule(lab) -> None:
    exploration = lab.explore(
        """
        def main():
            order = []
            together(*[lambda n=n: order.append(n) for n in range(4)])
            return tuple(order)
        """,
        strategy="random",
        executions=300,
    )
    assert len(exploration.values) == 4 * 3 * 2


@pytest.mark.parametrize("strategy", SAMPLING)
def test_spin_loops_end_under_a_strategy_that_could_starve_them(lab, strategy: str) -> None:
    exploration = lab.explore(
        """
        class Shared:
            turn = 0
        def main():
            s = Shared()
            def wait_for(mine):
                while s.turn != mine:
                    pass
                s.turn = mine + 1
                return mine
            return together(lambda: wait_for(2), lambda: wait_for(1), lambda: wait_for(0))
        """,
        strategy=strategy,
        executions=100,
    )
    assert exploration.values == [[2, 1, 0]]
