"""Three threads want two places, and do not wait for one."""

from threading import Semaphore, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


places = Semaphore(2)
inside = []


def enter(name):
    if places.acquire(blocking=False):
        inside.append(name)
        places.release()


def main():
    places.acquire()
    race(lambda: enter("a"), lambda: enter("b"))
    return inside
