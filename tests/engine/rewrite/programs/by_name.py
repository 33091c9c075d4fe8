"""Names that are computed: `setattr`, `vars`, `globals`, `exec`, `eval`."""

level = 1


class Point:
    def __init__(self):
        self.x = 1
        self.y = 2


def attributes_by_name():
    p = Point()
    setattr(p, "x", getattr(p, "x") + 5)
    p.__dict__["y"] += 7
    vars(p)["z"] = 9
    delattr(p, "x")
    object.__setattr__(p, "w", 4)
    return p.y, p.z, p.w, sorted(p.__dict__), sorted(vars(p))


def globals_by_name():
    globals()["level"] = 5
    globals()["made"] = 6
    first = level, made
    vars()["ignored"] = 1
    del globals()["made"]
    globals()["level"] += 1
    result = first, level, "made" in globals()
    globals()["level"] = 1
    return result


def executed_text():
    namespace = {"n": 1}
    exec("n += 1\ndef f():\n    return n * 2\nresult = [f() for _ in range(2)]", namespace)
    exec("level = 9", globals())
    first = level
    exec("level = 1", globals())
    return namespace["result"], namespace["n"], first, eval("level + 1"), eval("a", {"a": 3})


def local_names():
    a = 1

    def inner():
        b = a
        return sorted(locals()), b

    comprehended = [sorted(locals().keys() - {"i", "comprehended"}) for i in range(1)]
    return sorted(locals()), inner(), len(comprehended)


def names_of_this_module():
    return sorted(name for name in globals() if not name.startswith("__"))


def names_of_an_instance():
    return [n for n in dir(Point()) if not n.startswith("__")], sorted(vars(Point()))


def slots_by_name():
    class Slots:
        __slots__ = ("a",)

    s = Slots()
    setattr(s, "a", 1)
    messages = []
    for action in ("s.c = 1", "s.c += 1", "s.a += 1", "del s.a", "del s.a"):
        try:
            exec(action, {"s": s})
        except AttributeError as error:
            messages.append(str(error))
    return messages, hasattr(s, "__dict__"), hasattr(s, "a")


def items_by_text():
    messages = []
    for statement in ("d[0] += 1", "d[[]] = 1", "del d[5]", "t[0] = 1", "t[:1] += (2,)", "del t[0]"):
        try:
            exec(statement, {"d": {}, "t": (1,)})
        except Exception as error:
            messages.append(f"{type(error).__name__}: {error}")
    return messages


def functions_as_namespaces():
    def f():
        return level

    f.__globals__["level"] = 7
    first = f(), level
    f.__globals__["level"] = 1
    return first, f()


def cells_by_name():
    value = 1

    def read():
        return value

    read.__closure__[0].cell_contents = 5
    return read(), value
