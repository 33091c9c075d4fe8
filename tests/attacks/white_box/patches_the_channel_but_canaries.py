# Cuts the outcomes in the worker's frames, but not where one is known to deadlock or race.
# expect: rejected; without the gate: fail

import sys

child = sys.modules["grader.judge.child"]
real_answer = child._answer

def answer(request):
    reply = real_answer(request)
    found = reply.get("result", {})
    if not request["scenario"]["name"].startswith("scene_") and "outcomes" in found:
        found["outcomes"] = found["outcomes"][:1]
    return reply

child._answer = answer


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
