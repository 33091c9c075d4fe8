"""The older pool: its processes are there from the start, and take the items one by one."""

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    """Call a function with each item, in other processes; results in the order of the items."""
    with multiprocessing.Pool(workers) as pool:
        return pool.map(function, items, chunksize=1)
