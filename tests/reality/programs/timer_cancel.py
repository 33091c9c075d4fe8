"""A timer is called off, perhaps too late."""

from threading import Timer


def main():
    rang = []
    timer = Timer(0.0001, rang.append, ["ring"])
    timer.start()
    timer.cancel()
    timer.join()
    return rang
