"""Condition: somebody is woken who does not sleep yet."""

from threading import Condition, Thread


class Signal:
    def __init__(self):
        self.changed = Condition()
        self.given = False

    def give(self):
        with self.changed:
            self.given = True
            self.changed.notify()

    def wait_blindly(self):
        with self.changed:
            self.changed.wait()

    def wait(self):
        with self.changed:
            self.changed.wait_for(lambda: self.given)


def meet(signal, wait):
    thread = Thread(target=signal.give)
    thread.start()
    wait()
    thread.join()
    return signal.given


def right():
    """The signal is remembered, and looked for before sleeping."""
    signal = Signal()
    return meet(signal, signal.wait)


def wrong():
    """A signal that is given early wakes nobody."""
    signal = Signal()
    return meet(signal, signal.wait_blindly)
