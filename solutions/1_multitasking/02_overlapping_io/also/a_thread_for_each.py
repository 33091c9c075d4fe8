"""Plain threads, each with a slot of its own in the list; all started before the first is joined."""

import threading
from collections.abc import Callable, Sequence


def collect(ask: Callable[[str], str], stations: Sequence[str]) -> list[str]:
    """Ask all stations at the same time; a report for each, in the same order."""
    reports = [""] * len(stations)

    def call(index: int, station: str) -> None:
        reports[index] = ask(station)

    threads = [threading.Thread(target=call, args=slot) for slot in enumerate(stations)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return reports
