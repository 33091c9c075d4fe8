"""Comprehensions: nested, with conditions, walrus, in class bodies, with closures."""

import itertools

factor = 3


def every_kind():
    xs = [1, 2, 3]
    return (
        [x * 2 for x in xs],
        {x % 2 for x in xs},
        {x: str(x) for x in xs},
        tuple(x for x in xs),
        [x for x in xs if x > 1 if x < 3],
        [(x, y) for x in xs for y in range(x) if y],
        [[y for y in range(x)] for x in xs],
        [x for sub in [[y for y in xs if y != z] for z in xs] for x in sub],
        {k: v for k, v in zip(xs, "abc")},
        {(a, b): [c, *d] for a, (b, c, *d) in [(1, (2, 3, 4, 5))]},
    )


def their_names_stay_inside():
    x = "outside"
    inner = [x for x in range(3)]
    lambdas = [lambda: x for x in range(2)]
    return x, inner, [f() for f in lambdas]


def walrus_leaks_out():
    values = [last := n for n in range(3)]
    found = any((hit := w).startswith("b") for w in ["a", "bc", "d"])
    nested = [[total := total + m for m in range(n)] for n in range(3) if (total := n) >= 0]
    filtered = [(y := f(x), x / y) for x in (1, 2, 0) if (f := lambda v: v * 2) and x]
    return values, last, found, hit, nested, total, y, filtered


def walrus_into_globals():
    global leaked
    [leaked := n for n in range(4)]

    def inner():
        nonlocal captured
        return [captured := c for c in "ab"]

    captured = None
    return leaked, inner(), captured


def conditions_have_side_effects():
    log = []

    def keep(x):
        log.append(x)
        return x % 2

    result = [(x, y) for x in range(4) if keep(x) for y in (x, 10) if not keep(y + 100)]
    return result, log


def order_inside_dictionaries():
    log = []

    def note(x):
        log.append(x)
        return x

    return {note(("k", i)): note(("v", i)) for i in (note(j) for j in range(2))}, log


def in_class_bodies():
    class Body:
        items = [1, 2]
        n = 10
        doubled = [x * 2 for x in items]
        pairs = {x: y for x in items for y in [factor]}
        generated = list(x for x in items)
        try:
            hidden = [n for _ in items]
        except NameError as error:
            hidden = str(error)
        methods = [lambda self, x=x: x for x in items]
        walked = [__private for __private in items]

    b = Body()
    return (
        Body.doubled, Body.pairs, Body.generated, str(Body.hidden), [m(b) for m in Body.methods],
        Body.walked,
    )  # fmt: skip


def closures_and_free_names():
    base = 10
    adders = [lambda y, x=x: x + y + base for x in range(3)]
    late = [lambda: (x, base) for x in range(2)]
    base = 20
    generated = (x + base for x in range(2))
    base = 30
    return [a(1) for a in adders], [f() for f in late], list(generated)


def nested_functions_inside():
    def outer(n):
        return [[inner(i + j) for j in range(n)] for i in range(n) for inner in [lambda v: v * factor]]

    return outer(2)


def targets_of_every_kind():
    class Box:
        x = 0

    box, d, xs = Box(), {}, [0, 0]
    a = [box.x for box.x in (1, 2)]
    b = [dict(d) for d["k"] in "ab"]
    c = [list(xs) for xs[1] in (5, 6)]
    e = [(p, q) for p, *q in ["abc", (1,)]]
    return a, box.x, b, d, c, xs, e


def over_shared_containers():
    xs = [1, 2, 3]
    grown = [xs.append(x) or x for x in xs if len(xs) < 6]
    d = {"a": 1}
    try:
        [d.setdefault(k + k, 0) for k in d]
    except RuntimeError as error:
        message = str(error)
    return grown, xs, message


def errors_inside():
    results = []
    for action in (
        lambda: [x.y for x in [1]],
        lambda: [1 for _ in None],
        lambda: {[]: 1 for _ in "a"},
        lambda: {x for x in [[]]},
        lambda: [x for x in [1] for y in x],
        lambda: [a for a, b in [(1,)]],
        lambda: [missing_name for _ in "a"],  # noqa: F821
    ):
        try:
            action()
        except Exception as error:
            results.append(f"{type(error).__name__}: {error}")
    return results


def conditional_expressions_and_lambdas():
    return [("even" if x % 2 == 0 else "odd", (lambda: x)()) for x in range(3)], [
        f(2) for f in [lambda n, k=k: n**k for k in range(3)]
    ]


def deep_nesting():
    return [
        {(a, b): {c: [d for d in range(c) if d > a] for c in range(b)} for b in range(3)}
        for a in range(2)
    ], sum(sum(sum(1 for _ in range(c)) for c in range(b)) for b in range(4))


def shadowing_of_the_iterable():
    x = [[1, 2], [3]]
    return [x for x in x for x in x], [y for y in (lambda y: [y, y])(5)], x


def with_itertools():
    return (
        [list(g) for _, g in itertools.groupby([1, 1, 2], key=lambda n: n)],
        [p for p in itertools.product("ab", repeat=2)],
        list(itertools.chain.from_iterable([i] * i for i in range(3))),
        [a for a in itertools.takewhile(lambda n: n < 3, itertools.count())],
    )


def star_and_conditions():
    xs = [1, 2]
    return [*[x for x in xs], *(y for y in xs)], {**{k: 1 for k in xs}, **{k: 2 for k in xs if k > 1}}
