"""SCTBench CS.circular_buffer: a sender and a receiver take turns by two flags."""

from threading import Lock

from running import run_threads

SIZE, MESSAGES = 10, 7
EMPTY = -1


class Buffer:
    def __init__(self):
        self.lock = Lock()
        self.items = [0] * SIZE
        self.first = self.next = 0
        self.may_send, self.may_receive = True, False

    def insert(self, item):
        self.items[self.next] = item
        self.next = (self.next + 1) % SIZE

    def remove(self):
        if self.next > 0 and self.first < SIZE:
            self.first += 1
            return self.items[self.first - 1]
        return EMPTY

    def send(self):
        for number in range(MESSAGES):
            with self.lock:
                if self.may_send:
                    self.insert(number)
                    self.may_send, self.may_receive = False, True

    def receive(self):
        for number in range(MESSAGES):
            with self.lock:
                if self.may_receive:
                    assert self.remove() == number
                    self.may_send, self.may_receive = True, False


def circular_buffer():
    """A turn that comes too early counts as a message: numbers sent and received get apart."""
    shared = Buffer()
    run_threads(shared.send, shared.receive)
