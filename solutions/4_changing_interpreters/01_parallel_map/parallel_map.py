"""One pool, all the work ordered before anybody waits.

`map` submits every item at once and hands out the results in the order of the items; the first
error is raised where its result would be. Leaving the `with` block waits for the processes to end.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    """Call a function with each item, in other processes; results in the order of the items."""
    with ProcessPoolExecutor(max_workers=workers) as pool:
        return list(pool.map(function, items))
