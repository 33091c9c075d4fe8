"""Condition: two threads wait for the same gate."""

from threading import Condition, Thread


class Gate:
    def __init__(self):
        self.changed = Condition()
        self.is_open = False

    def pass_through(self):
        with self.changed:
            while not self.is_open:
                self.changed.wait()

    def open_for_one(self):
        with self.changed:
            self.is_open = True
            self.changed.notify()

    def open_for_all(self):
        with self.changed:
            self.is_open = True
            self.changed.notify_all()


def pass_gate(gate, open_gate):
    threads = [Thread(target=gate.pass_through) for _ in range(2)]
    for thread in threads:
        thread.start()
    open_gate()
    for thread in threads:
        thread.join()
    return gate.is_open


def right():
    """All who wait are woken."""
    gate = Gate()
    return pass_gate(gate, gate.open_for_all)


def wrong():
    """One is woken; if both were waiting, the other one sleeps on."""
    gate = Gate()
    return pass_gate(gate, gate.open_for_one)
