"""A call that a pool runs raises, and its caller asks whether it is done."""

from concurrent.futures import ThreadPoolExecutor


def fail():
    raise LookupError("nothing there")


def main():
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(fail)
        early = future.done()
    return early, type(future.exception()).__name__
