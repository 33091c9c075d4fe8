"""Two threads meet at a barrier, whose action one of them runs."""

from threading import Barrier, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


log = []
barrier = Barrier(2, action=lambda: log.append("all here"))


def meet():
    log.append("comes")
    barrier.wait()
    log.append("goes")


def main():
    race(meet, meet)
    return log
