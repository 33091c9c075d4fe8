# A pool of the default size has at most 32 threads, often fewer: some stations wait for a line.
# Hint: looks like a pool smaller than the work: its default size depends on the machine, and the rest waits in line.

from concurrent.futures import ThreadPoolExecutor


def collect(ask, stations):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(ask, stations))
