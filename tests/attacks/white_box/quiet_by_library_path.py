# Goes by way of what an allowed module has imported: dataclasses.sys.
# expect: rejected; without the gate: suspect

import dataclasses


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = dataclasses.sys.modules["grader.engine.current"].scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1
