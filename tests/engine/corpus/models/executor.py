"""ThreadPoolExecutor: a task waits for a task that it hands in itself."""

from concurrent.futures import ThreadPoolExecutor


def leaf():
    return 1


def nested(pool):
    return pool.submit(leaf).result() + 1


def run(workers):
    with ThreadPoolExecutor(workers) as pool:
        return pool.submit(nested, pool).result()


def right():
    """There is a second worker for the inner task."""
    return run(2)


def wrong():
    """The only worker waits for a task that only it could run."""
    return run(1)
