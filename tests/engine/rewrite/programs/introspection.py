# A comment above the docstring.
"""A module's docstring."""

import builtins
import functools
import inspect
import sys
import traceback
import types
import warnings

counter = 0
__all__ = ["f"]


def f(a, b=counter, *args, c: int = 1, **kwargs) -> "str":
    """A function's docstring."""
    global counter
    counter += 1
    total = a
    total += counter

    def inner():
        return total

    return inner()


class C:
    """A class's docstring."""

    limit = 5

    def method(self, x=lambda: 1):
        """A method's docstring."""
        self.value = x
        self.value += [v for v in self.items if v]
        return self.value

    @property
    def prop(self):
        """A property's docstring."""
        return self.value


def only_a_docstring():
    """Nothing else."""


def text_that_is_no_docstring():
    b"bytes"
    "a text after"
    return text_that_is_no_docstring.__doc__


def first_statement_is_a_placeholder_like_text():
    "\0gil-dojo:entry"
    return "\0gil-dojo:call", first_statement_is_a_placeholder_like_text.__doc__


def codes(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from codes(constant)


def names_of_code():
    found = []
    for function in (f, C.method, C.prop.fget, only_a_docstring):
        for code in codes(function.__code__):
            found.append(
                (
                    code.co_name, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars,
                    code.co_argcount, code.co_kwonlyargcount, code.co_flags, code.co_firstlineno,
                    code.co_filename == __file__,
                )
            )  # fmt: skip
    return found


def docstrings():
    return (
        sys.modules[__name__].__doc__, __doc__, f.__doc__, C.__doc__, C.method.__doc__, C.prop.__doc__,
        only_a_docstring.__doc__, only_a_docstring(), text_that_is_no_docstring(), (lambda: "text").__doc__,
        inspect.getdoc(C.method),
    )  # fmt: skip


def names_in_namespaces():
    local = 1

    def inner(argument):
        for i in range(2):
            with warnings.catch_warnings():
                i += local
        return sorted(locals()), sorted(vars()), dir()

    class Body:
        x = local
        for y in range(1):
            pass
        names = sorted(locals())

    expected = {"__annotations__", "__conditional_annotations__"}
    return sorted(set(globals()) - expected - {"__warningregistry__"}), sorted(locals()), inner(5), (
        sorted(set(Body.names) - {"__firstlineno__", "__static_attributes__", "__classdict__"}),
        [n for n in dir(Body) if not n.startswith("__")],
        [n for n in dir(sys.modules[__name__]) if not n.startswith("__")],
    )


def names_of_builtins():
    return sorted(vars(builtins)) == sorted(dir(builtins)), hasattr(builtins, "attr"), (
        [name for name in ("point", "hook", "entry", "attr", "look") if name in vars(builtins)]
    )


def signatures():
    return (
        str(inspect.signature(f)), str(inspect.signature(C.method)).partition("<")[0],
        f.__defaults__, f.__kwdefaults__, str(f.__annotations__), f.__name__, f.__qualname__,
        f.__module__ == __name__, inspect.getfullargspec(f).args, f.__globals__ is globals(),
        inspect.isfunction(f), inspect.ismethod(C().method), f.__code__.co_qualname,
    )  # fmt: skip


def sources():
    def nested(x):
        return (
            x
            + 1
        )  # the end

    return (
        inspect.getsource(f), inspect.getsource(C), inspect.getsource(C.method), inspect.getsource(nested),
        inspect.getsourcelines(C.prop.fget)[1], inspect.getcomments(only_a_docstring),
        inspect.getsource(sys.modules[__name__]).count("\n"),
    )  # fmt: skip


def frames():
    frame = sys._getframe()
    here = inspect.currentframe()

    def caller():
        return sys._getframe(1).f_code.co_name, inspect.stack()[1].function, inspect.stack()[0].lineno

    return frame is here, frame.f_code.co_name, frame.f_lineno, caller(), sorted(frame.f_locals)


def traceback_of_several_calls():
    def a():
        return b() + 1

    def b():
        return [c(x) for x in (1,)]

    def c(x):
        raise KeyError(
            x
        )

    try:
        a()
    except KeyError as error:
        trace = error.__traceback__
        own = [e for e in traceback.extract_tb(trace) if e.filename == __file__]
        lines = [(e.name, e.lineno, e.colno, e.end_colno, e.line) for e in own]
        return lines, traceback.format_exception_only(error), str(error)


def line_numbers():
    numbers = []

    def note():
        numbers.append(sys._getframe(1).f_lineno)

    note()
    if (
        note() or
        note()
    ):
        pass
    [
        note()
        for _ in range(2)
        if not note()
    ]
    {
        note(): note(),
    }
    for _ in (note(),):
        note()
    while note():
        pass
    x = {}
    x[
        note()
    ] = note()
    x[note()] = (
        note()
    )
    return numbers


def warnings_name_the_line():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn("one", stacklevel=1)

        def inner():
            warnings.warn("two", UserWarning, stacklevel=2)

        inner()
    return [(w.lineno, w.filename == __file__, str(w.message)) for w in caught]


def wrapped():
    @functools.wraps(f)
    def g(*args):
        return f(*args)

    return str(inspect.signature(g)), g.__name__, inspect.unwrap(g) is f, inspect.getsource(g) == (
        inspect.getsource(f)
    )


def modules_and_files():
    module = sys.modules[__name__]
    return module.__file__ == __file__, __name__, module.counter == counter, inspect.getmodule(f) is module


def generator_and_frame_names():
    def g():
        """Doc."""
        yield from (i for i in range(2))

    it = g()
    next(it)
    expression = (x for x in [1])
    return it.gi_code.co_name, it.gi_frame.f_lineno, expression.__name__, expression.__qualname__, g.__doc__


def texts_of_objects():
    def inner():
        pass

    return repr(f).split(" at ")[0], repr(inner).split(" at ")[0], repr(C), repr(C().method).split(" of ")[0], (
        repr(lambda: 0).split(" at ")[0], str(functools.partial(f, 1)).split(" at ")[0]
    )  # fmt: skip


def dunder_names():
    return __name__, __doc__, __debug__, __all__, __builtins__ is not None, type(__file__).__name__
