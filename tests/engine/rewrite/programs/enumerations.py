"""Enums: members, auto, flags, functional forms, methods, pickles."""

import enum
import pickle
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class Colour(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = RED
    BLUE = "b"

    @property
    def upper(self):
        return self.name.upper()

    @classmethod
    def first(cls):
        return next(iter(cls))

    @classmethod
    def _missing_(cls, value):
        return cls.GREEN if value == "grün" else None


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius, 3)


class Level(IntEnum):
    LOW = auto()
    HIGH = 10


class Word(StrEnum):
    HELLO = auto()
    BYE = "goodbye"


class Access(Flag):
    READ = auto()
    WRITE = auto()
    BOTH = READ | WRITE


class Ordered(enum.Enum):
    _ignore_ = ["n"]

    def _generate_next_value_(name, start, count, last):  # noqa: N805
        return f"{name}{count}"

    A = enum.auto()
    n = 5
    B = enum.auto()

    def __lt__(self, other):
        members = list(type(self))
        return members.index(self) < members.index(other)

    __private = 3

    def private(self):
        return self.__private


Made = Enum("Made", "X Y")
Other = enum.IntFlag("Other", {"P": 1, "Q": 2})


def members():
    return (
        [c.name for c in Colour], Colour(1) is Colour.CRIMSON, Colour["RED"].value, Colour("grün").name,
        Colour.RED.upper, Colour.first().name, Colour.BLUE in Colour, len(Colour), repr(Colour.RED),
        str(Colour.GREEN), [*Colour.__members__],
    )  # fmt: skip


def errors():
    messages = []
    for action in (
        lambda: Colour("nothing"),
        lambda: Colour["NOTHING"],
        lambda: Colour.NOTHING,
        lambda: setattr(Colour, "RED", 5),
        lambda: Colour.RED < Colour.GREEN,
    ):
        try:
            action()
        except Exception as error:
            messages.append((type(error).__name__, str(error)))
    try:
        Colour.RED = 5
    except AttributeError as error:
        messages.append(str(error))
    try:

        @unique
        class Twice(Enum):
            A = 1
            B = 1

    except ValueError as error:
        messages.append(str(error))
    return messages


def members_with_methods():
    return Planet.EARTH.density, Planet.MARS.mass, Planet((5.97, 6.37)).name, Ordered.A < Ordered.B, (
        Ordered.B.private()
    )


def values_of_ordered():
    return [(o.name, o.value) for o in Ordered]


def numbers_and_texts():
    return Level.LOW + 1, Level.HIGH > Level.LOW, sorted([Level.HIGH, Level.LOW]), Word.HELLO, (
        Word.BYE.upper(), f"{Word.HELLO}", f"{Level.HIGH:>4}", [0] * Level.LOW, {Word.BYE: 1}["goodbye"]
    )  # fmt: skip


def flags():
    a = Access.READ
    a |= Access.WRITE
    return (
        a is Access.BOTH, Access.READ in a, (~Access.READ).name, (a & Access.READ).value, bool(a ^ a),
        repr(Access.READ | Access.WRITE), Other.P | Other.Q == 3,
    )  # fmt: skip


def functional_forms():
    return [m.name for m in Made], Made.__module__ == __name__, Other.__module__ == __name__, (
        Made.X.value, Other.Q.value
    )  # fmt: skip


def pickles():
    return (
        pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED,
        pickle.loads(pickle.dumps(Made.Y)) is Made.Y,
        pickle.loads(pickle.dumps(Access.BOTH)) is Access.BOTH,
    )


def matching():
    def name(value):
        match value:
            case Colour.RED:
                return "red"
            case Colour.GREEN | Colour.BLUE:
                return "other"
            case Level():
                return "level"
            case enum.Enum():
                return "enum"
        return "none"

    return [name(v) for v in (Colour.RED, Colour.CRIMSON, Colour.BLUE, Level.LOW, Word.BYE, 1)]
