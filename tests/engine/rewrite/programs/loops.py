"""Loops: else, break, continue, try/finally inside; containers that change meanwhile."""


def for_else():
    results = []
    for limit in (2, 9):
        for i in [1, 2, 3]:
            if i == limit:
                results.append(("break", i))
                break
        else:
            results.append(("else", i))
    for _ in []:
        pass
    else:
        results.append("empty")
    return results


def while_else():
    results = []
    for limit in (2, 9):
        i = 0
        while i < 4:
            i += 1
            if i == limit:
                break
        else:
            results.append("else")
        results.append(i)
    while False:
        results.append("never")
    else:
        results.append("empty")
    return results


def continue_in_while():
    seen, i = [], 0
    while i < 10:
        i += 1
        if i % 2:
            continue
        if i == 6:
            while True:
                i += 1
                if i < 8:
                    continue
                break
            continue
        seen.append(i)
    return seen, i


def continue_inside_try_finally():
    log, i = [], 0
    while i < 4:
        i += 1
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(("body", i))
        finally:
            log.append(("finally", i))
    for j in range(4):
        try:
            if j == 1:
                continue
            if j == 2:
                break
        finally:
            log.append(j)
    return log


def continue_inside_with():
    log = []

    class Manager:
        def __enter__(self):
            log.append("enter")

        def __exit__(self, *error):
            log.append("exit")

    i = 0
    while i < 3:
        i += 1
        with Manager():
            if i == 1:
                continue
            with Manager():
                if i == 2:
                    break
    for j in range(2):
        with Manager():
            if j == 0:
                continue
            log.append(j)
    return log


def continue_in_else_belongs_to_the_outer_loop():
    log = []
    for i in range(3):
        for _j in range(1):
            pass
        else:
            log.append(i)
            continue
        log.append("never")
    n = 0
    while n < 3:
        n += 1
        while False:
            pass
        else:
            if n == 2:
                continue
        log.append(("n", n))
    return log


def break_overrides_a_return():
    def f():
        for _ in range(2):
            try:
                return "return"
            finally:
                break
        return "after"

    def g():
        while True:
            try:
                1 / 0
            finally:
                return "swallowed"

    def h():
        for i in range(3):
            try:
                raise ValueError
            except ValueError:
                continue
            finally:
                last = i
        return last

    return f(), g(), h()


def list_that_grows_and_shrinks():
    xs, seen = [3, 2, 1], []
    for x in xs:
        seen.append(x)
        if len(xs) < 6:
            xs.append(x * 10)
    ys = [1, 2, 3, 4]
    for y in ys:
        ys.remove(y)
    return seen, xs, ys


def dictionary_that_changes():
    d = {"a": 1, "b": 2}
    messages = []
    try:
        for k in d:
            d[k + "x"] = 1
    except RuntimeError as error:
        messages.append(str(error))
    s = {1, 2}
    try:
        for n in s:
            s.add(n + 10)
    except RuntimeError as error:
        messages.append(str(error))
    for k in list(d):
        del d[k]
    e = {"a": 1}
    for k in e:
        e[k] += 1
    return messages, d, e, [k for k in {"x": 1}.items()]


def loops_over_many_things():
    d, s, t = {"a": 1, "b": 2}, "xy", (1, (2, 3))
    result = []
    for k, v in d.items():
        result.append((k, v))
    for i, c in enumerate(s, 1):
        result.append((i, c))
    for a, b in zip(s, reversed([1, 2])):
        result.append((a, b))
    for x in t[1]:
        result.append(x)
    for b in b"ab", bytearray(b"c"):
        for n in b:
            result.append(n)
    for first, *rest in [[1, 2, 3], "ab"]:
        result.append((first, rest))
    for (p, q), [r] in [((1, 2), [3])]:
        result.append(p + q + r)
    for line in "a\nb".splitlines():
        result.append(line)
    for n in range(5, 0, -2):
        result.append(n)
    for n in frozenset({7}):
        result.append(n)
    return result


def loop_variable_stays():
    for i in range(3):
        i += 10
    for j in []:
        pass
    try:
        j  # noqa: B018
    except NameError as error:
        message = str(error)
    return i, message


def shared_loop_variable():
    global shared
    seen = []

    def look():
        seen.append((shared, inner))

    for shared in range(2):
        for inner in "ab":
            look()
    return seen, shared


def nested_breaks():
    found = None
    for i in range(5):
        for j in range(5):
            if i * j == 6:
                found = (i, j)
                break
        else:
            continue
        break
    return found


def loop_whose_iterable_fails():
    log = []

    def items():
        log.append("called")
        yield 1
        raise KeyError("k")

    try:
        for i in items():
            log.append(i)
        else:
            log.append("else")
    except KeyError as error:
        log.append(str(error))
    return log


def endless_loop_left_by_return():
    def find(xs):
        i = iter(xs)
        while True:
            for x in i:
                if x > 2:
                    return x
            return None

    return find([1, 2, 3, 4]), find([])


def while_with_side_effects_in_its_test():
    xs, seen = [1, 2, 3], []
    while xs and (x := xs.pop()) != 1:
        seen.append(x)
    n = 3
    while (n := n - 1) and n > -5:
        seen.append(n)
    return seen, xs, n


def loops_in_class_bodies():
    class Table:
        names = []
        for n in range(3):
            names.append(n)
        else:
            done = True
        i = 0
        while i < 5:
            i += 1
            if i == 2:
                continue
        squares = [m * m for m in names]

    return Table.names, Table.n, Table.done, Table.i, Table.squares




def loops_over_items_of_the_same_list():
    xs = [0, 1, 2]
    seen = []
    for xs[1] in xs:
        seen.append(list(xs))
    return seen
