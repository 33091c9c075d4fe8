# Computes in the caller's own process, and starts workers that only sleep.
# expect: all_workers_at_once, one_crew

import multiprocessing
import time


def parallel_map(function, items, workers):
    crew = [multiprocessing.Process(target=time.sleep, args=(0.05,)) for _ in range(workers)]
    for worker in crew:
        worker.start()
    results = [function(item) for item in items]
    for worker in crew:
        worker.join()
    return results
