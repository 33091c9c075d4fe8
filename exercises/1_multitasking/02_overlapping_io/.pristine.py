"""Ring up forty mountain stations for the weather.

Every hour the forecast office rings up its stations. A station picks up at once, but then takes
a minute to read its instruments, and the office does nothing but hold the line meanwhile.

What is wrong today
    One call after the other: with forty stations the round takes forty minutes. The lines are
    there, one for each station; only the program uses one at a time.

What must hold
    - All calls are under way at the same time, all forty of them: a call doesn't wait for another
      one to end. (A call may even wait for the others to begin.)
    - `collect()` returns when all have answered: one report for each station, in the order of
      the stations, whoever answers first.
    - One call for each station in the list, no more and no fewer. A station that stands in the
      list twice is rung up twice. The list may be empty.

What may not change
    `collect(ask, stations)`. `ask` belongs to the telephone exchange: it rings up one station and
    returns what it reports. It always answers in the end.
"""

from collections.abc import Callable, Sequence


def collect(ask: Callable[[str], str], stations: Sequence[str]) -> list[str]:
    """Ask all stations at the same time.

    Args:
        ask: rings up one station and waits for its report.
        stations: whom to ask.

    Returns:
        A report for each station, in the same order.
    """
    reports = []
    for station in stations:
        reports.append(ask(station))
    return reports
