"""The first of two calls to be done is waited for."""

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def work(number):
    return number


def main():
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(work, 1), pool.submit(work, 2)]
        done, _ = wait(futures, return_when=FIRST_COMPLETED)
    return sorted(future.result() for future in done)
