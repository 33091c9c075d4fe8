"""BoundedSemaphore: a place is given back by somebody who did not get one."""

from threading import BoundedSemaphore, Thread


def visit(places):
    if places.acquire(blocking=False):
        places.release()


def visit_and_tidy_up(places):
    try:
        places.acquire(blocking=False)
    finally:
        places.release()


def two_visits(visit):
    places = BoundedSemaphore(1)
    thread = Thread(target=visit, args=(places,))
    thread.start()
    visit(places)
    thread.join()
    return places.acquire(blocking=False)


def right():
    """Only a place that was got is given back."""
    return two_visits(visit)


def wrong():
    """`finally` gives back a place that the other one has, who then gives back one too many."""
    return two_visits(visit_and_tidy_up)
