# Counts in another process.
# expect: rejected

import multiprocessing


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        process = multiprocessing.Process(target=print)
        process.start()
        process.join()
        self.value += 1
