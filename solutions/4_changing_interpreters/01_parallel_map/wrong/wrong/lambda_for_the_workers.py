# Wraps the call in a lambda: another process can't import a function without a name.
# Hint: looks like a lambda or an inner function for the workers: another process finds functions by their names alone.

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    with ProcessPoolExecutor(max_workers=workers) as pool:
        orders = [pool.submit(lambda item=item: function(item)) for item in items]
        return [order.result() for order in orders]
