# Threads instead of processes: all of them in the caller's process, and all under its one GIL.
# Hint: looks like threads where the work needs processes: under one GIL only one of them computes at a time.

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    with ThreadPoolExecutor(max_workers=workers) as pool:
        return list(pool.map(function, items))
