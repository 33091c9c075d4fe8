"""Defaults of type parameters (PEP 696), what locals() means (PEP 667)."""

import copy
import inspect


class Box[T = int]:
    def get(self):
        return T.__default__


def pick[T = str, *Ts = *tuple[int, str], **P = [int]](x: T) -> T:
    return x


type Pair[A, B = A] = tuple[A, B]


def parameter_defaults():
    return Box().get() is int, pick(1), str(pick.__type_params__[1].__default__), str(Pair[int])


def snapshots_of_locals():
    x = 1
    snapshot = locals()
    x = 2
    snapshot["x"] = 5
    y = 3
    return snapshot.get("y"), x, y, locals() is locals()


def frames_write_through():
    x = 1

    def inner():
        return x

    inspect.currentframe().f_locals["x"] = 7
    return x, inner()


def replaced_copies():
    class Thing:
        def __init__(self, a):
            self.a = a

        def __replace__(self, **changes):
            return Thing(changes.get("a", self.a))

    return copy.replace(Thing(1), a=2).a


def docstrings_lose_their_indentation():
    def f():
        """First.

        Second.
        """

    return f.__doc__


def static_attributes_are_known():
    class C:
        def __init__(self):
            self.a = 1

    return C.__firstlineno__
