# Waits for each result before it submits the next item: one worker works, the others watch.
# Hint: looks as if each result is awaited before the next item is handed out: then one worker works and the others watch.

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    with ProcessPoolExecutor(max_workers=workers) as pool:
        return [pool.submit(function, item).result() for item in items]
