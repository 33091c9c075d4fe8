# Submits all calls and then maps over them as well: every station is rung up twice.
# Hint: looks like `submit()` and `map()` for the same work: `map()` submits by itself, so everything is done twice.

from concurrent.futures import ThreadPoolExecutor


def collect(ask, stations):
    with ThreadPoolExecutor(max_workers=len(stations) or 1) as pool:
        for station in stations:
            pool.submit(ask, station)
        return list(pool.map(ask, stations))
