"""A count is read and written under a lock, and looked at without it."""

from threading import Lock, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


lock = Lock()
total = 0
seen = []


def add():
    global total
    with lock:
        total += 1
        total += 1


def look():
    seen.append(total)


def main():
    race(add, look)
    return total, seen
