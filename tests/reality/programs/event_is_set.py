"""A flag is asked for, while the value that it announces is written."""

from threading import Event, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


ready = Event()
value = 0
seen = []


def give():
    global value
    ready.set()
    value = 1


def look():
    seen.append((ready.is_set(), value))


def main():
    race(give, look)
    return seen
