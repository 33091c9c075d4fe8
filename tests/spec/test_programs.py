"""Programs that are drawn: within their bounds, and shrunk by operations first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings

from grader.engine import Program as Explored
from grader.engine import Source
from grader.engine.encoding import encode, plain
from grader.engine.errors import DojoError
from grader.engine.explorer import explore
from grader.spec import History, Program, linearizable, programs, sequential

QUICKLY = settings(
    database=None, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


class Store:
    """A dictionary and a count."""

    def __init__(self) -> None:
        self._items: dict[str, int] = {}

    def put(self, key: str, value: int, quick: bool = True) -> None:
        self._items[key] = value

    def get(self, key: str) -> int | None:
        return self._items.get(key)

    @property
    def size(self) -> int:
        return len(self._items)

    def _hidden(self) -> None:
        raise AssertionError


@QUICKLY
@given(programs(Store, threads=(1, 3), calls=(1, 3), most=5))
def test_a_program_is_plain_and_within_its_bounds(program: Program) -> None:
    assert plain(program) and 1 <= len(program) <= 3
    assert all(1 <= len(calls) <= 3 for calls in program) and sum(map(len, program)) <= 5
    for name, *args in (call for calls in program for call in calls):
        match name, args:
            case ("put", [key, value]):
                assert key in ("a", "b") and value in (0, 1, 2)
            case ("get", [key]):
                assert key in ("a", "b")
            case _:
                assert (name, args) == ("size", [])


def test_threads_in_another_order_are_the_same_program() -> None:
    drawn: set[Program] = set()

    @settings(QUICKLY, max_examples=200)
    @given(programs(Store, operations=["put", "size"], calls=(1, 1), threads=(2, 2)))
    def collect(program: Program) -> None:
        drawn.add(program)

    collect()
    one, two = (("put", "a", 0),), (("size",),)
    assert len({(one, two), (two, one)} & drawn) == 1


@pytest.mark.parametrize(
    ("wanted", "smallest"),
    [
        (lambda p: True, ((("size",),), (("size",),))),
        (lambda p: len(p) == 3, ((("size",),),) * 3),
        (
            lambda p: any("put" in {c[0] for c in calls} for calls in p),
            ((("put", "a", 0),), (("size",),)),
        ),
        (lambda p: sum(map(len, p)) > 2, ((("size",),), (("size",), ("size",)))),
        (
            lambda p: any(c[1:] == ("b", 2) for calls in p for c in calls),
            ((("put", "b", 2),), (("size",),)),
        ),
    ],
)
def test_what_is_found_shrinks_to_few_threads_few_calls_small_arguments(
    wanted: Any, smallest: Program
) -> None:
    found = find(programs(Store), wanted, settings=QUICKLY)
    assert sorted(found) == sorted(smallest)


RACY = """
from grader.engine.vocabulary import record
class Store:
    def __init__(self):
        self.items = {}
        self.count = 0
    def put(self, key, value):
        if key not in self.items:
            self.count += 1
        self.items[key] = value
    def get(self, key):
        return self.items.get(key)
    @property
    def size(self):
        return self.count
def main(program):
    return record(Store(), program, then=[("size",)])
"""


def test_the_smallest_program_that_breaks_a_class_and_its_simplest_schedule() -> None:
    """Two threads put one key each, and one of the two is counted once, or twice."""
    model = sequential(Store)

    def wrong(program: Program) -> list[Any]:
        source = Source("p", "p.py", RACY)
        found = explore(Explored((source,), ("p", "main"), encode((program,))), executions=12)
        return [o for o in found.outcomes if linearizable(History.recorded(o.value), model) is None]

    drawn = programs(Store, operations=["put", "size"], threads=(2, 2), calls=(1, 1))
    program = find(drawn, wrong, settings=settings(QUICKLY, max_examples=10))
    assert program == ((("put", "a", 0),), (("put", "a", 0),))
    assert min(outcome.preemptions for outcome in wrong(program)) == 1


def test_arguments_and_operations_may_be_given() -> None:
    from hypothesis import strategies as st

    given_ones = programs(
        Store, operations=["get"], arguments={"get": (st.just("z"),)}, threads=(2, 2), calls=(1, 1)
    )
    assert find(given_ones, lambda p: True, settings=QUICKLY) == ((("get", "z"),),) * 2


class Bare:
    def put(self, item):
        return item


@pytest.mark.parametrize(
    ("model", "options", "sentence"),
    [
        (Bare, {}, "what Bare.put takes as item can't be drawn: annotate it, or give arguments="),
        (Store, {"operations": ["pop"]}, "Store has no operation 'pop'"),
        (object, {}, "object has no public method or property to call"),
        (Store, {"threads": (3, 2)}, "the least is not above the most"),
        (
            Store,
            {"threads": (3, 3), "calls": (2, 2)},
            "3 threads with 2 calls each are more than 4",
        ),
    ],
)
def test_what_cannot_be_drawn(model: type, options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(DojoError, match=sentence):
        programs(model, **options)
