# Replaces the function that writes the worker's frames.
# expect: rejected; without the gate: fail

import sys

child = sys.modules["grader.judge.child"]
real = child.write_frame

def write(fd, message):
    found = message.get("result", {})
    if len(found.get("outcomes", ())) > 1:
        found["outcomes"] = found["outcomes"][:1]
    real(fd, message)

child.write_frame = write


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
