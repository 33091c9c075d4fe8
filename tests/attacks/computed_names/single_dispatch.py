# Has functools.singledispatch evaluate an annotation made as it runs; 3.15 does not do it.
# expect: suspect, fail

import functools

@functools.singledispatch
def dispatch(thing):
    pass

def evaluate(text):
    def register(thing):
        pass

    register.__annotations__ = {"thing": text}
    try:
        dispatch.register(register)
    except TypeError:
        pass

SCHEDULER = "__imp" + "ort__('grader.engine.current').engine.current.scheduler"


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        evaluate(SCHEDULER + ".__setattr__('quiet', 1)")
        self.value += 1
        evaluate(SCHEDULER + ".__setattr__('quiet', 0)")
