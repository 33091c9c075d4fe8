"""Calls: order, arguments of every kind, decorators, defaults, lambdas, recursion."""

import functools
import operator


class Log(list):
    def __call__(self, label, value=None):
        self.append(label)
        return value


def everything(*args, **kwargs):
    return args, kwargs


def order_of_evaluation():
    log = Log()
    result = log("function", everything)(
        log("a", 1), *log("b", [2]), log("c", 3), k=log("d", 4), **log("e", {"m": 5}), n=log("f", 6)
    )
    return result, tuple(log)


def star_arguments():
    xs, d, g = [1, 2], {"a": 1}, (i for i in range(2))
    return (
        everything(*xs),
        everything(*xs, *xs, 0, *"ab"),
        everything(**d),
        everything(*g, **d, **{"b": 2}),
        everything(*{}, **{}),
        print(*[], end="") is None,
        max(*xs, 7),
        dict(**d, z=3),
    )


def keywords_of_any_name():
    return everything(self=1, function=2, n=3, site=4, args=5, kwargs=6, hooks=7)[1], dict(
        n=1, self=2, function=3
    )


def wrong_arguments():
    def f(a, /, b, *, c=1):
        return a, b, c

    class C:
        def method(self):
            return self

    messages = []
    for action in (
        lambda: f(),
        lambda: f(1, 2, 3),
        lambda: f(1, 2, a=1),
        lambda: f(1, 2, d=1),
        lambda: f(*5),
        lambda: f(**5),
        lambda: f(1, 2, **{"b": 3}),
        lambda: f(**{1: 2}),
        lambda: C().method(1),
        lambda: len(),
        lambda: len(5),
        lambda: len([], []),
        lambda: [].append(),
        lambda: "".join([1]),
        lambda: int("x"),
        lambda: None(),
        lambda: 5(1),
        lambda: C()(),
        lambda: object(1),
        lambda: range(),
    ):
        try:
            action()
        except Exception as error:
            messages.append(f"{type(error).__name__}: {error}")
    return tuple(messages)


def defaults_are_evaluated_once():
    log = Log()

    def f(x=log("x", []), *, y=log("y", 5), z=None):
        x.append(y)
        return list(x), z

    first = f(), f(y=1), f([], z=2)
    g = lambda a=log("a", 1), *b, c=log("c", 2), **d: (a, b, c, d)  # noqa: E731
    return first, g(), g(3, 4, c=5, e=6), tuple(log), f.__defaults__, f.__kwdefaults__


def decorators_in_order():
    log = Log()

    def named(name):
        log(f"make {name}")

        def decorate(thing):
            log(f"apply {name} to {thing.__name__}")
            return thing

        return decorate

    @named("outer")
    @named("inner")
    def f():
        return 1

    @named("class")
    class C:
        @named("method")
        @staticmethod
        @functools.wraps(f)
        def m():
            return 2

        @(lambda function: property(function))
        def p(self):
            return 3

    return f(), C.m(), C().p, tuple(log)


def wrapped_functions():
    def twice(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return function(*args, **kwargs), function(*args, **kwargs)

        return wrapper

    @twice
    def add(a, b=1):
        """Adds."""
        return a + b

    return add(1), add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(2)


def methods_as_values():
    class C:
        def __init__(self, n):
            self.n = n

        def add(self, m):
            return self.n + m

        @classmethod
        def make(cls, n):
            return cls(n)

        @staticmethod
        def double(n):
            return n * 2

    add, make, double = C(1).add, C.make, C.double
    return add(2), make(3).add(4), double(5), C.add(C(6), 7), C.__dict__["double"](8), add.__name__


def callable_instances_and_partials():
    class Adder:
        def __init__(self, n):
            self.n = n

        def __call__(self, m=0, **more):
            return self.n + m + len(more)

    add = Adder(1)
    bound = functools.partial(add, 2, x=3)
    return add(), add(5), bound(), bound(y=1), operator.methodcaller("__call__", 4)(add)


def functions_of_the_library_call_back():
    class Key:
        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            return self.value > other.value

    seen = []
    words = ["bb", "a", "ccc"]
    return (
        sorted(words, key=len),
        sorted(words, key=Key),
        max(words, key=lambda w: (seen.append(w), len(w))[1]),
        list(map(lambda a, b: a + b, words, "xyz")),
        list(filter(lambda w: len(w) > 1, words)),
        functools.reduce(lambda a, b: a + b, words, ""),
        tuple(seen),
    )


def cached_functions():
    calls = []

    @functools.lru_cache(maxsize=None)
    def fib(n):
        calls.append(n)
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    @functools.cache
    def double(n):
        return n * 2

    class C:
        @functools.cached_property
        def value(self):
            calls.append("value")
            return 42

        @functools.singledispatchmethod
        def show(self, arg):
            return "any"

        @show.register
        def _(self, arg: int):
            return "int"

    c = C()
    return fib(10), double(3), c.value, c.value, tuple(calls), fib.cache_info().hits, c.show(1), c.show("")


def deep_recursion():
    def depth(n):
        return 0 if n == 0 else 1 + depth(n - 1)

    class Node:
        def __init__(self, next):
            self.next = next

        def length(self):
            return 1 + (self.next.length() if self.next is not None else 0)

    node = None
    for _ in range(900):
        node = Node(node)
    return depth(900), node.length()


def deep_recursion_through_the_library():
    def depth(n):
        return 0 if n == 0 else 1 + max(map(depth, [n - 1]))

    def total(n):
        return 0 if n == 0 else sum(total(m) + 1 for m in [n - 1])

    return depth(150), total(150)


def endless_recursion():
    def forever(n):
        return forever(n + 1)

    try:
        forever(0)
    except RecursionError as error:
        return str(error).split(" while ")[0]


def lambdas():
    f = lambda: (yield)  # noqa: E731
    g = f()
    next(g)
    try:
        g.send(1)
    except StopIteration:
        pass
    nested = lambda x: lambda y: lambda z: (x, y, z)  # noqa: E731
    falsy = [(lambda: v)() for v in (0, "", None, [], False)]
    conditional = lambda x: "yes" if x else "no"  # noqa: E731
    return nested(1)(2)(3), falsy, conditional([]), (lambda *a, **k: (a, k))(1, b=2)


def calls_of_results():
    def make(n):
        return [lambda: n, {"f": lambda m: n * m}]

    return make(2)[0](), make(3)[1]["f"](4), (make(5)[0] or None)(), [len][0]("abc"), {1: str}[1](5)


def method_chains():
    text = (
        "  Some Words Here  "
        .strip()
        .lower()
        .replace("some", "no")
        .split()
    )
    return text, ",".join(text).encode().decode("ascii").upper()


def return_values_of_builtin_methods():
    xs, d, s = [3, 1], {"a": 1}, {1}
    return (
        xs.append(2), xs.sort(), xs.pop(), xs.index(1), d.setdefault("b", []), d.pop("zz", 5),
        d.get("q"), s.add(2), s.discard(9), d.update(c=3), xs, d, s, "a-b".partition("-"),
        int.from_bytes(b"\x01\x02", "big"), dict.fromkeys("ab", 0), str.maketrans("a", "b"),
    )


def functions_of_every_kind_of_parameter():
    def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
        return a, b, c, args, d, e, kwargs

    return f(1, d=4), f(1, 2, 3, 4, 5, d=6, e=7, f=8), f.__code__.co_varnames, f.__code__.co_argcount
