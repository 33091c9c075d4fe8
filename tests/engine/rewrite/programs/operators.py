"""Operators: overloaded, reflected, in place; comparisons, truth tests, membership."""


class Log(list):
    def __call__(self, label, value=None):
        self.append(label)
        return value


class Num:
    def __init__(self, n, log):
        self.n = n
        self.log = log

    def _other(self, other):
        return other.n if isinstance(other, Num) else other

    def __add__(self, other):
        self.log.append("add")
        return Num(self.n + self._other(other), self.log)

    def __radd__(self, other):
        self.log.append("radd")
        return Num(other + self.n, self.log)

    def __sub__(self, other):
        self.log.append("sub")
        return NotImplemented

    def __rsub__(self, other):
        self.log.append("rsub")
        return "rsub"

    def __mul__(self, other):
        return "mul", other

    def __matmul__(self, other):
        return "matmul", other

    def __imatmul__(self, other):
        self.log.append("imatmul")
        return self

    def __truediv__(self, other):
        return "div", other

    def __floordiv__(self, other):
        return "floordiv", other

    def __mod__(self, other):
        return "mod", other

    def __divmod__(self, other):
        return "divmod", other

    def __pow__(self, other, modulo=None):
        return "pow", other, modulo

    def __lshift__(self, other):
        return "lshift", other

    def __and__(self, other):
        return "and", other

    def __or__(self, other):
        return "or", other

    def __xor__(self, other):
        return "xor", other

    def __neg__(self):
        return Num(-self.n, self.log)

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __bool__(self):
        self.log.append("bool")
        return bool(self.n)

    def __lt__(self, other):
        self.log.append(f"lt {self.n}")
        return self.n < self._other(other)

    def __le__(self, other):
        self.log.append(f"le {self.n}")
        return self.n <= self._other(other)

    def __eq__(self, other):
        self.log.append(f"eq {self.n}")
        return "equal" if self.n == self._other(other) else ""

    __hash__ = None

    def __index__(self):
        return self.n

    def __len__(self):
        self.log.append("len")
        return self.n

    def __contains__(self, item):
        self.log.append(f"contains {item}")
        return item == self.n

    def __iter__(self):
        self.log.append("iter")
        return iter(range(self.n))

    def __reversed__(self):
        return "reversed"

    def __format__(self, spec):
        return f"<{self.n}:{spec}>"

    def __str__(self):
        return f"Num {self.n}"

    def __call__(self, *args):
        return args

    def __getitem__(self, key):
        return key


def arithmetic():
    log = []
    a, b = Num(3, log), Num(4, log)
    return (
        (a + b).n, (a + 1).n, (1 + a).n, a - 1, 1 - a if False else "", a * 2, a @ b == "", a / 2,
        a // 2, a % 2, divmod(a, 2), a**2, pow(a, 2, 3), a << 1, a & 1, a | 1, a ^ 1, (-a).n, +a,
        ~a, abs(a), sum([a, b]).n, tuple(log),
    ) if False else (
        (a + b).n, (a + 1).n, (1 + a).n, a * 2, a / 2, a // 2, a % 2, divmod(a, 2), a**2,
        pow(a, 2, 3), a << 1, a & 1, a | 1, a ^ 1, (-a).n, +a, ~a, abs(a), sum([a, b]).n, tuple(log),
    )  # fmt: skip


def reflected_operators():
    log = []
    a = Num(3, log)

    class Sub(Num):
        def __radd__(self, other):
            return "sub first"

    try:
        a - 1  # noqa: B018
    except TypeError as error:
        message = str(error)
    return 5 - a, message, a + Sub(1, log), tuple(log)


def in_place_operators():
    log = []
    a = b = Num(3, log)
    a @= 1
    same = a is b
    a += 1
    xs = ys = [1]
    xs += [2]
    xs *= 2
    t = u = (1,)
    t += (2,)
    s = r = {1, 2}
    s |= {3}
    s &= {2, 3}
    s -= {3}
    s ^= {9}
    d = e = {"a": 1}
    d |= {"b": 2}
    return same, a is b, a.n, xs is ys, xs, t, u, s is r, s, d is e, d


def order_of_operands():
    log = Log()
    result = log("a", 1) + log("b", 2) * log("c", 3) - (log("d", 4) if log("e", True) else log("f"))
    power = log("g", 2) ** -log("h", 1)
    return result, power, tuple(log)


def comparison_chains():
    log = Log()
    a = log("a", 1) < log("b", 2) < log("c", 3) == log("d", 3) != log("e", 4)
    b = log("f", 5) < log("g", 1) < log("h", 9)
    c = log("i", 1) in log("j", [1]) is not log("k", None)
    x = [1]
    return a, b, c, 1 < 2 > 0, x is x is not None, 1 not in x, tuple(log)


