"""Map a function over many items, on all the cores.

The nightly job turns scanned pages into text. It is pure computation, so threads don't help: they
take turns on one GIL. Each process has a GIL of its own; that is why somebody moved the work into
processes.

What is wrong today
    The job takes longer than before. `top` shows one busy core, seven idle ones, and process ids
    that run up by the thousand.

What must hold
    - `parallel_map()` returns what `function` returns for each item, in the order of the items.
    - `workers` processes are at work at the same time, no fewer (if there are so many items) and
      no more.
    - These processes are one crew: it is hired once, it does all the items, however many, and the
      caller's own process does none of them.
    - What `function` raises reaches the caller. Either way nobody of the crew is left behind.

What may not change
    `parallel_map(function, items, workers)`. `function` and the items can be pickled, and so can
    the results; they may be large. How processes are started is the application's business:
    it must work with "spawn" and with "forkserver".
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    """Call a function with each item, in other processes.

    Args:
        function: a function that a process can import.
        items: its arguments.
        workers: how many processes to use, at least 1.

    Returns:
        The results, in the order of the items.
    """
    results = []
    for item in items:
        with ProcessPoolExecutor(max_workers=workers) as pool:
            results.append(pool.submit(function, item).result())
    return results
