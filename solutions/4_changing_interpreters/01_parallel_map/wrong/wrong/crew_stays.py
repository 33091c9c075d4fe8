# Never closes the pool: its processes stay until the garbage collector happens to come by.
# Hint: looks like a pool that nobody closes: its processes must have ended when the call returns.

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

_pools: list[ProcessPoolExecutor] = []


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    pool = ProcessPoolExecutor(max_workers=workers)
    _pools.append(pool)
    return list(pool.map(function, items))
