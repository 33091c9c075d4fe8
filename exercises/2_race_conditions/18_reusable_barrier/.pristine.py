"""The rounds of a weather simulation.

The map is cut into strips, and each strip has a thread. In each round a thread works out the new
weather of its strip from the old weather of all strips, and then calls `wait()`. When all have
arrived the round is over: the new weather becomes the old one, and everybody goes on.

What is wrong today
    The first round is always fine. Later some strip is a round ahead of its neighbours, the sums
    no longer fit together, and now and then the simulation stands still.

What must hold
    - Nobody goes on to the next round before all have arrived, in every round: a fast thread may
      be back at `wait()` while a slow one hasn't yet woken from the last one.
    - When all have arrived, everybody goes on, however many strips there are.
    - `between()` is called once at the end of each round: when all have arrived, and before
      anybody goes on.
    - Waiting costs nothing: no polling, no giving up. As long as somebody is missing, the others
      sleep.

What may not change
    The class `Rounds` and its method `wait()`. `between` belongs to others, and never raises.
"""

import threading
from collections.abc import Callable


class Rounds:
    """The end of a round, again and again.

    Args:
        strips: how many threads take part, at least 1; each calls `wait` once a round.
        between: what is to be done between two rounds.
    """

    def __init__(self, strips: int, between: Callable[[], None]) -> None:
        self._strips = strips
        self._between = between
        self._arrived = 0
        self._lock = threading.Lock()
        self._all_are_here = threading.Event()

    def wait(self) -> None:
        """Come to the end of a round; return when all have come there."""
        with self._lock:
            self._arrived += 1
            if self._arrived == self._strips:
                self._between()
                self._all_are_here.set()
        self._all_are_here.wait()
        with self._lock:
            self._arrived -= 1
            if self._arrived == 0:
                self._all_are_here.clear()
