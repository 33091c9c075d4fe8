"""Items and slices: loads, stores, `+=`, `del`; keys are evaluated once, in order."""

from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque


class Log(list):
    def __call__(self, label, value=None):
        self.append(label)
        return value


class Keys:
    """Shows the keys it is asked for."""

    def __init__(self):
        self.log = []

    def __getitem__(self, key):
        self.log.append(("get", key))
        return 10

    def __setitem__(self, key, value):
        self.log.append(("set", key, value))

    def __delitem__(self, key):
        self.log.append(("del", key))


def text(keys):
    return tuple(map(str, keys.log))


def simple_items():
    d, xs, k, i = {"a": 1}, [1, 2, 3], "a", -1
    d[k] += 1
    d["b"] = d[k]
    xs[i] = xs[0]
    xs[-2] += 5
    del d[k], xs[0]
    return d, xs


def key_expressions_are_evaluated_once():
    calls = []

    def key(k):
        calls.append(k)
        return k

    d = {1: 10, 2: 20}
    d[key(1)] += 1
    d[key(2)] = d[key(1)] + 1
    del d[key(1)]
    xs = [[0, 0], [0, 0]]
    xs[key(1)][key(0)] += key(7)
    return d, xs, calls


def order_of_load():
    log, d = Log(), {1: 2}
    value = log("base", d)[log("key", 1)]
    return value, tuple(log)


def order_of_store():
    log, d = Log(), {}
    log("base", d)[log("key", 1)] = log("value", 2)
    return d, tuple(log)


def order_of_update():
    log, d = Log(), {1: 1}
    log("base", d)[log("key", 1)] += log("value", 2)
    log("base", d)[log("key", 1)] -= log("inner", d)[log("inner key", 1)]
    return d, tuple(log)


def order_of_unpacking():
    log, xs = Log(), [0, 0, 0]
    i = 0
    i, xs[i] = 1, 2
    xs[log("first", 0)], xs[log("second", 2)] = log("value", (7, 8))
    return i, xs, tuple(log)


def update_reads_before_its_right_side():
    d = {1: 1}

    def change():
        d[1] = 100
        return 1

    d[1] += change()
    return d


def key_changes_in_the_right_side():
    xs, i = [0, 0, 0], 0
    xs[i] = (i := 2)
    xs[i] += (i := 1) + 5
    i = 0
    xs[i] += [(i := i + 1), i][1]
    return xs, i


def key_that_is_shared():
    global shared_key
    d = {1: "one", 2: "two"}
    shared_key = 1

    def change():
        global shared_key
        shared_key = 2
        return "!"

    d[shared_key] += change()
    return d, d[shared_key]


def walrus_in_keys():
    d = {}
    d[k := 5] = 1
    d[(k := k + 1)] = k
    d[k] += (k := 0)
    return d, k


def slices():
    xs = [*range(10)]
    a, b = 2, 5
    result = [xs[a:b], xs[:a], xs[b:], xs[:], xs[::2], xs[b:a:-1], xs[-3:], xs[a : a + 2]]
    xs[a:b] = "xy"
    xs[:1] += [1.5]
    del xs[-2:]
    xs[::4] = [0] * len(xs[::4])
    return result, xs


def slices_of_an_object():
    keys = Keys()
    n, step = 1, None
    keys[n:2]
    keys[:], keys[::], keys[n:, ::2], keys[..., n], keys[(n,)], keys[()], keys[n, 2]
    keys[n:step] = 1
    keys[1:2] += 5
    keys[n:2, ...] -= 1
    keys[slice(1, 2)] += 0
    del keys[n:], keys[..., :n], keys[1, 2]
    return text(keys)


def slice_bounds_are_evaluated_once_and_in_order():
    log, xs = Log(), [*range(9)]
    xs[log("lower", 1) : log("upper", 8) : log("step", 2)]
    xs[log("lower", 1) : log("upper", 3)] += log("value", [10])
    log("base", xs)[: log("upper", 2)] = log("value", [])
    del log("base", xs)[log("lower", 1) :]
    return xs, tuple(log)


def star_subscripts():
    keys = Keys()
    parts = (1, 2)
    keys[*parts], keys[0, *parts, 3], keys[*parts, *"ab"], keys[1:2, *parts]
    keys[*parts] = 1
    keys[*parts] += 1
    del keys[*parts, 1:2]
    return text(keys)


