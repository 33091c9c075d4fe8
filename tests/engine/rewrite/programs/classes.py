"""Classes: bodies, metaclasses, hooks of class creation, super(), inheritance."""

import abc
import copy
import functools
import pickle


class Pickled:
    """A class at module level."""

    class Nested:
        def __init__(self, n=0):
            self.n = n

        def __eq__(self, other):
            return type(self) is type(other) and self.n == other.n

        __hash__ = None

    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return Pickled, (self.x + 1,)


def super_of_every_kind():
    class A:
        def __init__(self):
            self.log = ["A"]

        def f(self):
            return "A.f"

        @classmethod
        def c(cls):
            return ("A.c", cls.__name__)

        @property
        def p(self):
            return "A.p"

        @staticmethod
        def s():
            return "A.s"

    class B(A):
        def __init__(self):
            super().__init__()
            self.log.append("B")

        def f(self):
            return super().f(), super(B, self).f(), A.f(self), [super(B, self).f() for _ in "a"]

        @classmethod
        def c(cls):
            return super().c(), super(B, cls).c()

        @property
        def p(self):
            return super().p + "B"

        @staticmethod
        def s():
            return super(B, B).s()

        def inner(self):
            def g():
                return super(B, self).f()

            def h(me):
                return super().f()

            return g(), h(self), __class__.__name__

        def stored(self):
            s = super()
            return s.f(), s.p, s.__self_class__.__name__, s.__thisclass__.__name__

        def shadowed(self, super=lambda: "shadow"):
            return super()

    class C(B):
        pass

    c = C()
    return c.log, c.f(), c.c(), c.p, c.s(), c.inner(), c.stored(), c.shadowed()


def super_without_a_class():
    def f(self):
        return super().f()

    class C:
        pass

    C.f = f
    messages = []
    for action in (lambda: C().f(), lambda: super()):
        try:
            action()
        except RuntimeError as error:
            messages.append(str(error))
    return messages


def multiple_inheritance():
    class Base:
        def __init__(self, **rest):
            self.order = ["Base"]

    class Left(Base):
        def __init__(self, left=1, **rest):
            super().__init__(**rest)
            self.left = left
            self.order.append("Left")

    class Right(Base):
        def __init__(self, right=2, **rest):
            super().__init__(**rest)
            self.right = right
            self.order.append("Right")

    class Both(Left, Right):
        def __init__(self, **rest):
            super().__init__(**rest)
            self.order.append("Both")

    b = Both(left=5, right=6)
    return b.order, b.left, b.right, [c.__name__ for c in Both.__mro__]


def class_bodies():
    order = []

    class Body:
        """The doc."""

        order.append("start")
        x = 1
        x += 1
        y = x * 2
        if y > 2:
            z = "big"

            def f(self):
                return self.z
        else:

            def f(self):
                return "small"

        for n in range(2):
            locals()[f"made_{n}"] = n
        del n
        try:
            missing  # noqa: B018, F821
        except NameError as error:
            message = str(error)
        with_lambda = staticmethod(lambda: Body.x)
        a, (b, *c) = 1, "xyz"
        d = e = []
        order.append("end")

    names = [n for n in vars(Body) if not n.startswith("__")]
    return order, Body.__doc__, Body.x, Body.y, Body().f(), Body.message, Body.with_lambda(), names


def class_hooks():
    log = []

    class Named:
        def __set_name__(self, owner, name):
            log.append(("set_name", owner.__name__, name))

    class Base:
        def __init_subclass__(cls, /, flag=None, **rest):
            super().__init_subclass__(**rest)
            log.append(("subclass", cls.__name__, flag))
            cls.flag = flag

        def __class_getitem__(cls, item):
            return (cls.__name__, item)

    class Child(Base, flag="on"):
        n = Named()

    key = "k"
    return log, Child.flag, Child[key], Base[int, str], Child[1:2]


def metaclasses():
    log = []

    class Meta(type):
        count = 0

        @classmethod
        def __prepare__(mcs, name, bases, **keywords):
            log.append(("prepare", name, sorted(keywords)))
            return {"prepared": True}

        def __new__(mcs, name, bases, namespace, **keywords):
            log.append(("new", name, [k for k in namespace if not k.startswith("__")]))
            return super().__new__(mcs, name, bases, namespace)

        def __init__(cls, name, bases, namespace, **keywords):
            super().__init__(name, bases, namespace)
            cls.tag = keywords.get("tag")

        def __call__(cls, *args):
            Meta.count += 1
            log.append(("call", args))
            return super().__call__(*args)

        def __getattr__(cls, name):
            return f"meta {name}"

        def __getitem__(cls, key):
            return f"item {key}"

        def __len__(cls):
            return 3

        def __contains__(cls, item):
            return item == 1

        def __iter__(cls):
            return iter("it")

        def __add__(cls, other):
            return "added"

        @property
        def prop(cls):
            return "prop"

        def __repr__(cls):
            return "<repr>"

    class C(metaclass=Meta, tag="t"):
        def __init__(self, n=0):
            self.n = n

    c = C(4)
    return (
        log, C.tag, c.n, Meta.count, C.absent, C["k"], len(C), 1 in C, 2 in C, list(C), C + 1, C.prop,
        repr(C), C.prepared, isinstance(c, C), [x for x in C],
    )  # fmt: skip


def metaclass_with_equality():
    class Meta(type):
        def __eq__(cls, other):
            return cls.__name__ == getattr(other, "__name__", None)

        __hash__ = None

    class C(metaclass=Meta):
        def __init__(self):
            self.items = [1, 2]

        def __getitem__(self, key):
            return self.items[key]

        def __call__(self, n):
            return n

    c = C()
    c.items[0] += 1
    with_iteration = [x for x in c]
    return c[0], c(5), c.items, with_iteration, C == C, c in [c], [*c], f"{c[1]}"


