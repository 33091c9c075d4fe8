"""Condition: a consumer is woken for an item that another one may take first."""

from threading import Condition, Thread


class Store:
    def __init__(self):
        self.changed = Condition()
        self.items = []
        self.taken = None

    def put(self, item):
        with self.changed:
            self.items.append(item)
            self.changed.notify()

    def take(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            self.taken = self.items.pop()

    def take_when_woken(self):
        with self.changed:
            if not self.items:
                self.changed.wait()
            self.taken = self.items.pop() if self.items else None

    def snatch(self):
        with self.changed:
            if self.items:
                self.items.pop()


def consume(store, take):
    thread = Thread(target=take)
    thread.start()
    store.put("first")
    store.snatch()
    store.put("second")
    thread.join()
    return store.taken


def right():
    """Who is woken looks again."""
    store = Store()
    return consume(store, store.take)


def wrong():
    """Who is woken takes, and there may be nothing left."""
    store = Store()
    return consume(store, store.take_when_woken)
