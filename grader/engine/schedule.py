"""The text of a schedule: the decisions of one execution that differ from the default.

    1ap,1@Counter.increment:4f1c.2+2

Format version 1; `a` anywhere or `g` gil; `p` patient or `d` adversarial timeouts.
Then, per decision: when thread 1 comes to the 2nd scheduling point on the line with
hash 4f1c in Counter.increment, thread 2 goes on instead. A line's hash is that of its
text, so a schedule survives other Pythons and edits elsewhere.
"""

from __future__ import annotations

import re

from grader.engine.errors import ScheduleError

VERSION = "1"
Entry = tuple[str, str, int, str]
"""(thread's spawn path, place = function:line hash, nth point there, thread that goes on)"""

_SWITCHING = {"anywhere": "a", "gil": "g"}
_TIMEOUTS = {"patient": "p", "adversarial": "d"}
_ENTRY = re.compile(r"([0-9.]+)@([^,+@]+?)\.([0-9]+)\+([0-9.]+)")


def write(switching: str, timeouts: str, entries: list[Entry]) -> str:
    """Returns the text of a schedule."""
    head = VERSION + _SWITCHING[switching] + _TIMEOUTS[timeouts]
    return ",".join([head, *(f"{path}@{place}.{nth}+{to}" for path, place, nth, to in entries)])


def parse(text: str) -> tuple[str, str, list[Entry]]:
    """Returns (switching, timeouts, entries).

    Raises:
        ScheduleError: the text is not a schedule of this format.
    """
    head, *rest = text.strip().split(",")
    known = {
        VERSION + s + t: (switching, timeouts)
        for switching, s in _SWITCHING.items()
        for timeouts, t in _TIMEOUTS.items()
    }
    if head not in known:
        if re.fullmatch(r"[0-9]+[a-z]{2}", head):
            raise ScheduleError(
                f"the schedule {text!r:.60} is of format {head[:-2]}; this version reads "
                f"format {VERSION}: explore again to get a new one"
            )
        raise ScheduleError(
            f"{text!r:.60} is not a schedule; copy it whole, it begins like {VERSION}ap"
        )
    entries: list[Entry] = []
    for number, part in enumerate(rest, 1):
        match = _ENTRY.fullmatch(part)
        if match is None:
            raise ScheduleError(f"step {number} of the schedule cannot be read: {part!r:.60}")
        path, place, nth, to = match.groups()
        entries.append((path, place, int(nth), to))
    switching, timeouts = known[head]
    return switching, timeouts, entries
