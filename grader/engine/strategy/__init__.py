"""Who runs next: one small file a strategy, named here for `strategy=`."""

from collections.abc import Callable

from grader.engine.strategy.base import Strategy
from grader.engine.strategy.delay import DelayBounded
from grader.engine.strategy.dfs import DepthFirst
from grader.engine.strategy.directed import Directed
from grader.engine.strategy.dpor import Reduced
from grader.engine.strategy.forced import Following, Forced
from grader.engine.strategy.pct import PCT
from grader.engine.strategy.pos import PartialOrderSampling
from grader.engine.strategy.random_walk import RandomWalk
from grader.engine.strategy.surw import SelectivelyUniform

STRATEGIES: dict[str, Callable[[int], Strategy]] = {
    "dpor": lambda seed: Reduced(),
    "dfs": lambda seed: DepthFirst(),
    "delay": lambda seed: DelayBounded(),
    "random": RandomWalk,
    "pct": PCT,
    "pos": PartialOrderSampling,
    "surw": SelectivelyUniform,
}

__all__ = [
    "PCT",
    "STRATEGIES",
    "DelayBounded",
    "DepthFirst",
    "Directed",
    "Following",
    "Forced",
    "PartialOrderSampling",
    "RandomWalk",
    "Reduced",
    "SelectivelyUniform",
    "Strategy",
]
