"""SCTBench CS.phase01: a phase ends with its lock still held."""

from threading import Lock

from running import run_threads

x, y = Lock(), Lock()


def phases():
    x.acquire()
    x.release()
    x.acquire()
    y.acquire()
    y.release()
    y.acquire()
    y.release()


def phase01():
    """The first thread to come through keeps `x` for good; the other waits for ever."""
    run_threads(phases, phases)
