# Returns the results as they are finished: in the order of the slowest, not in that of the items.
# Hint: looks like results in the order in which they are finished: they must be in the order of the items.

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    with multiprocessing.Pool(workers) as pool:
        return list(pool.imap_unordered(function, items))
