# Raises an error with the system's accounts in it.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        with open("/etc/passwd") as file:
            raise RuntimeError(file.read())
        self.value += 1
