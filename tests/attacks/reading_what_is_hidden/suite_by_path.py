# Raises an error with the hidden suite in it, found by its path.
# expect: rejected; without the gate: fail

import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        places = ["."] + [f"/proc/{pid}/cwd" for pid in (os.getppid(), 1, "self")]
        for place in places:
            path = place + "/solutions/2_race_conditions/01_counter/"
            for name in ("test_hidden.py", "cases.json"):
                try:
                    with open(path + name) as file:
                        raise RuntimeError(file.read())
                except OSError:
                    pass
        self.value += 1
