# Asks each future for its result right after submitting it: the next call isn't submitted yet.
# Hint: looks like `result()` right after `submit()`: it waits for that call before the next one is even submitted.

from concurrent.futures import ThreadPoolExecutor


def collect(ask, stations):
    with ThreadPoolExecutor(max_workers=len(stations) or 1) as pool:
        return [pool.submit(ask, station).result() for station in stations]
