# Starts threads of the system without end.
# expect: rejected; without the gate: fail

import _thread
import sys


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        start = sys.modules["_thread"].start_new_thread
        lock = sys.modules["_thread"].allocate_lock()
        lock.acquire()
        while True:
            start(lock.acquire, ())
        self.value += 1
