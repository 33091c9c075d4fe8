"""Exceptions: try, except*, finally; chaining; texts; the learner's own places."""

import traceback


def places(error):
    """Where the exception passed through this file, with columns."""
    return [
        (f.name, f.lineno, f.end_lineno, f.colno, f.end_colno)
        for f in traceback.extract_tb(error.__traceback__)
        if f.filename == __file__
    ]


def order_of_clauses():
    log = []
    for action in (lambda: 1, lambda: 1 / 0, lambda: {}["k"], lambda: [][1]):
        try:
            log.append("try")
            action()
        except ZeroDivisionError:
            log.append("zero")
        except (KeyError, ValueError) as error:
            log.append(repr(error))
        except LookupError:
            log.append("lookup")
        else:
            log.append("else")
        finally:
            log.append("finally")
    return log


def except_clauses_are_evaluated_lazily():
    log = []

    def kind(name, value):
        log.append(name)
        return value

    try:
        raise KeyError
    except kind("a", ValueError):
        pass
    except kind("b", LookupError):
        log.append("caught")
    except kind("c", KeyError):
        pass
    try:
        try:
            raise KeyError
        except 5:
            pass
    except TypeError as error:
        log.append(str(error))
    return log


def finally_overrides():
    def f():
        try:
            return 1
        finally:
            return 2  # noqa: B012

    def g():
        x = 1
        try:
            return x
        finally:
            x = 2

    def h():
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")

    try:
        h()
    except KeyError as error:
        chain = str(error), str(error.__context__)
    return f(), g(), chain


def chaining():
    def cause():
        try:
            raise ValueError("v")
        except ValueError as error:
            raise KeyError("k") from error

    def suppressed():
        try:
            raise ValueError("v")
        except ValueError:
            raise KeyError("k") from None

    def context():
        try:
            raise ValueError("v")
        except ValueError:
            raise KeyError("k")  # noqa: B904

    result = []
    for action in (cause, suppressed, context):
        try:
            action()
        except KeyError as error:
            result.append(
                (repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
            )
    return result


def raising_again():
    log = []
    try:
        try:
            raise ValueError("v")
        except ValueError as error:
            error.add_note("note")
            log.append(len(places(error)))
            raise
    except ValueError as error:
        log.append((str(error), error.__notes__, len(places(error))))
    try:
        raise
    except RuntimeError as error:
        log.append(str(error))
    return log


def raising_what_is_no_exception():
    messages = []
    for action in ("text", 5, None, object):
        try:
            raise action
        except TypeError as error:
            messages.append(str(error))
    try:
        raise ValueError from 5
    except TypeError as error:
        messages.append(str(error))
    try:
        raise ValueError
    except Exception as error:
        messages.append(repr(error))
    return messages


def exception_groups():
    log = []
    try:
        raise ExceptionGroup("g", [ValueError("a"), KeyError("b"), ExceptionGroup("h", [TypeError("c")])])
    except* ValueError as group:
        log.append(("value", [str(e) for e in group.exceptions]))
    except* (KeyError, TypeError) as group:
        log.append(("others", repr(group)))
    else:
        log.append("else")
    finally:
        log.append("finally")
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), OSError(2)])
        except* ValueError:
            log.append("caught")
    except ExceptionGroup as rest:
        log.append(repr(rest))
    try:
        raise KeyError("alone")
    except* KeyError as group:
        log.append(repr(group))
    total = 0
    for n in range(3):
        try:
            if n == 1:
                raise ExceptionGroup("n", [ValueError(n)])
        except* ValueError as g:
            total += len(g.exceptions)
        else:
            total += 10
    return log, total


def nested_handlers():
    log = []

    def f(n):
        try:
            try:
                if n == 0:
                    raise ValueError("inner")
                if n == 1:
                    raise KeyError("outer")
            except ValueError as error:
                log.append(str(error))
                raise TypeError("from handler") from error
            finally:
                log.append(f"finally {n}")
        except KeyError as error:
            log.append(repr(error))
        except TypeError as error:
            log.append((str(error), str(error.__cause__)))
        return n

    return [f(n) for n in range(3)], log


def handlers_in_loops():
    seen = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                raise ValueError(i)
        except ValueError as error:
            seen.append(str(error))
            break
        else:
            seen.append(i)
        finally:
            seen.append("f")
    return seen


def own_exceptions():
    class Own(Exception):
        def __init__(self, code, *rest):
            super().__init__(code, *rest)
            self.code = code

        def __str__(self):
            return f"own {self.code}"

    class Special(Own):
        code = 7

    results = []
    for kind in (Own, Special):
        try:
            raise kind(3, "x")
        except Own as error:
            results.append((str(error), error.args, error.code, type(error).__name__))
    return results


