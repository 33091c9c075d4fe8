"""Event: a value is announced."""

from threading import Event, Thread


class Announced:
    def __init__(self):
        self.ready = Event()
        self.value = None

    def announce(self):
        self.value = 1
        self.ready.set()

    def announce_too_early(self):
        self.ready.set()
        self.value = 1


def wait_for(announced, announce):
    thread = Thread(target=announce)
    thread.start()
    announced.ready.wait()
    value = announced.value
    thread.join()
    return value


def right():
    """The value is there before it is announced."""
    announced = Announced()
    return wait_for(announced, announced.announce)


def wrong():
    """The value is announced before it is there."""
    announced = Announced()
    return wait_for(announced, announced.announce_too_early)
