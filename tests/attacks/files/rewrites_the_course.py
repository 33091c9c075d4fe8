# Rewrites the suites of the course that the judge works in.
# expect: rejected; without the gate: fail

import os

for pid in (os.getppid(), 1, "self"):
    for path in ("exercises/2_race_conditions/01_counter/test_counter.py",
                 "solutions/2_race_conditions/01_counter/test_hidden.py"):
        try:
            with open(f"/proc/{pid}/cwd/{path}", "a") as file:
                file.write("\n")
        except OSError:
            pass


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
