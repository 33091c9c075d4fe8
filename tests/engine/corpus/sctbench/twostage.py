"""SCTBench CS.twostage*: two values that belong together, each with a lock of its own."""

from threading import Lock

from running import run_threads


class Stages:
    def __init__(self):
        self.first_lock, self.second_lock = Lock(), Lock()
        self.first = self.second = 0

    def write(self):
        with self.first_lock:
            self.first = 1
        with self.second_lock:
            self.second = self.first + 1

    def read(self):
        with self.first_lock:
            first = self.first
        if first == 0:
            return
        with self.second_lock:
            second = self.second
        assert second == first + 1


def twostage():
    """The reader comes between the two stages of the writer."""
    stages = Stages()
    run_threads(stages.write, stages.read)


def twostage_100():
    """The reader comes after a first stage and before any second one, of 99 writers."""
    stages = Stages()
    run_threads(*[stages.write] * 99, stages.read)
