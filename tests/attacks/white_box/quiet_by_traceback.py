# Finds the scheduler from a traceback's frame.
# expect: rejected; without the gate: suspect


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        try:
            self.nothing_here
        except AttributeError as error:
            frame = error.__traceback__.tb_frame
        scheduler = None
        while scheduler is None:
            scheduler = frame.f_globals.get("current", None) and frame.f_globals["current"].scheduler
            frame = frame.f_back
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1
