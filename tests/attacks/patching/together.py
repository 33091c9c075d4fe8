# Replaces `together` by one that calls one function after the other.
# expect: rejected; without the gate: suspect

import grader.engine.vocabulary

def one_by_one(*functions):
    return tuple(function() for function in functions)

grader.engine.vocabulary.together = one_by_one


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
