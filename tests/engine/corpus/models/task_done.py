"""LifoQueue: main waits until all that was put has been dealt with."""

from queue import LifoQueue
from threading import Thread


def deal_with(items, seen):
    for _ in range(2):
        seen.append(items.get())
        items.task_done()


def deal_with_later(items, seen):
    for _ in range(2):
        item = items.get()
        items.task_done()
        seen.append(item)


def wait_for(worker):
    items, seen = LifoQueue(), []
    items.put(1)
    items.put(2)
    thread = Thread(target=worker, args=(items, seen))
    thread.start()
    items.join()
    result = tuple(seen)
    thread.join()
    return result


def right():
    """An item is done once it has been dealt with; the last one put is the first one got."""
    return wait_for(deal_with)


def wrong():
    """An item is called done before it is."""
    return wait_for(deal_with_later)