def instance_checks():
    class Meta(abc.ABCMeta):
        def __instancecheck__(cls, instance):
            return instance == 5

        def __subclasscheck__(cls, other):
            return other is int

    class C(metaclass=Meta):
        pass

    class Abstract(abc.ABC):
        @abc.abstractmethod
        def f(self):
            """Must be defined."""

        @property
        @abc.abstractmethod
        def p(self): ...

    class Concrete(Abstract):
        def f(self):
            return super().f()

        p = 3

    Abstract.register(list)
    try:
        Abstract()
    except TypeError as error:
        message = str(error)[:40]
    return isinstance(5, C), isinstance(6, C), issubclass(int, C), message, Concrete().f(), (
        isinstance([], Abstract)
    )


def creation():
    log = []

    class Single:
        instance = None

        def __new__(cls, *args, **kwargs):
            log.append((cls.__name__, args, kwargs))
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

        def __init__(self, *args, **kwargs):
            self.args = args

    class Number(int):
        def __new__(cls, value):
            self = super().__new__(cls, value * 2)
            self.original = value
            return self

    class Pair(tuple):
        __slots__ = ()

        def __new__(cls, a, b):
            return tuple.__new__(cls, (a, b))

        @property
        def first(self):
            return self[0]

    a, b = Single(1), Single(2, k=3)
    n = Number(4)
    return a is b, a.args, log, n, n.original, n + 1, Pair(1, 2).first, Pair(1, 2) == (1, 2)


def finalisers():
    log = []

    class F:
        def __init__(self, name):
            self.name = name

        def __del__(self):
            """Logs."""
            log.append(self.name)
            if self.name == "early":
                return
            log.append("late")

    f = F("early")
    f = F("second")
    del f

    class G:
        def __del__(self): ...

    G()
    return log, F.__del__.__doc__


def class_decorators_and_keywords():
    def add(**names):
        def decorate(cls):
            for name, value in names.items():
                setattr(cls, name, value)
            return cls

        return decorate

    @add(x=1, y=2)
    @functools.total_ordering
    class C:
        def __init__(self, n):
            self.n = n

        def __eq__(self, other):
            return self.n == other.n

        def __lt__(self, other):
            return self.n < other.n

        __hash__ = None

    bases = (C,)
    keywords = {"metaclass": type}

    class D(*bases, **keywords):
        pass

    return C.x, D.y, C(1) <= C(2), C(3) >= D(3), max(C(1), C(5), key=lambda c: c.n).n


def made_by_type():
    def method(self):
        return self.__class__.__name__

    Made = type("Made", (dict,), {"method": method, "x": 5})  # noqa: N806
    m = Made(a=1)
    m["b"] = 2
    m.y = Made.x
    return m.method(), dict(m), m.y, Made.__module__ == __name__, type(m) is Made, type(5).__name__


def nested_classes():
    class Outer:
        x = "outer"

        class Inner:
            x = "inner"

            def f(self):
                return self.x, Outer.x

            class Deep:
                y = 1

        y = Inner.x

        def make(self):
            class Local(self.Inner):
                z = self.x

            return Local()

    local = Outer().make()
    return local.f(), local.z, Outer.y, type(local).__qualname__, Outer.Inner.Deep.__qualname__


def class_cell():
    class A:
        def f(self):
            return __class__

        g = lambda self: __class__.__name__  # noqa: E731

        @classmethod
        def h(cls):
            return [__class__ is A for _ in range(2)]

        @staticmethod
        def s():
            return __class__

    class B(A):
        pass

    return B().f() is A, B().g(), B.h(), A.s() is A, A.f.__code__.co_freevars


def copies_and_pickles():
    p = Pickled(1)
    n = Pickled.Nested(5)
    d = copy.deepcopy({"n": n, "m": [n]})
    return (
        copy.copy(p).x, pickle.loads(pickle.dumps(p)).x, pickle.loads(pickle.dumps(n)) == n,
        d["n"] is d["m"][0], d["n"] is n, pickle.loads(pickle.dumps(Pickled.Nested)) is Pickled.Nested,
    )  # fmt: skip


def special_attributes():
    class C:
        """Doc."""

        def m(self):
            """Method doc."""

    return (
        C.__name__, C.__qualname__, C.__doc__, C.__module__ == __name__, C.m.__doc__, C.m.__name__,
        C.m.__qualname__, C.m.__module__ == __name__, C.__bases__ == (object,), C.__dict__["m"] is C.m,
        sorted(set(dir(C)) - set(dir(object)) - {"__firstlineno__", "__static_attributes__"}),
    )  # fmt: skip


def subclassed_builtins():
    class Squares(dict):
        def __missing__(self, n):
            self[n] = n * n
            return self[n]

    class Loud(list):
        def append(self, item):
            super().append(item)
            super().append("!")

        def __getitem__(self, i):
            return ("got", super().__getitem__(i))

    class Text(str):
        def shout(self):
            return self.upper() + "!"

    s, loud = Squares(), Loud([0])
    loud.append(1)
    loud[0] = 9
    s[2] += 1
    return s[3], dict(s), list(loud), loud[0], loud[1:], Text("a").shout(), [x for x in loud]


def weird_bases():
    class Entries:
        def __mro_entries__(self, bases):
            return (list,)

    class C(Entries()):
        pass

    try:

        class D(5):
            pass

    except TypeError as error:
        message = str(error)
    return C.__bases__ == (list,), len(C.__orig_bases__), message
