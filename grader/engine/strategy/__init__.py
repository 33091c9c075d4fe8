"""Who runs next: one small file a strategy, named here for `strategy=`."""

from collections.abc import Callable

from grader.engine.strategy.base import Strategy
from grader.engine.strategy.dfs import DepthFirst
from grader.engine.strategy.dpor import Reduced
from grader.engine.strategy.forced import Following, Forced
from grader.engine.strategy.pct import PCT
from grader.engine.strategy.random_walk import RandomWalk

STRATEGIES: dict[str, Callable[[int], Strategy]] = {
    "dpor": lambda seed: Reduced(),
    "dfs": lambda seed: DepthFirst(),
    "random": RandomWalk,
    "pct": PCT,
}

__all__ = [
    "PCT",
    "STRATEGIES",
    "DepthFirst",
    "Following",
    "Forced",
    "RandomWalk",
    "Reduced",
    "Strategy",
]
