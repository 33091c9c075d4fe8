"""Executions a second beside the other Python engines, in the same run.

    pip install frontrun==0.7.0 interleave-test==0.1.0     # Python 3.12 or later
    python -m benchmarks.peers --json FILE

The same three programs, of two threads with two operations each, under each engine's
seeded random mode, set-up included. All engines have their turn three times and the best
counts for each, so that what else the machine does falls on none of them. The peers start
real threads; ours are simulated, started by `together` and, to be fair, also as
`threading.Thread`. The peers interleave at bytecode instructions; we do before each access
that another thread can see.
"""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.engine import PROGRAMS, program_of, sample, seconds

OURS = 5000
THEIRS = 300
ROUNDS = 3


class Racy:
    """A counter without a lock; and what each of its two threads does."""

    def __init__(self) -> None:
        self.value = 0

    def increment(self) -> None:
        self.value += 1

    def first(self) -> None:
        self.increment()
        self.increment()

    second = first


class Locked(Racy):
    """The same with a lock."""

    def __init__(self) -> None:
        super().__init__()
        self.lock = threading.Lock()

    def increment(self) -> None:
        with self.lock:
            self.value += 1


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = threading.Lock()


class Bank:
    """Two accounts, one lock each, and transfers both ways."""

    def __init__(self) -> None:
        self.a, self.b = Account(10), Account(10)

    def transfer(self, source: Account, target: Account, amount: int) -> None:
        with source.lock:
            source.balance -= amount
        with target.lock:
            target.balance += amount

    def first(self) -> None:
        self.transfer(self.a, self.b, 1)

    def second(self) -> None:
        self.transfer(self.b, self.a, 2)


MODELS: dict[str, type[Any]] = {
    "racy counter 2x2": Racy,
    "locked counter 2x2": Locked,
    "bank transfer": Bank,
}


def frontrun(model: type[Any], executions: int) -> None:
    """Runs frontrun's random mode."""
    engine = importlib.import_module("frontrun.bytecode")
    engine.explore_random(
        setup=model,
        threads=[model.first, model.second],
        invariant=lambda state: True,
        max_attempts=executions,
        seed=0,
    )


def interleave_test(model: type[Any], executions: int) -> None:
    """Runs interleave-test's random mode."""
    engine = importlib.import_module("interleave_test")

    def run() -> None:
        state = model()
        tasks = [engine.spawn(state.first), engine.spawn(state.second)]
        for task in tasks:
            task.join()

    engine.explore(run, iterations=executions, seed=0, strategy="random")


PEERS: dict[str, Callable[[type[Any], int], None]] = {
    "frontrun": frontrun,
    "interleave-test": interleave_test,
}


def rates_of_peer(peer: str, executions: int) -> dict[str, float]:
    """Returns a peer's executions a second on each program, in this process."""
    run = PEERS[peer]
    return {
        name: executions / seconds(lambda m=model: run(m, executions))  # type: ignore[misc]
        for name, model in MODELS.items()
    }


def _in_own_process(peer: str, executions: int) -> dict[str, float]:
    """The same in a process started as the peer wants it."""
    command = [sys.executable, "-m", "benchmarks.peers", "--peer", peer, str(executions)]
    if peer == "frontrun":
        command.insert(0, str(Path(sys.executable).with_name("frontrun")))
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    rates: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return rates


def rates_of_ours(executions: int) -> dict[str, dict[str, float]]:
    """Returns our executions a second on each program, by how the threads are started."""
    return {
        start: {
            name: executions / seconds(partial(sample, program_of(PROGRAMS[key]), executions))
            for name in MODELS
            if (key := f"{name}, {start}")
        }
        for start in ("together", "Thread")
    }


def measure(ours: int = OURS, theirs: int = THEIRS, rounds: int = ROUNDS) -> dict[str, Any]:
    """Returns executions a second of each engine on each program.

    Args:
        ours: executions of ours on each program, a round.
        theirs: executions of each peer on each program, a round.
        rounds: how often all engines have their turn; each engine's best counts.

    Raises:
        ImportError: a peer is not installed.
    """
    for module in ("frontrun", "interleave_test"):
        importlib.import_module(module)
    rates: dict[str, dict[str, float]] = {name: {} for name in MODELS}
    for _ in range(rounds):
        found = {peer: _in_own_process(peer, theirs) for peer in PEERS} | rates_of_ours(ours)
        for engine, by_name in found.items():
            for name, rate in by_name.items():
                rates[name][engine] = max(rate, rates[name].get(engine, 0))
    return {
        "python": platform.python_version(),
        "executions": {"ours": ours, "theirs": theirs, "rounds": rounds},
        "executions_per_second": {
            name: {engine: round(rate) for engine, rate in row.items()}
            for name, row in rates.items()
        },
        "least_ratio": {
            start: round(min(row[start] / row[peer] for row in rates.values() for peer in PEERS), 1)
            for start in ("together", "Thread")
        },
    }


def show(figures: dict[str, Any]) -> Table:
    """Returns the figures as a table."""
    table = Table(title=f"executions a second, random modes, Python {figures['python']}")
    columns = [*PEERS, "together", "Thread"]
    table.add_column("program")
    for column in columns:
        table.add_column(column, justify="right")
    for name, row in figures["executions_per_second"].items():
        table.add_row(name, *(f"{row[column]:,}" for column in columns))
    ratios = figures["least_ratio"]
    table.caption = (
        f"at least {ratios['together']} times the faster peer through together(), "
        f"{ratios['Thread']} times through Thread"
    )
    return table


def main(arguments: list[str] | None = None) -> int:
    """Runs the benchmark; prints a table and writes the figures as JSON where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here")
    parser.add_argument("--peer", nargs=2, metavar=("NAME", "N"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.peer:
        print(json.dumps(rates_of_peer(options.peer[0], int(options.peer[1]))))
        return 0
    try:
        figures = measure()
    except ImportError as error:
        print(f"{error.name} is not installed: see this file's first lines", file=sys.stderr)
        return 2
    Console().print(show(figures))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
