"""A notification comes before or after a thread waits, which looks first."""

from threading import Condition, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


changed = Condition()
items = []
order = []


def put():
    with changed:
        items.append("item")
        order.append("put")
        changed.notify()


def take():
    with changed:
        while not items:
            order.append("waits")
            changed.wait()
        order.append(items.pop())


def main():
    race(take, put)
    return order
