"""SCTBench CS.stack_bad: one thread pushes, the other pops once something has been pushed."""

from threading import Lock

from running import run_threads

SIZE = 10


class Stack:
    def __init__(self):
        self.lock = Lock()
        self.items = [0] * SIZE
        self.top = 0
        self.used = False

    def push(self):
        for number in range(SIZE):
            with self.lock:
                assert self.top < SIZE, "overflow"
                self.items[self.top] = number
                self.top += 1
                self.used = True

    def pop(self):
        for _ in range(SIZE):
            with self.lock:
                if self.used:
                    assert self.top > 0, "underflow"
                    self.top -= 1


def stack_bad():
    """That something was pushed once does not mean that something is there now."""
    shared = Stack()
    run_threads(shared.push, shared.pop)
