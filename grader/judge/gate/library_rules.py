"""What a submission may not take from the library's modules, or do to them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import ModuleType

from grader.judge.gate.bindings import Scope
from grader.judge.gate.library_names import Beside, LibraryNames
from grader.judge.gate.permitted import BARRED, HOOKS, MODULE_DUNDERS, PUBLIC_ALL_THE_SAME

TAKES_A_NAME = frozenset({"getattr", "hasattr", "setattr", "delattr"})
"""Python's functions whose second argument is the name of an attribute."""

_TAKES_A_NAME_OF_A_CLASS = frozenset({"__getattribute__", "__setattr__", "__delattr__"})
_CHANGES = frozenset({"setattr", "delattr", "__setattr__", "__delattr__"})
_LISTS_ALL = frozenset({"vars", "__getstate__", "__reduce__", "__reduce_ex__"})


def fault_of_name(base: object, name: str, names: LibraryNames, listed: str) -> Iterator[str]:
    """Yields what is wrong with taking a name from something of the library."""
    if not isinstance(base, ModuleType):
        return
    module = base.__name__
    outside = [*leads_out(base, name, names, listed)]
    yield from outside
    if outside:
        return
    path = f"`{module}.{name}`"
    dunder = name.startswith("__") and name.endswith("__")
    if name in BARRED.get(module, ()) or (dunder and name not in MODULE_DUNDERS):
        yield f"{path} is out of bounds for a submission; do without it"
    elif name.startswith("_") and not dunder and not _is_public(base, name):
        yield f"{path} is private to `{module}`; use only what its documentation names"


def fault_of_import(module: str) -> Iterator[str]:
    """Yields a sentence if a module that is imported lies in a part of a package that is barred."""
    package, _, last = module.partition(".")
    if last.partition(".")[0] in BARRED.get(package, ()):
        yield f"`{module}` is out of bounds for a submission; do without it"


def _is_public(module: ModuleType, name: str) -> bool:
    """Tells whether a name with an underscore is meant for everybody."""
    listed = getattr(module, "__all__", ())
    return name in listed or (module.__name__, name) in PUBLIC_ALL_THE_SAME


def leads_out(base: object, name: str, names: LibraryNames, listed: str) -> Iterator[str]:
    """Yields a sentence if a module's attribute is a module that isn't allowed."""
    outside = names.leads_out(base, name) if isinstance(base, ModuleType) else None
    if isinstance(base, ModuleType) and outside:
        path = f"`{base.__name__}.{name}`"
        yield f"{path} leads to `{outside}`, which is not among this kata's imports: {listed}"


def change_of(base: object, name: str | None) -> Iterator[str]:
    """Yields what is wrong with assigning or deleting an attribute of something."""
    if isinstance(base, Beside):
        return
    owner = getattr(base, "__name__", "")
    if (owner, name) in HOOKS:
        return
    path = f"`{owner}`" if name is None else f"`{owner}.{name}`"
    yield f"{path} belongs to Python's library and may not be changed; make something of your own"


def fault_of_call(node: ast.Call, scope: Scope, names: LibraryNames, listed: str) -> Iterator[str]:
    """Yields what is wrong with a call that takes attributes by their names."""
    match node:
        case ast.Call(func=ast.Name(id=called), args=[first, *rest]):
            if scope.home(called) is not None:
                return
        case ast.Call(func=ast.Attribute(attr=called), args=[first, *rest]):
            if called not in _TAKES_A_NAME_OF_A_CLASS | _LISTS_ALL:
                return
        case _:
            return
    name = rest[0].value if rest and isinstance(rest[0], ast.Constant) else None
    for base in names.values(first, scope):
        if called in _CHANGES:
            yield from change_of(base, name if isinstance(name, str) else None)
        elif not isinstance(base, ModuleType):
            continue
        elif called in _LISTS_ALL:
            yield f"`{called}` lists all of `{base.__name__}`; take the name that you need"
        elif called in TAKES_A_NAME | _TAKES_A_NAME_OF_A_CLASS:
            if isinstance(name, str):
                yield from fault_of_name(base, name, names, listed)
            else:
                yield (
                    f"which name of `{base.__name__}` this `{called}` takes can't be told from "
                    f"the source; write `{base.__name__}.` and the name"
                )
