"""Plain data keeps its exact type on the way out of an execution and back."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.engine.encoding import Opaque, as_json, canonical, decode, encode, plain
from grader.engine.recorded import Recorded

ATOMS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.complex_numbers()
    | st.text()
    | st.binary()
)
KEYS = ATOMS | st.tuples(ATOMS) | st.frozensets(ATOMS, max_size=3)
VALUES = st.recursive(
    ATOMS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.sets(KEYS, max_size=3)
        | st.frozensets(KEYS, max_size=3)
        | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=6,
)


def same(one: Any, other: Any) -> bool:
    """Equal in value and exact type, all the way down; nan equals nan."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        both_nan = math.isnan(one) and math.isnan(other)
        return both_nan or (one == other and math.copysign(1, one) == math.copysign(1, other))
    if isinstance(one, complex):
        return same(one.real, other.real) and same(one.imag, other.imag)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, (set, frozenset)):
        return canonical(one) == canonical(other) and len(one) == len(other)
    if isinstance(one, dict):
        return canonical(one) == canonical(other) and len(one) == len(other)
    return bool(one == other)


@given(VALUES)
def test_any_plain_value_survives_json(value: Any) -> None:
    data = json.loads(json.dumps(encode(value)))
    assert same(decode(data), value)
    assert canonical(decode(data)) == canonical(value)


@given(VALUES, VALUES)
def test_two_values_share_a_text_only_if_they_are_the_same(one: Any, other: Any) -> None:
    assert (canonical(one) == canonical(other)) == same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (True, 1),
        (False, 0),
        (1, 1.0),
        (0.0, -0.0),
        (1, "1"),
        (None, "None"),
        ((1, 2), [1, 2]),
        ((), []),
        ({1}, frozenset({1})),
        (set(), {}),
        (b"a", "a"),
        (1.0, 1 + 0j),
        ([1, [2]], [1, (2,)]),
        ({1: "a"}, {True: "a"}),
        ({"1": "a"}, {1: "a"}),
        (["tuple", 1], (1,)),
        (["float", "1.0"], 1.0),
        (["opaque", "A", "a"], Opaque("A", "a")),
    ],
)
def test_python_equality_or_a_like_look_does_not_make_two_values_one(
    one: object, other: object
) -> None:
    assert canonical(one) != canonical(other)
    for value in (one, other):
        again = decode(encode(value))
        assert type(again) is type(value) and again == value


def test_sets_and_dictionaries_have_one_text_whatever_their_order() -> None:
    assert canonical({3, 1, 2}) == canonical({2, 3, 1})
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})
    assert canonical({1: "int", "1": "str", (1,): "tuple"}) == canonical(
        {(1,): "tuple", "1": "str", 1: "int"}
    )


def test_infinite_and_undefined_numbers() -> None:
    assert decode(encode(math.inf)) == math.inf
    assert decode(encode(-math.inf)) == -math.inf
    assert math.isnan(decode(encode(math.nan)))
    assert canonical(math.nan) == canonical(-math.nan * 0 + math.nan)


def test_integers_of_any_size() -> None:
    huge = -(7**50_000)
    assert decode(json.loads(canonical([huge, 2 * huge]))) == [huge, 2 * huge]


def test_nesting_beyond_reason_ends_in_an_opaque_value() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    text = canonical(deep)
    assert '"opaque"' in text and len(text) < 2000
    assert not plain(deep)


def test_a_value_that_contains_itself() -> None:
    ring: list[Any] = []
    ring.append(ring)
    assert '"opaque"' in canonical(ring)


class Account:
    pass


def test_a_value_that_contains_itself_twice_ends_before_memory_does() -> None:
    twice: list[Any] = []
    twice += [twice, twice]
    encoded = encode(twice)
    assert len(json.dumps(encoded)) < 10_000_000
    assert not plain(twice)


def test_what_lies_behind_a_hundred_thousand_items_is_opaque() -> None:
    many = list(range(99_998))
    assert decode(encode([many, ()])) == [many, ()]
    assert encode([many, (1,)])[2] == ["opaque", "tuple", "…"]
    assert encode(set(range(100_001))) == ["opaque", "set", "…"]


def test_the_text_of_an_object_is_cut_before_it_is_searched() -> None:
    class Long:
        def __repr__(self) -> str:
            return "0x1234 " * 1_000_000

    assert encode(Long()) == ["opaque", "Long", ("0x… " * 200)[:500]]
    assert len(as_json(Long())) < 1 << 17


def test_other_objects_become_their_text_without_addresses() -> None:
    first, second = Account(), Account()
    encoded = encode(first)
    assert encoded[:2] == ["opaque", "Account"]
    assert canonical(first) == canonical(second)
    assert not re.search(r"0x[0-9a-f]", encoded[2])
    assert plain((1, "a")) and not plain((1, first))


def test_a_string_that_says_opaque_is_plain() -> None:
    assert plain('"opaque"') and plain(["opaque", "a", "b"])


class Loud:
    def __repr__(self) -> str:
        raise LookupError("no")


def test_an_object_whose_repr_raises() -> None:
    assert encode(Loud()) == ["opaque", "Loud", "<Loud whose repr raises LookupError>"]


class Five(int):
    pass


class Names(dict):  # type: ignore[type-arg]
    pass


@pytest.mark.parametrize("value", [Five(5), Names(a=1)])
def test_a_subclass_is_not_taken_for_its_base(value: object) -> None:
    again = decode(encode(value))
    assert again == Opaque(type(value).__name__, repr(value))


def test_decoding_makes_fresh_objects() -> None:
    data = encode([[1], {"a": [2]}])
    first, second = decode(data), decode(data)
    first[0].append(3)
    first[1]["a"].append(3)
    assert second == [[1], {"a": [2]}]


@pytest.mark.parametrize(
    "data",
    [
        *([], {}, {"a": 1}, 1.5, ["no such tag"], [1, 2], [["tuple"]], ["float"]),
        *(["float", "x"], ["float", []], ["bytes", "zz"], ["bytes", 5], ["dict", 1]),
        *(["dict", [1]], ["set", ["list", 1]], ["dict", [["list"], 1]], ["complex", None]),
        ["opaque", "only a type"],
    ],
    ids=repr,
)
def test_what_encode_never_makes_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="not an encoded value"):
        decode(data)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ((1, [True, None]), [1, [True, None]]),
        ({"a": (1,)}, {"a": [1]}),
        ({1: 2}, "{1: 2}"),
        ({2}, "{2}"),
        (b"x", "b'x'"),
        (math.inf, "inf"),
        (0.5, 0.5),
    ],
)
def test_ordinary_json_where_it_can_be_else_the_repr(value: object, shown: object) -> None:
    assert as_json(value) == shown
    json.dumps(as_json(value), allow_nan=False)


def test_what_was_recorded_stays_so() -> None:
    """A history is no tuple; its rows keep their types."""
    value = Recorded(((1, "put", (1, True), "returned", [None], 0, 1),))
    assert decode(json.loads(json.dumps(encode(value)))) == value
    assert canonical(value) != canonical(value.rows)
    assert plain(value)
    assert as_json(value) == "T1 put(1, True) → [None]"


@pytest.mark.parametrize("row", [3, ["tuple", 1, "put"], ["tuple", 1, 2, ["tuple"], "x", 0, 0, 1]])
def test_what_tells_of_no_call_is_not_decoded(row: Any) -> None:
    with pytest.raises(ValueError, match="not an encoded value"):
        decode(["recorded", row])
