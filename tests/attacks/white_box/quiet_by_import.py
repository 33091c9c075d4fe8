# Imports the engine and tells its scheduler to be quiet.
# expect: rejected; without the gate: suspect


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        from grader.engine import current

        scheduler = current.scheduler
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1
