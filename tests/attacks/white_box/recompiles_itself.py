# Compiles its own method anew, without the hooks.
# expect: rejected; without the gate: suspect

TEXT = "def increment(self):\n    self.value += 1\n"


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1


space = {}
exec(compile(TEXT, "<string>", "exec"), space)
Counter.increment = space["increment"]
