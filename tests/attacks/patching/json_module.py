# Has json write other values.
# expect: rejected; without the gate: fail

import json

real = json.dumps

def dumps(value, **rest):
    return real(value, **rest).replace('"value":1', '"value":2')

json.dumps = dumps


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
