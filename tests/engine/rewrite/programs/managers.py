"""`with`: several managers, leaving early, exceptions inside, exceptions swallowed."""

import contextlib
import sys
import threading


class Manager:
    def __init__(self, name, log, swallow=False, fail=""):
        self.name = name
        self.log = log
        self.swallow = swallow
        self.fail = fail

    def __enter__(self):
        self.log.append(f"enter {self.name}")
        if self.fail == "enter":
            raise RuntimeError(f"enter {self.name}")
        return self

    def __exit__(self, kind, error, trace):
        self.log.append(
            (f"exit {self.name}", kind and kind.__name__, error and str(error), trace is not None)
        )
        self.log.append(str(sys.exc_info()[1]))
        if self.fail == "exit":
            raise RuntimeError(f"exit {self.name}")
        return self.swallow


def normal_end():
    log = []
    with Manager("a", log) as a:
        log.append(a.name)
    with Manager("a", log), Manager("b", log) as b, Manager("c", log):
        log.append(b.name)
    with (
        Manager("d", log) as d,
        Manager(d.name + "e", log) as e,
    ):
        log.append(e.name)
    return log


def leaving_by_return():
    log = []

    def f():
        with Manager("a", log), Manager("b", log):
            return log.append("value") or "returned"

    def g():
        with Manager("a", log, swallow=True):
            return 1 / 0
        return "after"

    return f(), g(), log


def leaving_by_break_and_continue():
    log = []
    for i in range(4):
        with Manager(i, log):
            if i == 1:
                continue
            if i == 2:
                break
            log.append("body")
    else:
        log.append("else")
    n = 0
    while True:
        with Manager("w", log, swallow=True):
            n += 1
            if n < 2:
                continue
            if n == 2:
                raise ValueError
            break
    return log, n


def exceptions_inside():
    log = []
    try:
        with Manager("a", log), Manager("b", log):
            raise ValueError("inside")
    except ValueError as error:
        log.append(("caught", str(error), type(error.__context__).__name__))
    return log


def exceptions_swallowed():
    log = []
    with Manager("outer", log), Manager("inner", log, swallow=True):
        raise KeyError("k")
    log.append(str(sys.exc_info()[1]))
    with Manager("a", log, swallow=True):
        with Manager("b", log):
            raise KeyError("k2")
        log.append("never")
    return log


def exceptions_of_managers():
    log = []
    for a, b in (("enter", ""), ("", "enter"), ("exit", ""), ("", "exit"), ("exit", "exit")):
        try:
            with Manager("a", log, fail=a), Manager("b", log, fail=b):
                log.append("body")
        except RuntimeError as error:
            log.append((str(error), str(error.__context__)))
    try:
        with Manager("a", log, fail="exit"):
            raise ValueError("first")
    except RuntimeError as error:
        log.append((str(error), str(error.__context__)))
    return log


def things_that_are_no_managers():
    class OnlyEnter:
        def __enter__(self):
            return self

    messages = []
    for thing in (5, None, OnlyEnter(), "text"):
        try:
            with thing:
                messages.append("never")
        except (TypeError, AttributeError) as error:
            messages.append((type(error).__name__, str(error).split(" (")[0]))
    return messages


def targets_of_every_kind():
    class Pair:
        def __enter__(self):
            return 1, [2, 3]

        def __exit__(self, *error):
            pass

    class Holder:
        pass

    global held
    h, d, k = Holder(), {}, "key"
    with Pair() as (a, [b, *c]), Pair() as h.x, Pair() as d[k], Pair() as (h.y, d["rest"]):
        inside = a, b, c, h.x, d[k]
    with Pair() as held:
        held += (4,)

    def use():
        return captured

    with Pair() as captured:
        first = use()
    return inside, h.y, d, held, first


def order_of_evaluation():
    log = []

    def make(name):
        log.append(f"make {name}")
        return Manager(name, log)

    class Target:
        def __setattr__(self, name, value):
            log.append(f"set {name}")

    def target():
        log.append("target")
        return Target()

    with make("a") as target().x, make("b") as target().y:
        log.append("body")
    return log


def special_methods_are_looked_up_on_the_type():
    class C:
        def __enter__(self):
            return "type"

        def __exit__(self, *error):
            return True

    c = C()
    c.__enter__ = lambda: "instance"
    c.__exit__ = lambda *error: False
    with c as value:
        raise ValueError
    return value


def managers_of_the_library():
    log = []

    @contextlib.contextmanager
    def managed(name):
        log.append(f"enter {name}")
        try:
            yield name.upper()
        except KeyError as error:
            log.append(f"caught {error}")
        finally:
            log.append(f"exit {name}")

    with managed("a") as a, contextlib.suppress(ValueError):
        log.append(a)
        raise ValueError
    with managed("b"):
        raise KeyError("k")
    try:
        with managed("c"):
            raise TypeError("t")
    except TypeError as error:
        log.append(str(error))
    with contextlib.ExitStack() as stack:
        names = [stack.enter_context(managed(n)) for n in "de"]
        stack.callback(log.append, "callback")
    with contextlib.closing(managed("f").gen) as g, contextlib.nullcontext(5) as five:
        next(g)
    return names, five, log


def decorated_by_a_manager():
    log = []

    @contextlib.contextmanager
    def managed():
        log.append("in")
        yield
        log.append("out")

    @managed()
    def f(n):
        return n * 2

    return f(2), f(3), log


def finally_and_with():
    log = []

    def f():
        try:
            with Manager("a", log):
                try:
                    return "try"
                finally:
                    log.append("finally")
        finally:
            log.append("outer")

    def g():
        with Manager("b", log):
            try:
                raise ValueError("v")
            finally:
                return "instead"  # noqa: B012

    return f(), g(), log


def locks():
    lock, rlock, condition = threading.Lock(), threading.RLock(), threading.Condition()
    semaphore = threading.Semaphore(2)
    held = []
    with lock:
        held.append(lock.locked())
        with rlock, rlock, condition, semaphore, semaphore:
            held.append(semaphore.acquire(blocking=False))
    held.append(lock.locked())
    try:
        with lock:
            raise ValueError
    except ValueError:
        held.append(lock.locked())
    with lock as entered, rlock as again:
        held.append((entered, again))
    return held


def with_in_class_bodies_and_modules():
    log = []

    class C:
        with Manager("class", log) as m:
            inside = m.name
        after = 1

    return C.inside, C.after, log


def nested_functions_inside():
    log = []
    with Manager("a", log) as a:

        def f():
            return a.name

        class C:
            name = a.name

    return f(), C.name, len(log)


def return_value_is_computed_before_exit():
    class Box:
        value = 1

        def __enter__(self):
            return self

        def __exit__(self, *error):
            self.value = 2

    def f():
        with Box() as box:
            return box.value

    box = Box()
    with box:
        value = box.value
    return f(), value, box.value
