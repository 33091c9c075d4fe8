"""local: each thread has a place for its own number."""

from threading import Thread, local


class Shared:
    def __init__(self):
        self.number = 0


def keep(place):
    kept = [0, 0]

    def run(number):
        place.number = number
        kept[number - 1] = place.number

    thread = Thread(target=run, args=(1,))
    thread.start()
    run(2)
    thread.join()
    return tuple(kept)


def right():
    """Every thread sees an attribute of its own."""
    return keep(local())


def wrong():
    """All threads see the same attribute."""
    return keep(Shared())
