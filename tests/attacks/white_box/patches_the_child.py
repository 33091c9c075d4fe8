# Replaces the worker's answers from the second request on.
# expect: rejected; without the gate: fail

import sys

child = sys.modules["grader.judge.child"]
real = child._answer

def answer(request):
    reply = real(request)
    for outcome in reply.get("result", {}).get("outcomes", ()):
        if outcome.get("value") == 1:
            outcome["value"] = 2
    return reply

child._answer = answer


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
