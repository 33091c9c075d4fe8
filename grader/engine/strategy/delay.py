"""Every schedule, in the order of their delays.

Emmi, Qadeer and Rakamarić, "Delay-Bounded Scheduling" (POPL 2011): the threads run one
after the other in a fixed, fair order, and to pass over the one whose turn it is costs a
delay. With few delays there are fewer schedules than with as many preemptions, and most
bugs of SCTBench need one or two (Thomson, Donaldson and Betts, PPoPP 2014).
"""

from __future__ import annotations

from grader.engine.strategy.dfs import DepthFirst


class DelayBounded(DepthFirst):
    """Runs every schedule, those with the fewest delays first.

    Args:
        bound: run only schedules with at most so many delays; None for all.
    """

    def price(self, choice: int, free: bool) -> int:
        return choice
