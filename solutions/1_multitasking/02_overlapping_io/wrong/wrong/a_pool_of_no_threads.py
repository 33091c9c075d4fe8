# Asks for a pool of as many threads as there are stations: for no stations that is an error.
# Hint: looks like a pool of size 0: an empty list asks for no threads at all, and the pool refuses that.

from concurrent.futures import ThreadPoolExecutor


def collect(ask, stations):
    with ThreadPoolExecutor(max_workers=len(stations)) as pool:
        return list(pool.map(ask, stations))
