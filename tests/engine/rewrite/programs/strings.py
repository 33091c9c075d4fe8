"""f-strings: conversions, formats, nesting, `=`."""

shared = "global"


def every_form():
    n, w, s, xs, d = 3.14159, 10, "it's", [1, 2], {"k": "v"}
    return (
        f"{n}", f"{n:.2f}", f"{n:{w}.{2 + 1}}", f"{n!r:>{w}}|", f"{s!r}", f"{s!s:^8}|", f"{s!a}",
        f"{n=}", f"{n = :.1f}", f"{xs=}", f"{len(xs)=}", f"{ s = !r}", f"{d['k']}", f'{d["k"]!r}',
        f"{{}}{{{n:.0f}}}", f"{xs[0]}{xs[1:]}", f"{(lambda x: x * 2)(3)}", f"{(y := 5)}{y}",
        f"{'a' 'b'}" "c" f"{1}", f"{f'{s}'}",
        rf"\n{n:.1f}", f"""{
            n
            + 1:.2f}""", f"{'yes' if xs else 'no'}", f"{xs!r:}", f"", f"{None}", f"{...}",
    )  # fmt: skip


def order_of_evaluation():
    log = []

    class Loud:
        def __init__(self, name):
            self.name = name

        def __format__(self, spec):
            log.append(("format", self.name, spec))
            return self.name

        def __repr__(self):
            log.append(("repr", self.name))
            return self.name

    def make(name):
        log.append(("make", name))
        return Loud(name)

    text = f"{make('a')}{make('b')!r}{make('c'):{make('d')!s}>5}"
    return text, log


def over_shared_names():
    global shared
    inner = "closure"

    def read():
        return f"{shared} {inner:>9}{shared!r}"

    first = read()
    shared, inner = "changed", "too"
    second = read(), f"{shared=}"
    shared = "global"
    return first, second


def errors():
    messages = []
    x = 5
    for action in (
        lambda: f"{x:q}",
        lambda: f"{x.y}",
        lambda: f"{x!r:d}",
        lambda: f"{missing_name}",  # noqa: F821
        lambda: f"{[1]:>5}",
    ):
        try:
            action()
        except Exception as error:
            messages.append((type(error).__name__, str(error)))
    return messages


def format_and_join():
    xs = [1, 2]
    return (
        "{} {!r} {a:>4}".format(1, "x", a=2), "{0[1]} {1.imag}".format(xs, 2j), "-".join(f"{x}" for x in xs),
        "%s %r" % (xs, "a"), "{:{}}".format("a", 5), str(xs), repr({"a": xs}), ascii("é"), format(3, "05"),
    )  # fmt: skip


def implicit_concatenation():
    n = 1
    return ("a" f"{n}" "b" rf"\{n}"), ["x" "y", f"{n}" f"{n}"], "" f"" ""


class Documented:
    f"""Not a {"docstring"}."""

    def method(self):
        f"not a docstring"


def f_strings_are_no_docstrings():
    return Documented.__doc__, Documented().method.__doc__, f_strings_are_no_docstrings.__doc__


def dates_and_numbers():
    import datetime
    from decimal import Decimal

    day = datetime.date(2024, 2, 29)
    return f"{day:%d.%m.%Y} {day!s:>12} {Decimal('1.50'):.1f} {1_000_000:,} {255:#x} {0.25:.0%}"
