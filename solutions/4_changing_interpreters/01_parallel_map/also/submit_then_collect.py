"""By hand what `map` does: first submit everything, then wait for each in turn."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    """Call a function with each item, in other processes; results in the order of the items."""
    with ProcessPoolExecutor(max_workers=workers) as pool:
        orders = [pool.submit(function, item) for item in items]
        return [order.result() for order in orders]
