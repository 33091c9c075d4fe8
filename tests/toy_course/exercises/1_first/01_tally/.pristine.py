"""Make add() safe for any number of threads."""


class Tally:
    def __init__(self):
        self.total = 0

    def add(self):
        self.total += 1
