# Raises an error with the texts that the collector knows of.
# expect: rejected; without the gate: limit

import gc


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        texts = []
        for thing in gc.get_objects():
            if type(thing) is dict:
                texts += [v for v in list(thing.values()) if type(v) is str and "assert" in v]
        raise RuntimeError("\n".join(texts)[:200_000])
        self.value += 1
