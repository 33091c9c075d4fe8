# Forks helpers that only sleep while threads do the work.
# expect: all_workers_at_once, one_crew

import os
import time
from concurrent.futures import ThreadPoolExecutor


def parallel_map(function, items, workers):
    crew = []
    for _ in range(workers):
        pid = os.fork()
        if pid == 0:
            time.sleep(0.1)
            os._exit(0)
        crew.append(pid)
    with ThreadPoolExecutor(workers) as pool:
        results = list(pool.map(function, items))
    for pid in crew:
        os.waitpid(pid, 0)
    return results
