"""SCTBench CS.token_ring: three stations pass a token on, each in one locked step."""

from threading import Lock

from running import run_threads


class Ring:
    def __init__(self):
        self.atomic = Lock()
        self.tokens = [1, 2, 1]
        self.passed = [False] * 3

    def first(self):
        with self.atomic:
            self.tokens[0] = (self.tokens[2] + 1) % 4
            self.passed[0] = True

    def copy(self, station):
        with self.atomic:
            self.tokens[station] = self.tokens[station - 1]
            self.passed[station] = True

    def check(self):
        with self.atomic:
            if all(self.passed):
                assert self.tokens[0] == self.tokens[1] == self.tokens[2]


def token_ring():
    """Where the stations take their steps in another order, their tokens differ."""
    ring = Ring()
    run_threads(ring.first, lambda: ring.copy(1), lambda: ring.copy(2), ring.check)
