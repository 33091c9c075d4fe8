"""Two calls handed to a pool add to a count."""

from concurrent.futures import ThreadPoolExecutor

total = 0


def add():
    global total
    total += 1


def main():
    with ThreadPoolExecutor(2) as pool:
        pool.submit(add)
        pool.submit(add)
    return total