def tuples_of_names_as_keys():
    grid, x, y = {}, 1, 2
    grid[x, y] = "a"
    grid[x, y] += "b"
    grid[(x, (y, -1))] = "c"
    grid[y, x] = grid[x, y]
    del grid[x, y]
    return grid


def unhashable_and_missing_keys():
    messages = []
    for action in (
        lambda: {}["k"],
        lambda: [][3],
        lambda: {}[[]],
        lambda: 5[0],
        lambda: [1]["x"],
        lambda: (1, 2)["x"],
        lambda: "abc"[10],
        lambda: [1, 2][1:2, 3],
        lambda: {}.__delitem__(5),
    ):
        try:
            action()
        except Exception as error:
            messages.append(f"{type(error).__name__}: {error}")
    return tuple(messages)


def failing_stores():
    t, d, i = (1, [2]), {}, 0
    messages = []
    try:
        t[1] += [3]
    except TypeError as error:
        messages.append(str(error))
    try:
        t[i] = 5
    except TypeError as error:
        messages.append(str(error))
    try:
        del t[i]
    except TypeError as error:
        messages.append(str(error))
    try:
        d[i] += 1
    except KeyError as error:
        messages.append(str(error))
    try:
        d[absent_name] = 1  # noqa: F821
    except NameError as error:
        messages.append(str(error))
    return t, d, tuple(messages)


def in_place_operators():
    class Value:
        def __init__(self):
            self.log = []

        def __iadd__(self, other):
            self.log.append(other)
            return self

        def __ior__(self, other):
            return "replaced"

    v = Value()
    d = {"k": v, "xs": [1]}
    xs = d["xs"]
    d["k"] += 1
    d["xs"] += (2,)
    kept = d["k"] is v, d["xs"] is xs
    d["k"] |= 2
    return kept, d["k"], v.log, xs


def containers_of_the_library():
    counts, groups, order = Counter("abca"), defaultdict(list), OrderedDict(a=1)
    counts["a"] += 5
    counts["z"] += 1
    groups["x"].append(1)
    groups["x"] += [2]
    order["b"] = order["a"]
    del order["a"]
    queue = deque([1, 2, 3])
    queue[0] += 1
    queue[-1] = queue[0]
    chain = ChainMap({"a": 1}, {"b": 2})
    chain["b"] += 1
    user = UserDict(a=1)
    user["a"] -= 1
    return dict(counts), dict(groups), dict(order), list(queue), chain.maps, dict(user)


def missing_keys():
    class Default(dict):
        def __missing__(self, key):
            self[key] = value = [key]
            return value

    d = Default()
    d["a"] += ["b"]
    d["c"][0] += "!"
    return dict(d)


def bytes_and_views():
    data = bytearray(b"hello")
    data[0] += 1
    data[1:3] = b"EL"
    view = memoryview(data)
    view[-1] = data[0]
    view[0:2] = b"ab"
    return bytes(data), bytes(view[1:3]), b"abc"[1], "abc"[::-1]


def nested_items():
    tree = {"a": {"b": [1, {"c": 2}]}}
    tree["a"]["b"][1]["c"] += 3
    tree["a"]["b"][0], tree["a"]["d"] = 9, 8
    return tree, tree["a"]["b"][-1]["c"]


def class_getitem():
    class Box:
        def __class_getitem__(cls, item):
            return f"{cls.__name__}[{item}]"

    name = "n"
    return Box[int], Box[name], Box[1:2], Box[int, ...], list[int], dict[str, list[int]], type[Box]


def generics_called_by_their_names():
    return list[int]([1, 2]), dict[str, int](a=1), list[int] == list[int], tuple[int, ...].__args__


def shadowed_generics():
    def use(list, tuple):
        list[tuple] = 1
        list[tuple] += 1
        del list["gone"]
        return list

    return use({"gone": 0}, "k")


def len_of_slices_in_a_loop():
    xs, seen = [5, 4, 3], []
    while xs[0:]:
        seen.append(xs[:1][0])
        del xs[:1]
    return seen


def operators_as_keys():
    d = {True: "t", -1: "minus", 1.5: "half", None: "none", ...: "dots", "x": "y", b"b": "bytes"}
    n = 1
    return d[n == 1], d[-n], d[not n is None], d[n + 0.5], d[None], d[...], d[-1], d[b"b"], d["x"]
