"""All threads put their report, with its number, into one queue; what arrives is sorted."""

import queue
import threading
from collections.abc import Callable, Sequence


def collect(ask: Callable[[str], str], stations: Sequence[str]) -> list[str]:
    """Ask all stations at the same time; a report for each, in the same order."""
    mailbox: queue.Queue[tuple[int, str]] = queue.Queue()

    def call(number: int, station: str) -> None:
        mailbox.put((number, ask(station)))

    for number, station in enumerate(stations):
        threading.Thread(target=call, args=(number, station)).start()
    return [report for _, report in sorted(mailbox.get() for _ in stations)]
