"""A thread of our own class writes its result, which main reads before it joins."""

from threading import Thread


class Worker(Thread):
    def __init__(self):
        super().__init__()
        self.result = None

    def run(self):
        self.result = 42


def main():
    worker = Worker()
    worker.start()
    early = worker.result
    worker.join()
    return early, worker.result
