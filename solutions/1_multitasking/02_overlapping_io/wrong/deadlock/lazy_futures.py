# The futures come from a generator: each is submitted only when the one before has its result.
# Hint: looks like futures made by a generator expression: each is submitted only when the result before it is there.

from concurrent.futures import ThreadPoolExecutor


def collect(ask, stations):
    with ThreadPoolExecutor(max_workers=len(stations) or 1) as pool:
        calls = (pool.submit(ask, station) for station in stations)
        return [call.result() for call in calls]
