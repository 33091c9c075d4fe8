"""Two threads log through one handler, which counts."""

import logging
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Counting(logging.Handler):
    def __init__(self):
        super().__init__()
        self.count = 0

    def emit(self, record):
        self.count += 1


def main():
    handler = Counting()
    logger = logging.Logger("one")
    logger.addHandler(handler)
    race(lambda: logger.error("first"), lambda: logger.error("second"))
    return handler.count
