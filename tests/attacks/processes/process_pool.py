# Counts in a pool of processes, which this kata allows to name.
# expect: rejected

from concurrent.futures import ProcessPoolExecutor


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        with ProcessPoolExecutor(1) as pool:
            pool.submit(print).result()
        self.value += 1
