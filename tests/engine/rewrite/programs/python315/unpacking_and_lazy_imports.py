"""Unpacking in comprehensions (PEP 798), lazy imports (PEP 810), frozendict."""

lazy import fractions
lazy from decimal import Decimal as D, localcontext

factor = 2


def unpacking_in_comprehensions():
    xs, ds = [[1, 2], [], [3]], [{"a": 1}, {"b": 2, "a": 3}]
    g = (*x for x in xs)
    return (
        [*x for x in xs],
        {*x for x in xs},
        {**d for d in ds},
        next(g),
        list(g),
        [*x[:1] for x in xs if x],
        [*[y * factor for y in x] for x in xs],
        {**{k: v + factor for k, v in d.items()} for d in ds},
        list((*x, 0) for x in xs),
    )


def unpacking_over_shared_names():
    global factor
    factor += 1
    inner = [[1], [2]]

    def f():
        return [*part for part in inner], {**{n: factor} for [n] in inner}

    inner += [[3]]
    result = f()
    factor = 2
    return result


def unpacking_errors():
    messages = []
    for action in (lambda: [*x for x in [1]], lambda: {**x for x in [1]}, lambda: {*x for x in [None]}):
        try:
            action()
        except TypeError as error:
            messages.append(str(error))
    return messages


def lazily_imported():
    with localcontext() as context:
        context.prec = 3
        third = D(1) / D(3)
    return str(fractions.Fraction(1, 3) + 1), str(third)


def frozen_dictionaries():
    d = frozendict(a=1)
    try:
        d["a"] += 1
    except TypeError as error:
        return d["a"], str(error), {**d}
