"""How long it takes to find an order of a history's calls, or that there is none.

`python -m benchmarks.linearizability [--json FILE]`. Histories of a queue, by four threads, right
and with one wrong answer at the end, of 20, 50 and 100 calls; the median of 20 of each.
"""

from __future__ import annotations

import json
import random
import signal
import statistics
import time
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from grader.spec import Call, History, Model, linearizable, sequential

SIZES = (20, 50, 100)
_TIMES = 20
_MOST = 5  # seconds for one history


class Queue:
    def __init__(self) -> None:
        self.items: list[int] = []

    def put(self, item: int) -> None:
        self.items.append(item)

    def get(self) -> int:
        return self.items.pop(0)


def history(size: int, chance: random.Random, model: Model) -> History:
    """A history of four threads that overlap at random, as a right queue answers."""
    state, event = model.initial, 0
    calls: list[Call] = []
    under_way: dict[str, tuple[int, bool]] = {}
    while len(calls) < size or under_way:
        thread = f"T{chance.randint(1, 4)}"
        if thread not in under_way:
            if len(calls) == size:
                continue
            name, args = chance.choice([("put", (len(calls),)), ("get", ())])
            under_way[thread] = (len(calls), False)
            calls.append(Call(thread, name, args, None, None, event))
        else:
            number, done = under_way[thread]
            call = calls[number]
            if not done:
                ((kind, result), state) = next(iter(model.apply(state, call.name, call.args)))
                calls[number] = replace(call, result=result, kind=kind)
                under_way[thread] = (number, True)
                continue
            calls[number] = replace(call, end=event)
            del under_way[thread]
        event += 1
    return History.of(calls)


def spoilt(right: History) -> History:
    """The same with a last answer that nothing explains."""
    last = max(right.calls, key=lambda call: call.end or 0)
    calls = [replace(c, kind="returned", result=-1) if c is last else c for c in right.calls]
    return History.of(calls)


def _give_up(number: int, frame: object) -> None:
    raise TimeoutError


@click.command()
@click.option("--json", "file", type=click.Path(path_type=Path), help="Write the figures.")
def main(file: Path | None) -> None:
    """Measures, and prints a table in milliseconds."""
    signal.signal(signal.SIGALRM, _give_up)
    model = sequential(Queue)
    table = Table(
        "calls", "has an order (ms)", "has none (ms)", "worst (ms)", f"given up after {_MOST} s"
    )
    figures: dict[int, list[float]] = {}
    for size in SIZES:
        chance = random.Random(size)
        times: dict[bool, list[float]] = {True: [], False: []}
        given_up = 0
        for _ in range(_TIMES):
            right = history(size, chance, model)
            for one, expected in ((right, True), (spoilt(right), False)):
                began = time.perf_counter()
                signal.alarm(_MOST)
                try:
                    assert (linearizable(one, model) is not None) == expected
                except TimeoutError:
                    given_up += 1
                finally:
                    signal.alarm(0)
                times[expected].append((time.perf_counter() - began) * 1e3)
        medians = [statistics.median(times[True]), statistics.median(times[False])]
        figures[size] = [*medians, max(times[True] + times[False]), given_up]
        table.add_row(str(size), *(f"{figure:.1f}" for figure in figures[size]))
    Console().print(table)
    if file:
        file.write_text(json.dumps(figures) + "\n", "utf-8")


if __name__ == "__main__":
    main()
