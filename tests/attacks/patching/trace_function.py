# Sets a trace function that jumps back to the increment.
# expect: rejected

import sys
import threading

def trace(frame, event, arg):
    if frame.f_code.co_name == "increment":
        frame.f_locals["self"].value += 0
    return trace

sys.settrace(trace)
threading.settrace(trace)


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
