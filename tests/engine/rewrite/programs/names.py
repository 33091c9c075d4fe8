"""Globals, closure variables and locals: reads, writes, `+=`, `del`."""

count = 0
items = [1, 2]
later = "first"
if len(items) > 1:
    conditional = "yes"
else:
    conditional = "no"
try:
    import no_such_module_anywhere as maybe
except ImportError:
    maybe = None


def log_of(action):
    log = []
    try:
        result = action(log.append)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    return (result, *log)


def global_read_write():
    global count
    before = count
    count = before + 5
    count += 2
    return before, count


def global_update_is_read_before_its_right_side():
    global count

    def change():
        global count
        count = 100
        return 1

    count = 1
    count += change()
    return count


def global_delete():
    global count
    count = 3
    del count
    try:
        return count
    except NameError as error:
        message = str(error), error.name
    count = 0
    return message


def global_delete_of_a_missing_name():
    global absent_name
    try:
        del absent_name
    except NameError as error:
        return str(error)


def global_bound_only_in_functions():
    def bind():
        global made_late
        made_late = 4
        made_late += 1

    try:
        made_late  # noqa: B018
    except NameError as error:
        first = str(error)
    bind()
    return first, made_late


def global_update_of_a_missing_name():
    global never_bound
    try:
        never_bound += 1
    except NameError as error:
        return str(error)


def rebound_top_level_name():
    return later, conditional, maybe


def unbound_local():
    try:
        x += 1  # noqa: F821
    except UnboundLocalError as error:
        return str(error)
    x = 1
    return x


def unbound_closure():
    def read():
        return x

    try:
        read()
    except NameError as error:
        first = str(error)
    x = 1
    x += 1
    return first, read()


def closure_counter():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total

    return add(1), add(2), total


def closure_update_is_read_before_its_right_side():
    total = 1

    def change():
        nonlocal total
        total = 50
        return 2

    def update():
        nonlocal total
        total += change()

    update()
    return total


def closure_delete():
    value = 1

    def drop():
        nonlocal value
        del value

    def read():
        return value

    first = read()
    drop()
    try:
        read()
    except NameError as error:
        return first, str(error)


def nonlocal_in_nested_loops():
    found = []
    steps = 0

    def outer(n):
        nonlocal steps

        def inner(m):
            nonlocal steps
            for _ in range(m):
                steps += 1
                if steps % 5 == 0:
                    continue
                found.append(steps)

        for i in range(n):
            inner(i)
            while steps % 3:
                steps += 1

    outer(4)
    return steps, tuple(found)


def two_levels_of_nonlocal():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = x + " changed"

        inner()

    middle()
    middle()
    return x


def loop_variables_in_lambdas():
    late = [lambda: i for i in range(3)]
    early = [lambda i=i: i for i in range(3)]
    functions = []
    for n in range(3):
        functions.append(lambda: n)
        n += 10
    return [f() for f in late], [f() for f in early], [f() for f in functions]


def walrus_everywhere():
    data = [1, 2, 3]
    if (n := len(data)) > 2 and (m := n * 2) > 5:
        first = (n, m)
    while (data and (last := data.pop())) and last > 1:
        pass
    squares = [y := 0, y := y + 1, y**2]
    return first, last, squares, y, [z := 5, z + 1]


def walrus_into_a_closure():
    def use():
        return value

    if (value := 3) > 2:
        a = use()
    (value := value + 1)
    return a, use()


def walrus_into_a_global():
    global count
    (count := 41)
    (count := count + 1)
    return count


def chained_assignment():
    log = []

    class Slot:
        def __setattr__(self, name, value):
            log.append((name, value))

    s = Slot()
    d = {}
    a = s.first = d["k"] = s.second = [*range(2)]
    return a, d, tuple(log), a is d["k"]


def unpacking():
    (a, b), [c, *d], *e = (1, 2), [3, 4, 5], 6, 7
    f, g = g, f = 1, 2
    return a, b, c, d, e, f, g


def unpacking_into_shared_names():
    global count, later
    count, (later, *rest) = 1, "xyz"

    def inner():
        nonlocal p, q
        p, q = q, p

    p, q = 1, 2
    inner()
    result = count, later, rest, p, q
    count, later = 0, "second"
    return result


def unpacking_errors():
    def too_many(log):
        a, b = [1, 2, 3]

    def too_few(log):
        a, *b, c = {1}

    def not_iterable(log):
        a, b = 5

    return log_of(too_many), log_of(too_few), log_of(not_iterable)


def swap_through_globals():
    global count, later
    count, later = "a", "b"
    count, later = later, count
    result = count, later
    count, later = 0, "second"
    return result


def delete_several_targets():
    log = []

    class Noisy:
        def __delattr__(self, name):
            log.append(name)

        def __delitem__(self, key):
            log.append(key)

    n, x, y = Noisy(), 1, 2

    def captured():
        return x

    first = captured()
    del n.a, (x, n[0]), [y, n["k"]], n[1:2]
    try:
        captured()
    except NameError as error:
        message = str(error)
    return first, message, tuple(map(str, log))


def exception_variable_is_deleted():
    def attempt():
        try:
            raise ValueError("x")
        except ValueError as caught:
            read = lambda: caught  # noqa: E731
            inside = str(read())
        try:
            read()
        except NameError as error:
            return inside, str(error)

    return attempt()


def exception_variable_that_is_global():
    global later
    try:
        raise ValueError("x")
    except ValueError as later:
        pass
    try:
        return later
    except NameError as error:
        message = str(error)
    later = "second"
    return message


def names_in_class_bodies():
    x, y = "function", "closure"

    class Body:
        before = count
        x = "class"
        after = x, y

        def method(self):
            return x

        x += " updated"
        del before

        class Inner:
            z = x

    return Body.after, Body.x, Body().method(), hasattr(Body, "before"), Body.Inner.z


def class_body_sees_globals_past_the_function():
    global later
    later = "global"

    class Body:
        global later
        later = later + " by class"
        later += "!"
        inside = "later" in locals()

    result = later, Body.inside
    later = "second"
    return result


def shadowed_builtins():
    def use(list, dict, print, super):
        list[0] = 5
        list[0] += 1
        dict["k"] = 1
        return print(2), super(3), list[0], dict

    return use([0], {}, lambda n: n * 2, lambda n: n * 3)


def imports_inside_functions():
    import os.path
    import string as text
    from functools import reduce as fold

    if text.digits:
        import math
    return fold(lambda a, b: a + b, [1, 2, 3]), os.path.sep, math.floor(2.5)


def star_names_of_functions():
    def outer():
        def recursive(n):
            return 1 if n == 0 else n * recursive(n - 1)

        return recursive

    f = outer()
    return f(5)


def augmented_names_of_every_operator():
    global count
    results = []
    for action in range(12):
        count = 7
        if action == 0:
            count -= 2
        elif action == 1:
            count *= 2
        elif action == 2:
            count /= 2
        elif action == 3:
            count //= 2
        elif action == 4:
            count %= 4
        elif action == 5:
            count **= 2
        elif action == 6:
            count <<= 2
        elif action == 7:
            count >>= 1
        elif action == 8:
            count &= 3
        elif action == 9:
            count |= 8
        elif action == 10:
            count ^= 1
        results.append(count)
    count = 0
    return tuple(results)
