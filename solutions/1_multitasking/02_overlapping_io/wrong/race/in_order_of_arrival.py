# Lists the reports in the order in which they arrive, not in that of the stations.
# Hint: looks like results taken in order of arrival: who answers first stands first, so reports change places.

from concurrent.futures import ThreadPoolExecutor, as_completed


def collect(ask, stations):
    with ThreadPoolExecutor(max_workers=len(stations) or 1) as pool:
        calls = [pool.submit(ask, station) for station in stations]
        return [call.result() for call in as_completed(calls)]
