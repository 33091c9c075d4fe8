"""SCTBench CS.carter01: the first of a class takes the room, the last gives it back."""

from threading import Lock

from running import run_threads


class Room:
    def __init__(self):
        self.counting, self.room = Lock(), Lock()
        self.inside = {"A": 0, "B": 0}

    def visit(self, group):
        with self.counting:
            self.inside[group] += 1
            if self.inside[group] == 1:
                self.room.acquire()
        with self.counting:
            self.inside[group] -= 1
            if self.inside[group] == 0:
                self.room.release()


def idle():
    pass


def carter01():
    """Who waits for the room holds the lock that its holder needs to give it back."""
    shared = Room()
    run_threads(lambda: shared.visit("A"), lambda: shared.visit("B"), idle, idle)
