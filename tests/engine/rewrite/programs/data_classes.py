"""Dataclasses: frozen, slots, fields, InitVar, ClassVar, ordering, inheritance."""

import copy
import dataclasses
import pickle
import typing
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, replace
from typing import ClassVar


@dataclass
class Plain:
    """A doc."""

    x: int
    y: int = 2
    zs: list = field(default_factory=list)
    hidden: str = field(default="h", repr=False, compare=False)
    made: int = field(init=False)
    scale: InitVar[int] = 10
    kind: ClassVar[str] = "plain"
    other: typing.ClassVar = "other"

    def __post_init__(self, scale):
        self.made = self.x * scale

    @property
    def total(self):
        return self.x + self.y + sum(self.zs)


@dataclass(frozen=True)
class Frozen:
    a: int
    b: tuple = ()

    def moved(self, n):
        return replace(self, a=self.a + n)


@dataclass(order=True, slots=True)
class Ordered:
    n: int
    name: str = field(compare=False, default="")

    def bump(self):
        self.n += 1
        return self


@dataclass(kw_only=True, eq=False)
class Keywords:
    a: int
    b: int = 5


@dataclass
class Mixed(Plain):
    _: KW_ONLY
    extra: dict = field(default_factory=dict, kw_only=True, metadata={"unit": "none"})
    y: int = 7


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Point:
    x: float
    y: float = dataclasses.field(default=0.0)

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


def names(cls):
    return [(f.name, f.init, f.repr, f.compare, f.kw_only) for f in dataclasses.fields(cls)]


def fields_and_values():
    p = Plain(1, scale=3)
    q = Plain(1, 2, [5], "other", 4)
    p.zs.append(6)
    p.x += 1
    return repr(p), repr(q), p.total, q.made, asdict(q), astuple(q), names(Plain), Plain.kind, p == q


def frozen_instances():
    f = Frozen(1, (2,))
    messages = []
    try:
        f.a = 5
    except dataclasses.FrozenInstanceError as error:
        messages.append(str(error))
    try:
        f.a += 5
    except AttributeError as error:
        messages.append(str(error))
    try:
        del f.b
    except AttributeError as error:
        messages.append(str(error))
    return messages, f.moved(3).a, hash(f) == hash(Frozen(1, (2,))), {f: 1}[Frozen(1, (2,))]


def slots_and_order():
    a, b = Ordered(1, "z"), Ordered(2, "a")
    messages = []
    try:
        a.extra = 1
    except AttributeError as error:
        messages.append(str(error))
    return a < b, sorted([b, a]), a.bump().n, a >= b, Ordered.__slots__, messages, a == Ordered(2)


def keyword_only_and_inheritance():
    messages = []
    try:
        Keywords(1)
    except TypeError as error:
        messages.append(str(error).replace("Keywords.__init__()", "__init__()"))
    m = Mixed(1, extra={"k": 1})
    return messages, repr(Keywords(a=1)), repr(m), names(Mixed), m.y


def copies():
    p, q = Plain(1), Point(1.0, 2.0)
    d = copy.deepcopy(p)
    d.zs.append(1)
    return p.zs, pickle.loads(pickle.dumps(q)) == q, copy.copy(q) == q, (q + Point(1, 1)).x, replace(
        q, y=9
    ).y


def matching():
    match Frozen(1, (2, 3)):
        case Frozen(a, (b, *rest)) if a < b:
            return a, b, rest, Frozen.__match_args__


def made_dynamically():
    Made = dataclasses.make_dataclass("Made", [("x", int), ("y", int, field(default=3))])  # noqa: N806
    return repr(Made(1)), names(Made), Made.__module__ in (__name__, "types")


def generated_methods():
    return (
        sorted(n for n in vars(Plain) if n in ("__init__", "__repr__", "__eq__", "__hash__")),
        Plain.__doc__, Plain.__annotations__["x"] is int, Frozen.__hash__ is not None,
        Plain.__hash__ is None, dataclasses.is_dataclass(Plain), [*Plain.__dataclass_fields__],
    )  # fmt: skip
