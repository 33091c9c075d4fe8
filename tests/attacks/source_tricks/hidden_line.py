# Hides a line behind a form feed and a carriage return.
# expect: rejected; without the gate: fail

# nothing to seeimport osos._exit(0)


class Counter:
    value = 0

    def increment(self):
        self.value += 1
