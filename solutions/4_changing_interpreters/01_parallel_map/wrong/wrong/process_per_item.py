# One pool, but with a process for each item: with a thousand items, a thousand processes.
# Hint: looks like a process for each item: a few processes must share the items, however many there are.

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    with multiprocessing.Pool(len(items) or 1) as pool:
        return pool.map(function, items, chunksize=1)
