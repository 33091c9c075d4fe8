# Replaces `together` in its caller's globals, found from a traceback by names made as it runs.
# expect: suspect


class Counter:
    def __init__(self):
        self.value = 0
        def one_by_one(*functions):
            return tuple(function() for function in functions)

        try:
            raise ValueError
        except ValueError as error:
            frame = getattr(error.__traceback__, "tb_fr" + "ame")
        while frame is not None:
            space = getattr(frame, "f_glo" + "bals")
            if "together" in space:
                space["together"] = one_by_one
            frame = getattr(frame, "f_ba" + "ck")

    def increment(self):
        self.value += 1
