"""`match`: literals, captures, sequences, mappings, classes, alternatives, guards."""

import collections
import enum


class Kind(enum.Enum):
    A = 1
    B = 2


class Point:
    __match_args__ = ("x", "y")
    limit = 5

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Loud:
    log = []

    @property
    def value(self):
        self.log.append("value")
        return 1


def describe(subject):
    match subject:
        case None | True | False:
            return "constant", subject
        case 0 | -1 | 1.5 | 2 + 3j:
            return "number", subject
        case "a" | b"b":
            return "text", subject
        case Kind.A:
            return "Kind.A"
        case Kind():
            return "kind", subject.name
        case Point.limit:
            return "limit"
        case []:
            return "empty"
        case [x]:
            return "one", x
        case [1, 2, *_]:
            return "starts with 1, 2"
        case [Point(x=0) as p, *rest] if rest:
            return "point and more", p.y, len(rest)
        case [first, *middle, last]:
            return "many", first, middle, last
        case {"kind": "circle", "r": r, **rest}:
            return "circle", r, rest
        case {Kind.A.name: value}:
            return "by enum name", value
        case {"a": {"b": [x, {"c": y}]}}:
            return "deep", x, y
        case {}:
            return "mapping", len(subject)
        case Point(0, 0):
            return "origin"
        case Point(x, y) if x == y:
            return "diagonal", x
        case Point(x=0, y=y) | Point(x=y, y=0):
            return "axis", y
        case Point(Point(a, _), Point(y=b)):
            return "nested", a, b
        case int(n) | float(n) if n > 100:
            return "big", n
        case str() as s if (length := len(s)) > 3:
            return "long", s, length
        case int() | str():
            return type(subject).__name__
        case collections.deque((1, *others)):
            return "deque", others
        case _:
            return "anything"


def patterns():
    subjects = [
        None, True, 0, -1, 1.5, 2 + 3j, "a", b"b", Kind.A, Kind.B, 5, [], [9], [1, 2, 3], (1, 2),
        [Point(0, 7), 1], [Point(0, 7)], (1, 9, 8, 2), {"kind": "circle", "r": 1, "z": 2}, {"A": 4},
        {"a": {"b": [1, {"c": 2}]}}, {}, {"q": 1}, Point(0, 0), Point(3, 3), Point(0, 4), Point(4, 0),
        Point(Point(1, 2), Point(3, 4)), 101, 100.5, "long text", "xyz", 7, 3.5, range(3), {1, 2},
        collections.deque([1, 2]), object, collections.ChainMap({"kind": "circle", "r": 3}),
    ]  # fmt: skip
    return [describe(s) for s in subjects]


def guards_have_side_effects():
    log = []

    def check(x):
        log.append(x)
        return x

    match 5:
        case n if check(0):
            result = "first"
        case n if check(""):
            result = "second"
        case n if check(n):
            result = "third"
        case _:
            result = "last"
    return result, n, log


def subject_is_evaluated_once():
    log = []

    def subject():
        log.append("subject")
        return [1, 2]

    match subject():
        case [1]:
            result = "one"
        case [a, b]:
            result = a + b
    match (x := 3), x + 1:
        case 3, y:
            result += y
    return result, log


def captures_into_shared_names():
    global captured, rest

    def use():
        return inner, others

    match {"a": 1, "b": [2, 3]}:
        case {"a": captured, **rest}:
            pass
    match [1, 2, 3]:
        case [inner, *others]:
            first = use()
            inner += 10
    return captured, rest, first, use()


def attributes_are_read_once():
    loud = Loud()
    match loud:
        case Loud(value=2):
            result = "two"
        case Loud(value=1 | 3 as v):
            result = v
    return result, loud.log


def control_flow_inside():
    seen = []
    for item in [1, [2], "three", None, {"k": 4}]:
        match item:
            case int():
                continue
            case [x] if x == 2:
                seen.append(x)
            case None:
                break
            case str(text):
                seen.append(text)
    else:
        seen.append("else")
    return seen


def no_case_matches():
    match 5:
        case str():
            result = "text"
    try:
        return result
    except UnboundLocalError as error:
        return str(error)


def errors():
    class Bad:
        __match_args__ = "xy"

    messages = []
    for action in ("positional", "args", "class"):
        try:
            match Bad() if action != "positional" else 5:
                case Point(1, 2, 3) if action == "never":
                    pass
                case object(1) if action == "positional":
                    pass
                case Bad(1):
                    pass
        except TypeError as error:
            messages.append(str(error))
    return messages


def match_as_a_name():
    match = case = type = 3
    match += 1
    case = [match]
    return match, case[0], type, [match for match in case]


def nested_matches():
    def f(a, b):
        match a:
            case [x, *_]:
                match b:
                    case {"x": y} if y == x:
                        return "same"
                    case {"x": _}:
                        return "other"
                return "no key"
        return "no list"

    return f([1], {"x": 1}), f([1], {"x": 2}), f([1], {}), f(1, {})
