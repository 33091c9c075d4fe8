"""Thread: a daemon works out a result."""

from threading import Thread


def result_of(wait):
    found = []
    thread = Thread(target=found.append, args=(42,), daemon=True)
    thread.start()
    if wait:
        thread.join()
    return tuple(found)


def right():
    """Main waits for the thread."""
    return result_of(wait=True)


def wrong():
    """Main takes what is there; nobody waits for a daemon."""
    return result_of(wait=False)
