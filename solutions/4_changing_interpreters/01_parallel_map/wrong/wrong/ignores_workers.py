# Forgets to pass on `workers`: the pool has as many processes as the machine has cores.

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    with multiprocessing.Pool() as pool:
        return pool.map(function, items, chunksize=1)
