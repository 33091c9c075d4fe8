# Uses threads, and calls them processes.
# expect: all_workers_at_once, one_crew

from concurrent.futures import ThreadPoolExecutor


def parallel_map(function, items, workers):
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(function, items))
