"""What is known of where CPython with the GIL switches comes out of the `gil` model.

Each fact with its source, and with a program of `programs/` that shows it: the values under `gil`
and under `anywhere`. Real threads of the Python that runs this return none but those of `gil`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

import pytest

from tests.reality.explored import explore, observe, shown

BPO = "bpo-29988; cpython #18334, #134212, #88811, #125646"
MEASURED = "measured, 800,000 increments, switch interval 1e-6"
THREAD_SAFETY = "Doc/library/threadsafety.rst"
RUNS = 300


@dataclass(frozen=True)
class Fact:
    sentence: str
    source: str
    program: str
    gil: set[str]
    anywhere: set[str]


LOST = {"1", "2"}
FACTS = [
    Fact("`x += 1` loses nothing since 3.10, and does on 3.13t", MEASURED, "augmented_global", {"2"}, LOST),
    Fact("`self.n += 1` likewise", MEASURED, "augmented_attribute", {"4"}, {"2", "3", "4"}),
    Fact("so does an item", MEASURED, "augmented_item", {"2"}, LOST),
    Fact("so does a variable of a closure", MEASURED, "augmented_closure", {"2"}, LOST),
    Fact("no call, no switch, over several statements", BPO, "add_without_call", {"2"}, LOST),
    Fact("no call, no switch, also between two names", BPO, "swap", {"('l', 'r')"}, {"('l', 'r')", "('r', 'l')", "('r', 'r')"}),
    Fact("`y = int(y) + 1` races on 3.10-3.14", MEASURED, "add_by_int", LOST, LOST),
    Fact("`y = f(y) + 1` races on 3.10-3.14", MEASURED, "add_by_call", LOST, LOST),
    Fact("`+=` on a property races on 3.10-3.14", MEASURED, "augmented_property", LOST, LOST),
    Fact("a call of C code hands over when it has returned", BPO, "add_with_print", LOST, LOST),
    Fact("so does one that only asks", BPO, "add_with_check_of_type", LOST, LOST),
    Fact("so does making an object", BPO, "add_with_new_object", LOST, LOST),
    Fact("a blocking call hands over", BPO, "add_with_sleep", LOST, LOST),
    Fact("a loop hands over on its way back, not in `+=`", BPO, "add_in_loop", {"4"}, {"2", "3", "4"}),
    Fact("up to 3.13 the way back of `while` is behind its test", "bytecode of 3.10-3.13", "while_less", {"2", "3"}, {"2", "3"}),
    Fact("`__exit__` is a call, also on the way of a `return`", BPO, "add_by_locked_getter", LOST, LOST),
    Fact("3.10 hands over after calls of Python code too", "cpython #18334", "add_by_getter", LOST, LOST),
    Fact("a function hands over on entry: a comprehension was one up to 3.11", "PEP 709", "comprehension_begins", {"[(0, 0)]", "[(0, 1)]", "[(1, 1)]"}, {"[(0, 0)]", "[(0, 1)]", "[(1, 1)]"}),
    Fact("a generator hands over where it goes on", "RESUME in Python/bytecodes.c", "generator_resumes", {"[(0, 0)]", "[(0, 1)]", "[(1, 1)]"}, {"[(0, 0)]", "[(0, 1)]", "[(1, 1)]"}),
    Fact("`list.append` is atomic", THREAD_SAFETY, "list_append", {"[1, 2]", "[2, 1]"}, {"[1, 2]", "[2, 1]"}),
    Fact("`d[k] = d.get(k, 0) + 1` is not", THREAD_SAFETY, "dict_get_and_set", {"{'a': 1}", "{'a': 2}"}, {"{'a': 1}", "{'a': 2}"}),
    Fact("dict iteration raises RuntimeError", MEASURED, "dict_changes_while_iterated", {"[3]", "[7]", "raised RuntimeError"}, {"[3]", "[7]", "raised RuntimeError"}),
    Fact("a shared `enumerate` showed no wrong pairs with the GIL", "measured; cpython #120496, #121464", "shared_enumerate", {"[(0, 'a'), (1, 'b')]", "[(1, 'b'), (0, 'a')]"}, {"[(0, 'a'), (0, 'a')]", "[(0, 'a'), (0, 'b')]", "[(0, 'a'), (1, 'a')]", "[(0, 'a'), (1, 'b')]", "[(0, 'b'), (0, 'a')]", "[(0, 'b'), (1, 'a')]", "[(1, 'a'), (0, 'a')]", "[(1, 'a'), (0, 'b')]", "[(1, 'b'), (0, 'a')]"}),
    Fact("a thread inherits no context with the GIL by default", "PR 128209", "context_inherited", {"['nobody']"}, {"['nobody']"}),
]  # fmt: skip


@pytest.mark.parametrize("fact", FACTS, ids=[fact.program for fact in FACTS])
def test_a_fact_comes_out_of_the_model(fact: Fact) -> None:
    for model, known in (("gil", fact.gil), ("anywhere", fact.anywhere)):
        found = {shown(text) for text in explore(fact.program, model).endings}
        assert found == known, fact.sentence
    observed = observe(fact.program, RUNS)
    assert {shown(text) for text in observed.counts} <= (
        fact.gil if observed.gil else fact.anywhere
    )


def test_a_shared_generator_raises_with_the_gil_too() -> None:
    """Measured; cpython #120321."""
    found = {shown(text) for text in explore("shared_generator", "gil").endings}
    assert found == {"[1, 2]", "[2, 1]", "raised ValueError", "[1] and ValueError"}


def test_a_cached_property_lost_its_lock_in_3_12() -> None:
    twice = {"1"} if sys.version_info < (3, 12) else {"1", "2"}
    for model in ("gil", "anywhere"):
        found = {shown(text) for text in explore("cached_property_twice", model).endings}
        assert found == twice


def test_a_queue_can_be_shut_down_since_3_13() -> None:
    found = {shown(text) for text in explore("queue_shutdown", "gil").endings}
    if sys.version_info < (3, 13):
        assert found == {"'this Python has none'"}
    else:
        assert found == {"(['put'], 1)", "(['refused'], 0)"}
