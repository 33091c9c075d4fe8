# A pool for each item: as many processes as items, started for a single call and thrown away.
# Hint: looks like a new pool for each item: make one and give it all items.

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    def in_a_pool_of_its_own(item: Any) -> Any:
        with ProcessPoolExecutor(max_workers=1) as pool:
            return pool.submit(function, item).result()

    with ThreadPoolExecutor(max_workers=workers) as starters:
        return list(starters.map(in_a_pool_of_its_own, items))
