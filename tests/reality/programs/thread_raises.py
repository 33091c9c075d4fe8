"""A thread ends by an exception, which another one does not see."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


log = []


def fail():
    log.append("fails")
    raise LookupError("nothing there")


def main():
    race(lambda: log.append("goes on"), fail)
    return log
