"""The outcomes of every program are the same on every Python, and written down once.

Each environment of tox compares with the one file. What changes with a version is Python's own
doing, and named.
"""

from __future__ import annotations

import pytest

from tests.reality import known
from tests.reality.expected import corpus, expected, find, names, read
from tests.reality.explored import MODELS, PROGRAMS, explore, shown


def said(texts: frozenset[str]) -> list[str]:
    return sorted(map(shown, texts))


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_has_the_outcomes_that_are_written_down(name: str, model: str) -> None:
    assert said(find(name, model)) == said(expected(name, model))
    assert explore(name, model).exhaustive


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", corpus())
def test_the_corpus_has_the_outcomes_that_are_written_down(name: str, model: str) -> None:
    assert said(find(name, model)) == said(expected(name, model))


@pytest.mark.parametrize("name", PROGRAMS)
def test_anywhere_has_what_gil_has(name: str) -> None:
    assert expected(name, "gil") <= expected(name, "anywhere")


def test_each_change_with_a_version_has_a_reason() -> None:
    written = read()
    assert set(written) == set(names())
    changing = {
        name for name, models in written.items() if any(len(v) > 1 for v in models.values())
    }
    assert changing == set(known.CHANGES)
