"""Greenlets that live on: making and freeing one costs more than a short thread.

A greenlet that waits for its next thread must hold nothing of the last one: the
collector does not look into a suspended greenlet, so whatever it held would stay.
"""

from __future__ import annotations

from typing import Protocol

from greenlet import getcurrent, greenlet


class Life(Protocol):
    """What a greenlet does for one thread."""

    def live(self) -> greenlet:
        """Runs the thread to its end; returns the greenlet that goes on then."""


_idle: list[greenlet] = []
_FEW = 8


def fill() -> None:
    """Makes a few greenlets here, so that the recursion limit finds them all equally deep."""
    while len(_idle) < _FEW:
        _idle.append(_make())


def take() -> greenlet:
    """Returns a greenlet; `switch(life)` has it live that life."""
    return _idle.pop() if _idle else _make()


def _make() -> greenlet:
    fresh = greenlet(_serve)
    # It gets its first life as all later ones: the arguments of a greenlet's first
    # switch stay with it for good.
    fresh.switch()
    return fresh


def _serve() -> None:
    here = getcurrent()
    assert here.parent is not None
    life: Life | None = here.parent.switch()
    while life is not None:
        target = life.live()
        life = None
        _idle.append(here)
        life = target.switch()
