"""Attributes: loads, stores, `+=`, `del`, however they are defined."""

import copy
import math
import pickle
import sys
import types


class Log(list):
    def __call__(self, label, value=None):
        self.append(label)
        return value


class Point:
    kind = "point"

    def __init__(self, x=0, y=0):
        self.x = x
        self.x += y
        self.x -= y
        self.y = y
        self.norm = x
        self.norm += 1

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    __hash__ = None


class Private:
    __shared = 1

    def __init__(self):
        self.__value = 1
        self.__dunder__ = 2

    def __bump(self):
        self.__value += 10
        return self.__value

    def bump(self):
        return self.__bump(), self._Private__value

    @classmethod
    def share(cls):
        cls.__shared += 1
        return cls.__shared, Private.__shared

    class __Inner:
        __deep = "deep"

        def read(self):
            return self.__deep

    def inner(self):
        return self.__Inner().read()

    def closure(self):
        __local = 5

        def read():
            nonlocal __local
            __local += 1
            return __local

        return read(), sorted(locals())

    def other(self, other):
        del other.__value
        return hasattr(other, "_Private__value")

    def keyword(self, *, __key=1):
        return __key


class _Leading:
    def __init__(self):
        self.__x = 1
        self.__x += 1


class __:
    def read(self, other):
        other.__plain = 3
        other.__plain += 1
        return other.__plain


class Slots:
    __slots__ = ("__hidden", "a", "b")

    def __init__(self):
        self.a = 1
        self.__hidden = "h"

    def hidden(self):
        self.__hidden += "!"
        return self.__hidden


class Temperature:
    def __init__(self):
        self._celsius = 20
        self.log = []

    @property
    def celsius(self):
        """Degrees."""
        self.log.append("get")
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        self.log.append(("set", value))
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        self.log.append("del")


class Recording:
    """A data descriptor."""

    def __set_name__(self, owner, name):
        self.name = f"{owner.__name__}.{name}"

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        instance.log.append(("get", self.name))
        return instance.store

    def __set__(self, instance, value):
        instance.log.append(("set", self.name, value))
        instance.store = value

    def __delete__(self, instance):
        instance.log.append(("delete", self.name))


class Described:
    field = Recording()

    def __init__(self):
        self.log = []
        self.store = 0


class Dynamic:
    def __init__(self):
        pass

    log = []

    def __getattr__(self, name):
        self.log.append(("getattr", name))
        if name == "missing":
            raise AttributeError(name)
        return len(name)

    def __setattr__(self, name, value):
        self.log.append(("setattr", name, value))

    def __delattr__(self, name):
        self.log.append(("delattr", name))


class Intercepted:
    def __getattribute__(self, name):
        return name.upper()


def load_store_update_delete():
    p = Point(1, 2)
    p.x, p.y = p.y, p.x
    p.x += 5
    p.extra = p.kind
    del p.extra
    return p.x, p.y, p.norm, hasattr(p, "extra")


def store_evaluates_its_value_first():
    log, p = Log(), Point()
    log("base", p).x = log("value", 1)
    log("base", p).y = log("other", p).x = log("value", 2)
    return p.x, p.y, tuple(log)


def update_evaluates_its_base_once_and_first():
    log, p = Log(), Point(3)
    log("base", p).x += log("value", 4)
    log("base", p).x *= log("value", log("inner", p).x)
    return p.x, tuple(log)


def update_reads_before_its_right_side():
    p = Point(1)

    def change():
        p.x = 100
        return 1

    p.x += change()
    return p.x


def update_in_place():
    class Bag:
        def __init__(self):
            self.log = []

        def __iadd__(self, other):
            self.log.append(other)
            return self

    class Owner:
        def __init__(self):
            self.bag = Bag()
            self.list = [1]

    owner = Owner()
    bag, inner = owner.bag, owner.list
    owner.bag += "a"
    owner.list += (2, 3)
    owner.list *= 2
    return owner.bag is bag, bag.log, owner.list, owner.list is inner


def update_that_fails_keeps_the_value():
    p = Point()
    p.x = "text"
    try:
        p.x += 1
    except TypeError as error:
        return p.x, str(error)


def update_of_a_missing_attribute():
    try:
        Point().absent += 1
    except AttributeError as error:
        return str(error), error.name, type(error.obj).__name__


