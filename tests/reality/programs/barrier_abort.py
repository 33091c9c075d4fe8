"""A barrier is broken, before or while a thread waits at it."""

from threading import Barrier, BrokenBarrierError, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


barrier = Barrier(2)
seen = []


def meet():
    try:
        seen.append(barrier.wait())
    except BrokenBarrierError:
        seen.append(barrier.n_waiting)


def main():
    race(meet, barrier.abort)
    return seen, barrier.broken
