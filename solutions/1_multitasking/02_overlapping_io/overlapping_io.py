"""A pool with a thread for each call.

`map()` submits all calls before it waits for the first, and gives the reports in the order of the
stations. The size of the pool is said, since the default one depends on the machine and is smaller.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor


def collect(ask: Callable[[str], str], stations: Sequence[str]) -> list[str]:
    """Ask all stations at the same time; a report for each, in the same order."""
    with ThreadPoolExecutor(max_workers=len(stations) or 1) as pool:
        return list(pool.map(ask, stations))