def comparisons_of_objects():
    log = []
    a, b, c = Num(1, log), Num(2, log), Num(3, log)
    return a < b < c, a < b > c if False else "", a == 1, a == 2, 5 == a, a <= b, (a != b), tuple(log)


def comparisons_that_are_no_bools():
    class Array:
        def __init__(self, *values):
            self.values = values

        def __gt__(self, other):
            return Array(*(v > other for v in self.values))

        def __eq__(self, other):
            return Array(*(v == other for v in self.values))

        __hash__ = object.__hash__

    a = Array(1, 5)
    return (a > 2).values, (a == 5).values, bool(a == 9), (a > 0 and a > 3).values


def truth_is_tested_once():
    log = []
    a, z = Num(1, log), Num(0, log)
    results = []
    if a:
        results.append("if")
    if not z:
        results.append("not")
    results.append("x" if z else "y")
    results.append((a and z) is z)
    results.append((z or a) is a)
    results.append(not (a and a))
    while a:
        a.n -= 1
    assert Num(1, log)
    results.append([i for i in range(2) if z] == [])
    results.append(bool(z))
    return results, tuple(log)


def short_circuits():
    log = Log()
    a = log("a", 0) and log("b", 1)
    b = log("c", "") or log("d", []) or log("e", None)
    c = log("f", 1) and log("g", 2) or log("h", 3)
    d = not log("i", 0) and not log("j", 1)
    e = log("k") if log("l", 0) else log("m", "else")
    xs = []
    f = xs or log("default", [5])
    return a, b, c, d, e, f, tuple(log)


def membership():
    log = []
    n = Num(2, log)

    class Items:
        def __getitem__(self, index):
            log.append(index)
            if index > 3:
                raise IndexError
            return index * 10

    class Only:
        def __iter__(self):
            log.append("iter")
            yield from (1, 2, 3)

    nan = float("nan")
    return (
        2 in n, 3 not in n, 20 in Items(), 7 in Items(), 2 in Only(), 9 in Only(), nan in [nan],
        "b" in "abc", "x" not in {"x": 1}, 1 in {1: 2}.keys(), tuple(log),
    )  # fmt: skip


def membership_errors():
    messages = []
    for action in (lambda: 1 in 5, lambda: 1 in "abc", lambda: [] in {1}, lambda: 1 not in None):
        try:
            action()
        except TypeError as error:
            messages.append(str(error))
    return messages


def operator_errors():
    messages = []
    for action in (
        lambda: 1 + "a",
        lambda: "a" + 1,
        lambda: [1] + (2,),
        lambda: {} < {},
        lambda: -"a",
        lambda: 1 @ 2,
        lambda: 1 // 0,
        lambda: 5 % 0,
        lambda: "%d" % "x",
        lambda: "%s %s" % (1,),
        lambda: not_defined + 1,  # noqa: F821
    ):
        try:
            action()
        except Exception as error:
            messages.append(f"{type(error).__name__}: {error}")
    return messages


def special_methods():
    log = []
    n = Num(3, log)
    return (
        len(n), list(n), reversed(n), f"{n}", f"{n:>5}", str(n), n(1, 2), n[1:2], n[...], [*n],
        [0] * n, "abcdef"[n], range(10)[n], int(n), hex(n), tuple(log),
    )  # fmt: skip


def containers_combined():
    xs, ys, d, e, s = [1], [2], {"a": 1}, {"b": 2}, {1, 2}
    t = (1,)
    return (
        xs + ys, xs * 2, 2 * xs, t + (3,), d | e, s | {3}, s & {1}, s - {1}, s ^ {9}, xs == [1],
        xs < ys, xs is xs, [*xs, *ys], {**d, **e, "c": 3}, {*xs, *s}, (*xs, 0), "%s|%r" % (xs, d),
        "%s" % xs, "%(a)s" % d, [xs] * 2 == [xs, xs],
    )  # fmt: skip


def strings_formatted_with_percent():
    xs, name = [1, 2], "n"
    return "%s" % (xs,), "%-5s|" % name, "%s %s" % (name, xs), "%%" % (), "%c" % 65, b"%d" % 5


def user_defined_sequences_and_mappings():
    class Seq:
        def __init__(self, items):
            self.items = items

        def __len__(self):
            return len(self.items)

        def __getitem__(self, i):
            return self.items[i]

    class Map:
        def keys(self):
            return ["a", "b"]

        def __getitem__(self, key):
            return key * 2

    seq = Seq([1, 2, 3])
    a, *b = seq
    return list(seq), a, b, list(reversed(seq)), 2 in seq, {**Map()}, dict(Map()), (lambda **k: k)(**Map())
