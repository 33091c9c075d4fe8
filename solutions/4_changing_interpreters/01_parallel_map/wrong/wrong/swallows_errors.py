# A worker that fails leaves a hole: the caller gets a None and never hears of the error.
# Hint: looks like an `except` in the worker that turns an error into an empty result: the caller must get the error.

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    with multiprocessing.Pool(workers) as pool:
        orders = [pool.apply_async(function, (item,)) for item in items]
        results = []
        for order in orders:
            order.wait()
            results.append(order.get() if order.successful() else None)
        return results
