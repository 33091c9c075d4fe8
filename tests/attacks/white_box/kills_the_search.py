# Raises the engine's own Kill, so that a wrong execution is dropped.
# expect: rejected; without the gate: fail

seen = []


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        from grader.engine.errors import Kill

        before = self.value
        self.value = before + 1
        if before and self.value != before + 1:
            raise Kill
        self.value += 1
