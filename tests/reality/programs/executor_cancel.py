"""A call that waits for the only worker is called off, perhaps too late."""

from concurrent.futures import ThreadPoolExecutor

log = []


def main():
    with ThreadPoolExecutor(1) as pool:
        pool.submit(log.append, 1)
        second = pool.submit(log.append, 2)
        cancelled = second.cancel()
    return log, cancelled
