"""A docstring before."""

from __future__ import annotations, generator_stop

annotations = "rebound"
division: undefined = 1  # noqa: F821


def names():
    global annotations
    annotations += "!"
    result = annotations, division, __doc__, str(__annotations__)
    annotations = "rebound"
    return result


def future_flags():
    import __future__

    def f(x: int) -> undefined_name: ...  # noqa: F821

    flag = __future__.annotations.compiler_flag
    return bool(f.__code__.co_flags & flag), f.__annotations__, names.__code__.co_flags & flag == flag


def executed_text_inherits():
    namespace = {}
    exec("def f(x: undefined): pass", namespace)
    return namespace["f"].__annotations__
