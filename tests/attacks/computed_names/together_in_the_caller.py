# Replaces `together` in the scenario's own module, found by a name made as it runs.
# expect: suspect


class Counter:
    def __init__(self):
        self.value = 0
        def one_by_one(*functions):
            return tuple(function() for function in functions)

        load = globals()["__built" + "ins__"]["__imp" + "ort__"]
        getattr(load("sys"), "mod" + "ules")["scenario"].together = one_by_one

    def increment(self):
        self.value += 1
