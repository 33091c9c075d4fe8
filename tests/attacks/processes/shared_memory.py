# Leaves shared memory behind.
# expect: rejected

import multiprocessing.shared_memory


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        multiprocessing.shared_memory.SharedMemory('dojo-litter', create=True, size=1 << 20)
        self.value += 1
