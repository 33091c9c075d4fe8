# Learns from the first execution, by its own globals, what to hand out.
# expect: fail

seen = []


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        seen.append(1)
        self.value = len(seen)
