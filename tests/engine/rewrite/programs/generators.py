"""Generators: next, send, throw, close, `yield from`; generator expressions."""

import itertools


def counter(log, n):
    log.append("begin")
    try:
        for i in range(n):
            got = yield i
            log.append(("got", got))
    except ValueError as error:
        log.append(("caught", str(error)))
        yield "recovered"
    finally:
        log.append("end")
    return "result"


def next_and_send():
    log = []
    g = counter(log, 3)
    values = [next(g), g.send("a"), next(g)]
    try:
        g.send("last")
    except StopIteration as stop:
        values.append(stop.value)
    return values, log


def throw():
    log = []
    g = counter(log, 3)
    values = [next(g), g.throw(ValueError("thrown"))]
    try:
        next(g)
    except StopIteration as stop:
        values.append(stop.value)
    h = counter(log, 1)
    try:
        h.throw(KeyError("early"))
    except KeyError as error:
        values.append(str(error))
    return values, log


def close():
    log = []
    g = counter(log, 3)
    next(g)
    g.close()
    g.close()
    h = counter(log, 3)
    h.close()
    return log, list(g), next(h, "gone")


def generator_that_ignores_close():
    def stubborn():
        try:
            yield 1
        except GeneratorExit:
            yield 2

    g = stubborn()
    next(g)
    try:
        g.close()
    except RuntimeError as error:
        return str(error)


def delegation():
    log = []

    def outer():
        result = yield from counter(log, 2)
        log.append(("inner returned", result))
        more = yield from [7, 8]
        log.append(more)
        return "outer"

    g = outer()
    values = [next(g), g.send("x"), g.send("y"), next(g)]
    try:
        next(g)
    except StopIteration as stop:
        values.append(stop.value)
    h = outer()
    values += [next(h), h.throw(ValueError("v"))]
    k = outer()
    next(k)
    k.close()
    return values, log


def loop_left_early_closes_the_generator():
    log = []
    for i in counter(log, 5):
        if i == 1:
            break
    log.append("after")
    first = next(i for i in counter(log, 5))
    return first, log


def loop_left_by_an_exception():
    log = []

    def use():
        for i in counter(log, 5):
            if i == 2:
                raise KeyError(i)

    try:
        use()
    except KeyError as error:
        log.append(str(error))
    return log[:5]


def generator_expressions_are_lazy():
    log = []

    def item(n):
        log.append(n)
        return n

    source = [1, 2, 3]
    g = (item(n) * m for n in source if item(n) > 1 for m in (10, 20))
    log.append("made")
    source.append(4)
    values = [next(g), next(g)]
    source = []
    return values, list(g), log


def generator_expression_takes_its_first_iterable_at_once():
    messages = []
    try:
        g = (i for i in 5)
        messages.append("made")
        next(g)
    except TypeError as error:
        messages.append(str(error))
    try:
        (j for i in [1] for j in missing_name)  # noqa: F821
        messages.append("made")
    except NameError as error:
        messages.append(str(error))
    return messages


def stop_iteration_inside():
    def leaky():
        yield 1
        raise StopIteration("inner")

    def nexts():
        yield next(iter([]))

    messages = []
    for make in (leaky, nexts):
        try:
            list(make())
        except RuntimeError as error:
            messages.append((str(error), type(error.__cause__).__name__))
    return messages


def iteration_protocols():
    class Countdown:
        def __init__(self, n):
            self.n = n

        def __iter__(self):
            return self

        def __next__(self):
            if self.n == 0:
                raise StopIteration
            self.n -= 1
            return self.n

    class Fresh:
        def __iter__(self):
            yield "a"
            yield "b"

    class Old:
        def __getitem__(self, index):
            if index == 2:
                raise IndexError("enough")
            return index

    class Bad:
        def __iter__(self):
            return 5

    c = Countdown(3)
    fresh = Fresh()
    results = [list(c), list(c), [x for x in fresh], [x for x in fresh], [x for x in Old()]]
    for thing in (Bad(), 5, None, len, object):
        try:
            for _ in thing:
                pass
        except TypeError as error:
            results.append(str(error))
    values = iter([3, 2, 1, 0])
    results.append([v for v in iter(lambda: next(values), 0)])
    return results


def iterator_whose_next_fails():
    class Broken:
        def __iter__(self):
            return self

        def __next__(self):
            raise ValueError("broken")

    try:
        for _ in Broken():
            pass
    except ValueError as error:
        return str(error)


def generators_in_pipelines():
    def numbers():
        n = 0
        while True:
            yield n
            n += 1

    def evens(source):
        for n in source:
            if n % 2:
                continue
            yield n

    return (
        list(itertools.islice(evens(numbers()), 4)),
        list(zip(numbers(), "abc")),
        sum(x * y for x in range(3) for y in range(x)),
        any(n > 5 for n in numbers()),
        dict((n, str(n)) for n in range(2)),
        ",".join(str(n) for n in range(3)),
        max((n for n in (3, 1, 2)), key=lambda n: -n),
    )


def yield_in_every_place():
    def g():
        x = [(yield 1), (yield 2)]
        d = {(yield 3): (yield 4)}
        f = f"{(yield 5)}"
        (yield 6).append((yield 7))
        d[(yield 8)] = yield 9
        d[(yield 10)] += yield 11
        return x, d, f, (lambda: (yield))

    it = g()
    seen, feed = [next(it)], iter(["a", "b", "k", "v", "f", [], 0, "key", "value", "k", "!"])
    try:
        for value in feed:
            seen.append(it.send(value))
    except StopIteration as stop:
        return seen, stop.value[:3]


def generator_state():
    def g():
        yield
        return

    it = g()
    states = [it.gi_running, it.gi_frame is None]
    next(it)
    states.append(it.gi_yieldfrom)
    list(it)
    states.append(it.gi_frame is None)

    def self_running():
        try:
            next(me)
        except ValueError as error:
            yield str(error)

    me = self_running()
    return states, next(me), it.__name__, it.__qualname__


def generator_in_a_with_block():
    log = []

    class Manager:
        def __enter__(self):
            log.append("enter")
            return self

        def __exit__(self, kind, *rest):
            log.append(("exit", kind and kind.__name__))

    def g():
        with Manager():
            yield 1
            yield 2
        yield 3

    list(g())
    it = g()
    next(it)
    it.close()
    for _ in g():
        break
    return log


def recursion_in_generators():
    def walk(tree):
        for item in tree:
            if isinstance(item, list):
                yield from walk(item)
            else:
                yield item

    def permutations(xs):
        if not xs:
            yield []
        for i in range(len(xs)):
            for rest in permutations(xs[:i] + xs[i + 1 :]):
                yield [xs[i], *rest]

    return list(walk([1, [2, [3, []], 4], [5]])), list(permutations([1, 2, 3]))


def nested_generators_and_closures():
    def outer():
        total = 0

        def add():
            nonlocal total
            while True:
                total += yield total

        g = add()
        next(g)
        yield g.send(1)
        yield g.send(2)
        yield total

    return list(outer())