def delete_of_a_missing_attribute():
    try:
        del Point().absent
    except AttributeError as error:
        return str(error)


def class_and_instance_attributes():
    class Base:
        n = 0

    a, b = Base(), Base()
    a.n += 1
    Base.n += 10
    first = a.n, b.n, Base.n
    del a.n
    return first, a.n


def private_names():
    p = Private()
    return (
        p.bump(),
        Private.share(),
        p.inner(),
        p.closure(),
        p.other(Private()),
        p.keyword(_Private__key=7),
        dir(p)[:5],
        p.__dunder__,
    )


def private_names_of_underscored_classes():
    thing = types.SimpleNamespace()
    return _Leading()._Leading__x, __().read(thing), thing.__plain


def private_names_from_outside():
    p = Private()
    try:
        p.__value  # noqa: B018
    except AttributeError as error:
        return str(error), p._Private__value


def slots():
    s = Slots()
    s.b = s.a
    s.b += 1
    result = [s.a, s.b, s.hidden(), "__dict__" in dir(s)]
    try:
        s.c = 1
    except AttributeError as error:
        result.append(str(error))
    try:
        s.c += 1
    except AttributeError as error:
        result.append(str(error))
    del s.a
    try:
        s.a  # noqa: B018
    except AttributeError as error:
        result.append(str(error))
    return result


def properties():
    t = Temperature()
    t.celsius = t.celsius + 1
    t.celsius += 5
    del t.celsius
    return t._celsius, t.log, Temperature.celsius.__doc__


def descriptors():
    d = Described()
    d.field = 3
    d.field += 4
    del d.field
    return d.log, d.store, Described.field.name


def dynamic_attributes():
    d = Dynamic()
    value = d.abc
    d.abc = 5
    d.abc += 1
    del d.abc
    try:
        d.missing  # noqa: B018
    except AttributeError as error:
        return value, str(error), d.log, hasattr(d, "missing"), getattr(d, "missing", 0)


def intercepted_attributes():
    thing = Intercepted()
    return thing.abc, thing.other, getattr(thing, "x")  # noqa: B009


def attributes_of_modules():
    math.answer = 40
    math.answer += 2
    result = math.answer, sys.modules["math"].answer
    del math.answer
    return result, hasattr(math, "answer"), math.floor(math.pi)


def attributes_of_functions():
    def f():
        f.calls += 1
        return f.calls

    f.calls = 0
    f.__doc__ = "Counts."
    return f(), f(), f.__doc__, f.calls


def attributes_of_results():
    def make():
        return Point(4, 5)

    make().x = 1
    (lambda: make())().y += 2
    return make().x, [Point(1), Point(2)][1].x, (p := make()).y, p.x


def unpacking_to_attributes_and_items():
    p, d, log = Point(), {}, Log()
    log("p", p).x, log("d", d)[log("k", "key")], *p.rest = log("value", [1, 2, 3, 4])
    [p.y, (d["a"], p.z)] = 5, (6, 7)
    return p.x, p.rest, p.y, p.z, d, tuple(log)


def loop_targets():
    p, d = Point(), {}
    for p.x in range(3):
        pass
    for d["k"], p.y in [(1, 2), (3, 4)]:
        pass
    squares = [p.x for p.x in (7, 8)]
    return p.x, p.y, d, squares


def long_chains():
    class Node:
        def __init__(self, next=None):
            self.next = next
            self.value = 0

    chain = Node(Node(Node()))
    chain.next.next.value += 1
    chain.next.next.next = chain
    chain.next.next.next.next.value = 5
    return chain.next.value, chain.next.next.value


def copies_and_pickles():
    p = Point(1, 2)
    q, r = copy.copy(p), copy.deepcopy(p)
    s = pickle.loads(pickle.dumps(p))
    t = pickle.loads(pickle.dumps(Temperature))
    q.x += 1
    u = copy.copy(Slots())
    return p == r == s, q.x, t is Temperature, u.a


def attribute_error_suggestions():
    class Thing:
        def __init__(self):
            self.colour = 1

    try:
        Thing().color  # noqa: B018
    except AttributeError as error:
        return error.name, type(error.obj) is Thing, str(error)
