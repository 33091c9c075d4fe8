# Goes from an error of its own to the frames that called it.
# expect: rejected; without the gate: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        try:
            raise ValueError
        except ValueError as error:
            frame = error.__traceback__.tb_frame
            while frame.f_back is not None:
                frame = frame.f_back
            raise RuntimeError(repr(frame.f_globals))
        self.value += 1
