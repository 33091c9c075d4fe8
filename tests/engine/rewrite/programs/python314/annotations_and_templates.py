"""Lazy annotations (PEP 649), template strings (PEP 750), except without parentheses."""

import annotationlib
from string.templatelib import Interpolation, Template

log = []
value = 1


def note(x):
    log.append(x)
    return x


def annotated(a: note("a"), b: undefined_name = 5) -> note("return"):  # noqa: F821
    local: note("local") = 1
    other: undefined_local  # noqa: F821
    return a, b, local


class Annotated:
    x: note("x")
    y: list[value] = []
    z: undefined_later  # noqa: F821
    if value:
        w: int

    def method(self, a: Annotated) -> Annotated: ...


module_level: note("module") = 3


def annotations_are_lazy():
    log.clear()
    before = list(log)
    messages = []
    try:
        annotated.__annotations__  # noqa: B018
    except NameError as error:
        messages.append(str(error))
    forward = annotationlib.get_annotations(annotated, format=annotationlib.Format.FORWARDREF)
    text = annotationlib.get_annotations(annotated, format=annotationlib.Format.STRING)
    return before, log, messages, sorted(forward), text, annotated(1)


def annotations_of_classes():
    log.clear()
    text = annotationlib.get_annotations(Annotated, format=annotationlib.Format.STRING)
    method = Annotated.method.__annotations__
    return text, method["a"] is Annotated, log


def annotations_see_later_values():
    global value

    class Local:
        x: value

    value = 2
    later = Local.__annotations__
    value = 1
    return later


def annotations_with_closures():
    inside = 3

    def f(x: inside, y: [i for i in range(inside)], z: (lambda: inside)):
        return x

    inside = 4
    return f.__annotations__["x"], f.__annotations__["y"], f.__annotations__["z"](), f(1, 2, 3)


def annotations_of_this_module():
    import sys

    return str(annotationlib.get_annotations(sys.modules[__name__], format=annotationlib.Format.STRING))


def templates():
    name, xs, d = "World", [1, 2], {"k": 1}
    t = t"Hello {name!r:>{len(xs)}} {xs[0] + d['k']} {note(5)=}"
    parts = []
    for part in t:
        match part:
            case str() as text:
                parts.append(text)
            case Interpolation(value, expression, conversion, spec):
                parts.append((value, expression, conversion, spec))
    nested = t"{t"{name}"}{f"{name}"}"
    return isinstance(t, Template), t.strings, t.values, parts, len(nested.interpolations), (t"a" + t"{xs}").values


def templates_over_shared_names():
    global value
    value += 1
    inner = 5

    def f():
        return t"{value} {inner}"

    inner += 1
    result = f().values, f().interpolations[0].expression
    value = 1
    return result


def except_without_parentheses():
    caught = []
    for error in (ValueError, KeyError, TypeError):
        try:
            raise error
        except ValueError, KeyError:
            caught.append(error.__name__)
        except TypeError:
            pass
    return caught


def finally_that_leaves():
    for i in range(3):
        try:
            pass
        finally:
            last = i
    return last


def deferred_dataclass():
    import dataclasses
    from typing import ClassVar

    @dataclasses.dataclass
    class D:
        a: Later
        kind: ClassVar[int] = 3
        b: list[int] = dataclasses.field(default_factory=list)

    class Later:
        pass

    return [f.name for f in dataclasses.fields(D)], repr(D(1)), D.kind
