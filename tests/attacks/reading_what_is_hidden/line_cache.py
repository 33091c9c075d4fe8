# Asks the line cache for the lines of the suite.
# expect: rejected; without the gate: fail

import linecache


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        text = "".join(linecache.getlines("test_hidden.py"))
        text += repr({name: entry for name, entry in linecache.cache.items() if "test" in name})
        raise RuntimeError(text)
        self.value += 1
