"""What the expressions of a source stand for, as far as that is something of Python's library.

The library is imported for real, in the judge, and only what the kata allows; the submission is
only read. What isn't the library's, or depends on what happens at run time, is unknown.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import BuiltinFunctionType, FunctionType, ModuleType

from grader.judge.gate.bindings import Imported, Scope
from grader.judge.gate.permitted import is_fine

DEEPEST = 100
"""How many steps from a name to what it stands for are followed."""

MOST_ROUNDS = 20
"""How often names that are bound to one another are looked up anew."""


class TangledError(Exception):
    """An expression or a circle of names that nobody can follow."""


@dataclass(frozen=True)
class Beside:
    """A module of the submission itself."""

    name: str


class LibraryNames:
    """Looks up what expressions stand for.

    Args:
        imports: the modules that the kata allows.
        own: the submission's modules by name, each with its outermost scope.
    """

    def __init__(self, imports: frozenset[str], own: Mapping[str, Scope]) -> None:
        self._imports = imports
        self._own = own
        self._by_name: dict[tuple[int, str], tuple[object, ...]] = {}
        self._known_before: dict[tuple[int, str], tuple[object, ...]] = {}
        self._looking: set[tuple[int, str]] = set()
        self._circles: set[tuple[int, str]] = set()
        self._rounds = 0
        self._by_node: dict[int, tuple[object, ...]] = {}

    def values(self, node: ast.AST, scope: Scope, depth: int = 0) -> tuple[object, ...]:
        """Returns the modules, classes and functions of the library that `node` may stand for.

        A container counts as what is in it.

        Raises:
            TangledError: it can't be followed.
        """
        spine = [node]
        while isinstance(spine[-1], (ast.Attribute, ast.Subscript)) and (
            id(spine[-1]) not in self._by_node
        ):
            spine.append(spine[-1].value)
        found: tuple[object, ...] = ()
        for part in reversed(spine):
            if id(part) not in self._by_node:
                if isinstance(part, ast.Attribute):
                    found = self.attributes(found, part.attr)
                elif not isinstance(part, ast.Subscript):
                    found = self._other(part, scope, depth + 1)
                self._by_node[id(part)] = found
            found = self._by_node[id(part)]
        return found

    def named(self, name: str, scope: Scope, depth: int = 0) -> tuple[object, ...]:
        """Returns what a name may stand for."""
        home = scope.home(name)
        if home is None:
            sources = [Imported(module, name) for module in scope.module().everything_from]
            return _distinct(value for one in sources for value in self.imported(one))
        key = (id(home), name)
        if key in self._looking:
            self._circles.add(key)
            return self._known_before.get(key, ())
        if key not in self._by_name:
            self._looking.add(key)
            values: list[object] = []
            for source in home.bound[name]:
                if isinstance(source, Imported):
                    values += self.imported(source)
                elif source is not None:
                    values += self.values(source, home, depth + 1)
            self._looking.remove(key)
            self._by_name[key] = _distinct(values)
        return self._by_name[key]

    def settled(self) -> bool:
        """Tells whether all that was looked up holds; if not, it has to be looked up again.

        A name that is bound to something made from itself takes more than one look.

        Raises:
            TangledError: there is no end to it.
        """
        if all(
            len(self._by_name[key]) == len(self._known_before.get(key, ())) for key in self._circles
        ):
            return True
        self._rounds += 1
        if self._rounds == MOST_ROUNDS:
            raise TangledError
        self._known_before, self._by_name, self._by_node = self._by_name, {}, {}
        self._circles = set()
        return False

    def imported(self, what: Imported) -> tuple[object, ...]:
        """Returns what an import statement finds."""
        module: object
        if what.module in self._own:
            module = Beside(what.module)
        else:
            module = self._module(what.module)
        if module is None or what.attribute is None:
            return () if module is None else (module,)
        found = self.attributes((module,), what.attribute)
        if found or not isinstance(module, ModuleType):
            return found
        submodule = self._module(f"{what.module}.{what.attribute}")
        return () if submodule is None else (submodule,)

    def leads_out(self, base: ModuleType, name: str) -> str | None:
        """Returns the name of the module that an attribute stands for, if that isn't allowed."""
        path = f"{base.__name__}.{name}"
        for value in self.attributes((base,), name):
            if isinstance(value, ModuleType):
                names = (
                    [value.__name__, path] if sys.modules.get(path) is value else [value.__name__]
                )
                if not any(is_fine(one, self._imports) for one in names):
                    return value.__name__
        return None

    def modules_in(self, own: Beside) -> tuple[object, ...]:
        """Returns what anybody finds in one of the submission's own modules."""
        scope = self._own[own.name]
        return _distinct(value for name in scope.bound for value in self.named(name, scope))

    def _module(self, name: str) -> ModuleType | None:
        """Imports a module of the library if the kata allows it, or something inside it."""
        root = name.partition(".")[0]
        if root not in sys.stdlib_module_names or "._" in name:
            return None
        inside = any(allowed.startswith(f"{name}.") for allowed in self._imports)
        if not inside and not is_fine(name, self._imports):
            return None
        try:
            return importlib.import_module(name)
        except ImportError:  # it isn't part of this Python, and so not of the submission's
            return None

    def attributes(self, bases: Iterable[object], name: str) -> tuple[object, ...]:
        """Returns what an attribute of the library or of an own module may stand for."""
        found: list[object] = []
        for base in bases:
            if isinstance(base, Beside):
                found += self.named(name, self._own[base.name])
                continue
            look = getattr if isinstance(base, ModuleType) else inspect.getattr_static
            value = look(base, name, None)
            if isinstance(value, (ModuleType, type, FunctionType, BuiltinFunctionType)):
                found.append(value)
        return _distinct(found)

    def _other(self, node: ast.AST, scope: Scope, depth: int) -> tuple[object, ...]:
        if depth > DEEPEST:
            raise TangledError
        parts: list[ast.expr | None] = []
        match node:
            case ast.Name(id=name):
                return self.named(name, scope, depth)
            case ast.IfExp(body=body, orelse=other):
                parts = [body, other]
            case ast.BoolOp(values=values) | ast.Dict(values=values):
                parts = [*values]
            case ast.Tuple(elts=values) | ast.List(elts=values) | ast.Set(elts=values):
                parts = [*values]
            case ast.NamedExpr(value=value) | ast.Starred(value=value):
                parts = [value]
            case ast.Call(
                func=ast.Name(id="getattr"), args=[base, ast.Constant(value=str(name)), *_]
            ):
                return self.attributes(self.values(base, scope, depth), name)
        return _distinct(
            value for part in parts if part for value in self.values(part, scope, depth)
        )


def _distinct(values: Iterable[object]) -> tuple[object, ...]:
    return tuple({id(value): value for value in values}.values())
