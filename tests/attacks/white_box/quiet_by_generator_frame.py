# Finds the scheduler from the frame of a generator.
# expect: rejected; without the gate: suspect


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        def generate():
            yield generator.gi_frame.f_back

        generator = generate()
        frame = next(generator)
        scheduler = None
        while scheduler is None:
            for thing in (*frame.f_locals.values(), *frame.f_globals.values()):
                if type(thing).__name__ == "Scheduler":
                    scheduler = thing
                elif type(getattr(thing, "scheduler", None)).__name__ == "Scheduler":
                    scheduler = thing.scheduler
            frame = frame.f_back
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1
