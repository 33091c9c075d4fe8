# Keeps the reports by name: a station that is listed twice is rung up only once.
# Hint: looks like a dict or set of the inputs: equal ones fall together, so some of the calls are never made.

from concurrent.futures import ThreadPoolExecutor


def collect(ask, stations):
    names = sorted(set(stations))
    with ThreadPoolExecutor(max_workers=len(names) or 1) as pool:
        reports = dict(zip(names, pool.map(ask, names)))
    return [reports[station] for station in stations]
