"""SCTBench CS.queue_bad: a queue whose two ends take turns by two flags."""

from threading import Lock

from running import run_threads

SIZE = 20


class Queue:
    def __init__(self):
        self.lock = Lock()
        self.items = [0] * SIZE
        self.stored = [0] * SIZE
        self.head = self.tail = 0
        self.may_put, self.may_take = True, False

    def enqueue(self, item):
        self.items[self.tail] = item
        self.tail += 1

    def dequeue(self):
        self.head += 1
        return self.items[self.head - 1]

    def put(self):
        value = 0
        with self.lock:
            self.enqueue(value)
            self.stored[0] = value
            assert self.head != self.tail
        for number in range(SIZE - 1):
            with self.lock:
                if self.may_put:
                    value += 1
                    self.enqueue(value)
                    self.stored[number + 1] = value
                    self.may_put, self.may_take = False, True

    def take(self):
        for number in range(SIZE):
            with self.lock:
                if self.may_take:
                    assert self.dequeue() == self.stored[number]
                    self.may_put, self.may_take = True, False


def queue_bad():
    """A turn that comes too early is skipped: items are compared with those of other turns."""
    shared = Queue()
    run_threads(shared.put, shared.take)
