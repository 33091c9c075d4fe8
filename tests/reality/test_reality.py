"""Whatever real threads return is among the explored outcomes, however often they run."""

from __future__ import annotations

import pytest

from tests.reality import known
from tests.reality.expected import expected
from tests.reality.explored import CRASH, DEADLOCK, PROGRAMS, Observed, about, observe, shown
from tests.reality.report import WIDTH, Version, document, errors, table

RUNS = 200
PYTHON = Version((3, 14, 0), True)
FREE = Version((3, 13, 0), False)
# A run that hangs takes ten seconds to be told from a slow one; the full comparison has them.
HANGING = {name for name in PROGRAMS if DEADLOCK in expected(name, "gil")}


@pytest.mark.parametrize("name", sorted(PROGRAMS.keys() - HANGING))
def test_real_threads_do_nothing_else(name: str) -> None:
    observed = observe(name, RUNS)
    assert observed.runs == RUNS
    beyond = set(observed.counts) - expected(name, observed.model)
    assert [shown(text) for text in beyond] == []


def test_every_program_says_what_it_races_on() -> None:
    assert len(PROGRAMS) >= 45
    assert all(about(name).endswith(".") for name in PROGRAMS)


def test_one_hang_is_no_deadlock() -> None:
    observed = Observed()
    observed.add([[["returned", 1], 5], [["deadlock"], 1]], 6)
    assert (observed.counts, observed.hangs) == ({'["returned",1]': 5}, 1)
    observed.add([[["returned", 1], 2], [["deadlock"], 1]], 3)
    assert (observed.counts, observed.runs) == ({'["returned",1]': 7, DEADLOCK: 2}, 9)


def saw(version: Version, name: str, *texts: str) -> dict[Version, dict[str, Observed]]:
    """Runs of one program that came to these endings and to all that only `anywhere` has."""
    programs = {n: Observed(gil=version.gil) for n in PROGRAMS}
    for program, observed in programs.items():
        python = version.number[:2]
        only = expected(program, "anywhere", python) - expected(program, "gil", python)
        if not version.gil:
            observed.add([], 1)
            observed.counts = dict.fromkeys(only, 1)
    programs[name].counts |= dict.fromkeys(texts, 1)
    return {version: programs}


def test_what_is_not_explored_is_an_error() -> None:
    lost = '["returned",1]'
    assert errors(saw(PYTHON, "add_by_int", lost)) == []
    assert errors(saw(FREE, "add_without_call", lost)) == []
    assert errors(saw(PYTHON, "add_without_call", lost)) == [
        "add_without_call: Python 3.14.0 came to 1, which is not explored"
    ]
    assert errors(saw(FREE, "swap", '["raised","KeyError"]')) == [
        "swap: Python 3.13.0t came to raised KeyError, which is not explored"
    ]


def test_what_only_anywhere_has_must_be_seen_without_the_gil_or_explained() -> None:
    seen = saw(FREE, "add_without_call")
    seen[FREE]["add_without_call"].counts.clear()
    seen[FREE]["torn_read"].counts.clear()
    assert "torn_read" in known.UNSEEN
    assert errors(seen) == ["add_without_call: Python 3.13.0t never came to 1, and nobody says why"]


def test_only_a_crash_that_is_known_is_none_of_ours() -> None:
    assert errors(saw(FREE, "shared_generator", CRASH)) == []
    assert len(errors(saw(FREE, "swap", CRASH))) == 1


def test_the_table_fits_a_screen_with_five_pythons() -> None:
    seen = saw(PYTHON, "swap") | saw(FREE, "swap")
    lines = table(seen).splitlines()
    assert len(lines) == len(PROGRAMS) + 2
    assert max(map(len, lines)) <= WIDTH
    code = document(seen).split("```")[1::2]
    assert max(len(line) for block in code for line in block.splitlines()) <= WIDTH
