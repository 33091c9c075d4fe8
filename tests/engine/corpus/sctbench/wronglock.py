"""SCTBench CS.wronglock*: one number, and two locks that are both meant to guard it."""

from threading import Lock

from running import run_threads


class Guarded:
    def __init__(self):
        self.lock, self.wrong_lock = Lock(), Lock()
        self.value = 0

    def check(self):
        with self.lock:
            before = self.value
            self.value += 1
            assert self.value == before + 1

    def add(self):
        with self.wrong_lock:
            self.value += 1


def wronglock():
    """Seven threads add under another lock than the one that checks its own addition."""
    shared = Guarded()
    run_threads(shared.check, *[shared.add] * 7)


def wronglock_3():
    """Three threads add under another lock than the one that checks its own addition."""
    shared = Guarded()
    run_threads(shared.check, *[shared.add] * 3)
