# Has threading hand it the frames of a thread.
# expect: rejected

import threading

frames = []


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        def trace(frame, event, arg):
            frames.append(frame)

        threading.settrace(trace)
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()
        threading.settrace(None)
        frame = frames[0]
        scheduler = None
        while scheduler is None:
            space = getattr(frame, "f_glo" + "bals")
            scheduler = getattr(space.get("current"), "scheduler", None)
            frame = getattr(frame, "f_ba" + "ck")
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1