def places_of_operations():
    class Box:
        attribute = None

    b, d, xs, n = Box(), {}, [], None
    results = []
    for action in (
        lambda: b.attribute.missing,
        lambda: b.absent,
        lambda: d["k"],
        lambda: d[n]["x"],
        lambda: xs[0 + 1],
        lambda: xs[n:5] + n,
        lambda: 1 + n,
        lambda: b.attribute(),
        lambda: len(n),
        lambda: xs.index(9, 0),
        lambda: [x.y for x in [1]],
        lambda: n < 3 < 5,
        lambda: -b,
        lambda: (absent_global),  # noqa: F821
        lambda: f"{n.x}",
        lambda: f"a {n:>5}",
        lambda: 3 in n,
        lambda: [*n],
        lambda: {**n},
        lambda: print(*n),
        lambda: max(xs, key=lambda x: x),
        lambda: sorted([1, "a"]),
        lambda: next(iter(xs)),
        lambda: int("x"),
        lambda: (xs and 5) or n.x,
        lambda: not n.x,
        lambda: n[1, 2:3],
        lambda: n[len(xs)],
    ):
        try:
            action()
        except Exception as error:
            results.append((type(error).__name__, str(error), places(error)))
    return results


def places_of_statements():
    class Box:
        __slots__ = ("x",)

    b, d, t, n = Box(), {}, (1,), None
    results = []

    def store_attribute():
        b.y = 1

    def update_attribute():
        b.x += 1

    def update_item():
        d["k"] += 1

    def update_with_error():
        d["n"] = 0
        d["n"] += n

    def store_item():
        t[0] = 5

    def delete_item():
        del d["q"]

    def delete_attribute():
        del b.x

    def unpack():
        a, c = 1, 2
        a, c = n

    def unpack_too_few():
        a, (c, e) = 1, [2]

    def iterate():
        for _ in n:
            pass

    def manage():
        with n:
            pass

    def check():
        assert d == 1, f"message {d['zz']}"

    def update_global():
        global absent_global
        absent_global += 1

    def chained():
        d["a"] = b.zz = 1

    def raised():
        raise KeyError(
            "several",
            "lines",
        )

    def called():
        store_item(
        )

    def many_lines():
        return (
            d
            .get("x")
            .missing
        )

    def many_calls():
        return (
            "a b"
            .split()
            .index(
                "c"
            )
        )

    def arguments():
        return len(
            1,
            2,
        )

    def deep():
        class C:
            x = [i for i in n]

        return C

    for action in (
        store_attribute, update_attribute, update_item, update_with_error, store_item, delete_item,
        delete_attribute, unpack, unpack_too_few, iterate, manage, check, update_global, chained,
        raised, called, many_lines, many_calls, arguments, deep,
    ):  # fmt: skip
        try:
            action()
        except Exception as error:
            results.append((type(error).__name__, str(error), places(error)))
    return results


def places_of_with_and_decorators():
    class Manager:
        def __init__(self, fail):
            self.fail = fail

        def __enter__(self):
            if self.fail == "enter":
                raise ValueError("enter")

        def __exit__(self, *error):
            if self.fail == "exit":
                raise ValueError("exit")

    def enter():
        with Manager(""), Manager("enter"):
            pass

    def exit():
        with Manager("exit"), Manager(
            ""
        ):
            pass

    def inside():
        with Manager(""):
            x = 1
            x.y  # noqa: B018

    def leaving():
        with Manager("exit"):
            return 1

    def decorated():
        @None
        def f():
            pass

    def defaulted():
        def f(x=None.y):
            pass

    def bases():
        class C(None):
            pass

    def keywords():
        class C(metaclass=None.x):
            pass

    results = []
    for action in (enter, exit, inside, leaving, decorated, defaulted, bases, keywords):
        try:
            action()
        except Exception as error:
            results.append((type(error).__name__, places(error)))
    return results


def places_in_generators_and_loops():
    def g():
        yield 1
        raise ValueError("g")

    def loop():
        for x in g():
            x += 1

    def comprehension():
        return [
            x
            for x in g()
            if x
        ]

    def while_loop():
        n = 2
        while 1 / n:
            n -= 1

    def delegated():
        yield from g()

    def condition():
        if (
            None
            .x
        ):
            pass

    results = []
    for action in (loop, comprehension, while_loop, lambda: list(delegated()), condition):
        try:
            action()
        except Exception as error:
            results.append((type(error).__name__, places(error)))
    return results


def printed_traceback():
    def inner(x):
        return x.missing + 1

    def outer():
        return inner(5)

    try:
        outer()
    except AttributeError as error:
        return traceback.format_exception(error)


def texts_of_unpacking_and_calls():
    def f():
        pass

    messages = []
    for action in (lambda: f(1), lambda: f(x=1), lambda: f(*None), lambda: f(**[]), lambda: f(**{"a": 1})):
        try:
            action()
        except TypeError as error:
            messages.append(str(error))
    return messages


def assertions():
    messages = []
    for action in ("plain", "text", "call"):
        try:
            if action == "plain":
                assert not action
            elif action == "text":
                assert [] == [1], "lists differ"
            else:
                assert None, (action, 1)
        except AssertionError as error:
            messages.append(error.args)
    return messages


def exception_attributes():
    results = []
    try:
        int.missing  # noqa: B018
    except AttributeError as error:
        results.append((error.name, error.obj))
    try:
        absent_global  # noqa: B018, F821
    except NameError as error:
        results.append(error.name)
    try:
        {}["key"]  # noqa: B018
    except KeyError as error:
        results.append(error.args)
    try:
        import nothing_of_that_name
    except ImportError as error:
        results.append((error.name, str(error)))
    try:
        from string import nothing_of_that_name  # noqa: F401
    except ImportError as error:
        results.append((error.name, str(error).split(" (")[0]))
    return str(results)
