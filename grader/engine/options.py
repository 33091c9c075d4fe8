"""How to explore: what is asked for, and which searches that means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grader.engine.errors import DojoError
from grader.engine.strategy import STRATEGIES, DelayBounded, DepthFirst, Reduced, Strategy

EXECUTIONS = 2000
MAX_STEPS = 5000
_SWITCHING = ("anywhere", "gil")
_TIMEOUTS = ("patient", "adversarial")
_BOUNDED = {"preemptions": ("auto", "dfs"), "delays": ("auto", "delay")}
# What is sampled where not everything can be tried, with equal shares.
_SAMPLES = ("surw", "pct", "random")


@dataclass(frozen=True, slots=True)
class Options:
    """As `explore` takes them."""

    switching: str
    timeouts: str
    strategy: str
    executions: int
    seed: int
    preemptions: int | None
    delays: int | None
    steps: int

    def check(self) -> None:
        """Raises DojoError, with what would do, for a value that makes no sense."""
        for word, allowed in (
            ("switching", _SWITCHING),
            ("timeouts", _TIMEOUTS),
            ("strategy", ("auto", *STRATEGIES)),
        ):
            value = getattr(self, word)
            if value not in allowed:
                raise DojoError(f"{word} is one of {', '.join(allowed)}, not {value!r}")
        if self.executions < 1:
            raise DojoError(f"executions must be at least 1, not {self.executions}")
        if self.preemptions is not None and self.delays is not None:
            raise DojoError("bound preemptions or delays, not both")
        for word, strategies in _BOUNDED.items():
            bound = getattr(self, word)
            if bound is not None and bound < 0:
                raise DojoError(f"{word} must be at least 0, not {bound}")
            if bound is not None and self.strategy not in strategies:
                raise DojoError(
                    f"{word} bounds the strategies {' and '.join(strategies)}, not {self.strategy}"
                )

    @property
    def search(self) -> str:
        """The strategy, where "auto" under a bound is the one that keeps it."""
        if self.delays is not None:
            return "delay"
        return "dfs" if self.preemptions is not None else self.strategy

    def phases(self) -> Iterator[tuple[Strategy, int]]:
        """Which searches run one after the other, each with its share of the executions."""
        if self.search == "delay":
            yield DelayBounded(self.delays), self.executions
        elif self.search == "dfs":
            yield DepthFirst(self.preemptions), self.executions
        elif self.search == "auto":
            # Half of the budget on all there is; the rest is sampled only if that did not end.
            whole = max(1, self.executions // 2)
            yield Reduced() if self.switching == "anywhere" else DepthFirst(), whole
            rest = self.executions - whole
            for number, name in enumerate(_SAMPLES):
                share = rest // (len(_SAMPLES) - number)
                rest -= share
                yield STRATEGIES[name](self.seed), share
        else:
            yield STRATEGIES[self.strategy](self.seed), self.executions
