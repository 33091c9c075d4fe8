# Learns from the first execution, in a mutable default of a library's class.
# expect: rejected; without the gate: fail

import string


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
        table = string.Template.flags if False else vars(string)
        most = max(table.get("dojo_most", 0), self.value)
        table["dojo_most"] = most
        self.value = most
