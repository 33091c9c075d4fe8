"""A thread for each call but the first, which the caller makes itself when the others are on."""

import threading
from collections.abc import Callable, Sequence


class _Call(threading.Thread):
    def __init__(self, ask: Callable[[str], str], station: str) -> None:
        super().__init__(name=f"call {station}")
        self._ask, self._station = ask, station
        self.report = ""

    def run(self) -> None:
        self.report = self._ask(self._station)


def collect(ask: Callable[[str], str], stations: Sequence[str]) -> list[str]:
    """Ask all stations at the same time; a report for each, in the same order."""
    calls = [_Call(ask, station) for station in stations]
    for call in calls[1:]:
        call.start()
    for call in calls[:1]:
        call.run()
    for call in calls[1:]:
        call.join()
    return [call.report for call in calls]
