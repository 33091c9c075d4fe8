"""Type parameters and type aliases (PEP 695), f-strings without limits (PEP 701)."""

T = "a global of the same name"
calls = []

type Alias[A] = dict[str, list[A]]
type Lazy = [undefined_name, calls.append("never")]  # noqa: F821
type Recursive = int | list[Recursive]


def first[T](items: list[T], default: T | None = None) -> T:
    global calls
    calls = [*calls, "first"]
    return items[0] if items else default


class Stack[T: (int, str), *Ts, **P]:
    kind: T = 1

    def __init__(self) -> None:
        self.items: list[T] = []

    def push[S](self, item: S, *more: T) -> S:
        self.items.append(item)
        self.items += more
        return item

    @property
    def own(self):
        return T

    __private = 1

    def hidden[__X](self, x: __X = 2):
        return self.__private + x


def rebind():
    global T
    before = T
    T = "changed"
    after = T
    T = before
    return before, after


def functions():
    return first([5]), first([], 7), [str(p) for p in first.__type_params__], first[T] if False else T


def classes():
    s = Stack()
    return (
        s.push(1, 2, 3), s.items, [str(p) for p in Stack.__type_params__], str(Stack.__orig_bases__[-1])[:14],
        s.own.__name__, str(Stack.__type_params__[0].__constraints__), s.hidden(),
        [str(p) for p in Stack.push.__type_params__], Stack[int, str, [int]].__args__[0] is int,
    )  # fmt: skip


def aliases():
    log = []

    def local[K]():
        type Inner = tuple[K, log.append("evaluated")]
        return Inner

    try:
        Lazy.__value__
    except NameError as error:
        message = str(error)
    return (
        str(Alias.__value__), str(Alias[int].__args__), Alias.__name__, message, str(Recursive.__value__),
        str(local().__value__), log, Alias.__module__ == __name__,
    )  # fmt: skip


def bounds_are_lazy():
    def f[X: undefined_bound](x: X) -> X:  # noqa: F821
        return x

    try:
        f.__type_params__[0].__bound__
    except NameError as error:
        return f(1), str(error)


def closures_and_parameters():
    def outer[A](a: A):
        total = 0

        def inner[B](b: B):
            nonlocal total
            total += b
            return A.__name__, B.__name__, total

        return inner

    g = outer(1)
    return g(2), g(3)


def generic_class_in_a_function():
    base, value = dict, 5

    class Local[K](base):
        x: K = value

        def f(self):
            return super().__len__(), __class__.__name__

    return Local(a=1).f(), Local.x


def generic_class_with_metaclass():
    class Meta(type):
        def __new__(mcs, name, bases, namespace, **keywords):
            cls = super().__new__(mcs, name, bases, namespace)
            cls.keywords = keywords
            return cls

    value = 5

    class Local[K](metaclass=Meta, flag=value):
        y = [k for k in range(value)]

    return Local.keywords, Local.y, Local.__type_params__[0].__name__


def nested_f_strings():
    xs, d = ["a"], {"k": "v"}
    return f"{f"{xs[0]}"}", f"{d["k"]}", f"{'\n'.join(xs)}", f"{
        xs  # a comment
        !r
    }", f"{f"{f"{1 + 1}"}"}", f"{xs=!r:>10}", f"{d['k']=}"


def override_and_buffer():
    from typing import override

    class A:
        def f(self):
            return 1

    class B(A):
        @override
        def f(self):
            return super().f() + 1

    return B().f(), B.f.__override__


def comprehension_names():
    x = "outer"
    return [x for x in range(2)], x, sorted(locals()), [sorted(locals()) for _ in "a"]


def comprehension_at_class_level():
    class C:
        x = 1
        y = [locals().get("x") for _ in "a"]

    return C.y
