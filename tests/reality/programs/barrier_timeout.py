"""Two threads meet at a barrier, if the first does not give up before."""

from threading import Barrier, BrokenBarrierError, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


barrier = Barrier(2)
seen = {}


def meet(name):
    try:
        barrier.wait(0.0001)
        seen[name] = "met"
    except BrokenBarrierError:
        seen[name] = "broken"


def main():
    race(lambda: meet("a"), lambda: meet("b"))
    return seen
