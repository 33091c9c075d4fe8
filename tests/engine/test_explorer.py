"""An exploration as a whole: the same everywhere, its memory flat, its budget kept."""

from __future__ import annotations

import gc
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from grader.engine import explore_file

TUTORIALS = Path(__file__).parent / "tutorials"

# Prints all that an exploration found, without its time.
PRINT_ALL = """
import json, sys
from grader.engine import explore_file, replay_file
for path, function in [argument.split("::") for argument in sys.argv[1:]]:
    for options in ({}, {"strategy": "random"}, {"strategy": "pct"}, {"switching": "gil"}):
        exploration = explore_file(path, function, executions=30, seed=3, **options)
        data = exploration.to_data()
        del data["seconds"]
        data["timelines"] = [outcome.timeline.to_data() for outcome in exploration.outcomes]
        print(json.dumps(data))
"""

UNORDERED = """
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


class Node:
    pass


def main():
    names = {"alice", "bob", "carol", "dave"}
    log = []
    threads = {threading.Thread(target=log.append, args=(name,)) for name in sorted(names)}
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first, second = Node(), Node()
    ordered = sorted((second, first), key=id)
    with ThreadPoolExecutor(2) as pool:
        futures = {pool.submit(str, n) for n in range(2)}
        done = [future.result() for future in as_completed(futures)]
    return log[:2], ordered[0] is second, sorted(done), len(str(hash(threads.pop())))
"""


@pytest.fixture
def programs(lab) -> list[str]:
    unordered = lab.write(UNORDERED, "unordered.py")
    return [
        f"{TUTORIALS / 'bank_account.py'}::withdraw_twice",
        f"{TUTORIALS / 'transfer.py'}::there_and_back",
        f"{unordered}::main",
    ]


def run(code: str, arguments: list[str], hash_seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


def test_the_same_under_any_hash_seed_and_twice_in_a_process(programs: list[str]) -> None:
    first, second = (run(PRINT_ALL, programs, seed) for seed in ("0", "1"))
    assert first == second
    lines = run(PRINT_ALL, programs + programs, "4242").splitlines()
    half = len(lines) // 2
    assert lines[:half] == lines[half:] == first.splitlines()
    assert all(json.loads(line)["outcomes"] for line in lines)


MANY = """
import threading
from grader.engine.vocabulary import together


class Node:
    def __init__(self):
        self.me = self
        self.data = bytearray(1000)


class Counter:
    def __init__(self):
        self.value = 0


def main():
    counter = Counter()
    a, b = threading.Lock(), threading.Lock()
    def go(first, second):
        Node()
        with first:
            with second:
                counter.value += 1
    together(lambda: go(a, b), lambda: go(b, a))
    return counter.value


def work():
    daemon = threading.Thread(target=threading.Event().wait, daemon=True)
    daemon.start()
    return main()
"""


@pytest.mark.parametrize(("function", "executions"), [("main", 14_000), ("work", 6_000)])
def test_memory_stays_flat(lab, function: str, executions: int) -> None:
    path = lab.write(MANY)

    def explore(executions: int) -> None:
        exploration = explore_file(path, function, strategy="random", executions=executions)
        assert {o.kind for o in exploration.outcomes} == {"returned", "deadlock"}
        assert exploration.executions == executions

    explore(500)
    gc.collect()
    before = sys.getallocatedblocks()
    explore(executions)
    gc.collect()
    after = sys.getallocatedblocks()
    # One object kept for each execution would show as thousands.
    assert after - before < 2_000


def test_a_budget_in_steps_bounds_the_whole_exploration(lab) -> None:
    exploration = lab.explore(
        """
        class Total:
            n = 0
        def main():
            total = Total()
            def add():
                for _ in range(300):
                    total.n += 1
            together(add, add)
            return total.n > 0
    """,
        executions=100,
    )
    assert exploration.values == {True}
    assert 5 < exploration.executions < 30
    assert not exploration.exhaustive


def test_outcomes_come_in_canonical_order(lab) -> None:
    exploration = lab.explore("""
        class Counter:
            value = 0
        def main():
            counter = Counter()
            def add():
                counter.value += 1
                counter.value += 1
            together(add, add)
            return counter.value
    """)
    ranks = [(o.preemptions, o.steps, o.schedule) for o in exploration.outcomes]
    assert ranks == sorted(ranks)
    assert ranks[0][2] == "1ap"


def test_what_the_options_were_is_told(lab) -> None:
    exploration = lab.explore(
        "def main():\n    return 1\n",
        switching="gil", timeouts="adversarial", strategy="pct", executions=7, seed=5,
    )  # fmt: skip
    assert (exploration.switching, exploration.timeouts) == ("gil", "adversarial")
    assert (exploration.strategy, exploration.seed, exploration.executions) == ("pct", 5, 7)
    assert exploration.seconds > 0


def test_what_an_exploration_changes_in_the_process_it_puts_back(lab) -> None:
    state = random.getstate()
    hook, modules = sys.unraisablehook, set(sys.modules)
    lab.explore("import random\ndef main():\n    return random.random()\n")
    lab.explore("def main():\n    together(int, int)\n")
    assert sys.unraisablehook is hook
    assert gc.isenabled()
    assert "program" not in set(sys.modules) - modules
    assert random.getstate() == state
