"""Typing: NamedTuple, TypedDict, Protocol, Generic, NewType; annotations as objects."""

import collections
import inspect
import typing
from collections import namedtuple
from typing import (
    Annotated,
    Any,
    Callable,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    Optional,
    ParamSpec,
    Protocol,
    TypedDict,
    TypeVar,
    Union,
    cast,
    get_type_hints,
    overload,
    runtime_checkable,
)

T = TypeVar("T")
K = typing.TypeVar("K", bound="Base")
P = ParamSpec("P")
UserId = NewType("UserId", int)
Pair = namedtuple("Pair", "a b", defaults=[5])
Triple = collections.namedtuple("Triple", ["a", "b", "c"])
Options = TypedDict("Options", {"a": int, "b": str})
Row = typing.NamedTuple("Row", [("n", int), ("m", str)])
Alias = dict[str, list[int]]
Maybe = Optional[int]
Either = Union[int, str]
Handler = Callable[[int, str], None]
Choice = Literal["a", "b"]
limit: int = 5
later: "not evaluated"
counted: Annotated[int, "a note"] = 1


class Base:
    x: int
    y: "Base"
    z: list[int] = []
    n: int = 1 + 1

    def method(self, a: int, b: "str" = "b", *c: float, d: T = None, **e: Any) -> "Base":
        local: int = 5
        other: undefined_name  # noqa: F821
        self.attr: int = local
        self.missing: undefined_name = a  # noqa: F821
        return self


class Position(NamedTuple):
    """A place."""

    x: int
    y: int = 0

    @property
    def sum(self):
        return self.x + self.y

    def moved(self, n):
        return self._replace(x=self.x + n)


class Film(TypedDict, total=False):
    title: str
    year: int


class Sized(Protocol):
    name: str

    def size(self) -> int: ...


@runtime_checkable
class Named(Protocol):
    name: str


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Keyed(Stack[int], Generic[K]):
    pass


@overload
def parse(x: int) -> int: ...
@overload
def parse(x: str) -> str: ...
def parse(x):
    """Parses."""
    return x


def annotations_of_functions():
    hints = {k: str(v) for k, v in Base.method.__annotations__.items()}
    return hints, str(inspect.signature(Base.method)), parse.__annotations__, parse(5), parse.__doc__


def annotations_of_classes():
    return {k: str(v) for k, v in Base.__annotations__.items()}, Base.z, Base.n, hasattr(Base, "x")


def annotated_stores():
    b = Base().method(3)
    d = {}
    d["k"]: int = 5
    (a): int = 7
    return b.attr, b.missing, d, a


def hints():
    class Local:
        f: Optional[int]
        g: Annotated[int, 1]

    return str(get_type_hints(Local)), str(get_type_hints(Local, include_extras=True)["g"])


def named_tuples():
    p, q = Pair(1), Position(1, 2)
    x, y = q
    return (
        p, p.b, q.sum, q.moved(3), x + y, q._fields, Pair._fields, Position.__doc__, q[0], q[-1:],
        Row(1, "a").m, Triple(1, 2, 3)._asdict(), Position.__annotations__ == {"x": int, "y": int},
    )  # fmt: skip


def modules_of_what_was_made():
    made = (T, K, P, UserId, Pair, Triple, Options, Row, Position, Film, Stack, Named)
    return [(m.__name__, m.__module__ == __name__) for m in made]


def typed_dictionaries():
    film = Film(title="t")
    film["year"] = 1999
    film["year"] += 1
    return film, Film.__total__, sorted(Film.__annotations__), sorted(Options.__annotations__)


def protocols():
    class Impl:
        name = "n"

    try:
        Sized()
    except TypeError as error:
        message = str(error)
    return isinstance(Impl(), Named), isinstance(5, Named), message


def generics():
    s = Stack[int]().push(1)
    return (
        s.items, str(Stack[int]).rpartition(".")[2], Stack.__parameters__ == (T,), str(Alias),
        str(Maybe), str(Handler), str(Choice), Keyed.__orig_bases__[0].__args__, str(dict[K, T].__args__),
        Alias(a=[1]), cast(int, "x"), UserId(5), str(Stack[T][int].__args__),
    )  # fmt: skip


def unions():
    return isinstance(5, int | str), str(int | None), str(Either), isinstance("a", (int, str | None))


def locals_with_annotations():
    def f():
        x: int
        try:
            return x
        except UnboundLocalError as error:
            return str(error)

    def g():
        y: int = 1
        y += 1
        return lambda: y

    return f(), g()()
