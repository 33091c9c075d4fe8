"""Whether a lock is held is asked, while another thread holds it for a statement."""

from threading import Lock, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


lock = Lock()
value = 0
seen = []


def write():
    global value
    with lock:
        value = 1


def look():
    held = lock.locked()
    seen.append((held, value))


def main():
    race(write, look)
    return seen
