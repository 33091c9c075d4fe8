"""Semaphore: it guards a number only if it lets one thread in at a time."""

from threading import Semaphore, Thread


class Room:
    def __init__(self, places):
        self.places = Semaphore(places)
        self.visits = 0

    def visit(self):
        with self.places:
            self.visits += 1


def visit(room):
    threads = [Thread(target=room.visit) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return room.visits


def right():
    """One place: the semaphore is as good as a lock."""
    return visit(Room(1))


def wrong():
    """Two places: both threads are inside at once."""
    return visit(Room(2))
