"""Two workers of a pool log what they do, and give back in order."""

from concurrent.futures import ThreadPoolExecutor

log = []


def work(number):
    log.append(number)
    return number * 10


def main():
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(work, [1, 2]))
    return results, log
