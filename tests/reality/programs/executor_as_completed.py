"""The first of two calls to be done is taken."""

from concurrent.futures import ThreadPoolExecutor, as_completed


def work(number):
    return number


def main():
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(work, 1), pool.submit(work, 2)]
        return next(as_completed(futures)).result()
