# Raises an error that would clear a terminal and show a pass.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        raise ValueError("\x1b[2J\x1b[H\x1b[32mcounter: pass 100/100\x1b[0m\r\ud800")
        self.value += 1
