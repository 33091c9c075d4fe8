"""Two rounds over futures: the list is complete before the first result() waits."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor


def collect(ask: Callable[[str], str], stations: Sequence[str]) -> list[str]:
    """Ask all stations at the same time; a report for each, in the same order."""
    if not stations:
        return []
    with ThreadPoolExecutor(len(stations)) as pool:
        calls = [pool.submit(ask, station) for station in stations]
    return [call.result() for call in calls]
