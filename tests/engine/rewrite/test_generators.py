"""Whoever is in a generator can be seen there: to resume it meanwhile is an error."""

from __future__ import annotations

import pytest

RACE = """
def take():
    return next(source)

def main():
    return sorted(str(how) for how, _ in together(lambda: attempt(take), lambda: attempt(take)))
"""

KEPT = {
    "a function's": """
        def numbers():
            yield 1
            yield 2
        source = numbers()
    """,
    "a method's": """
        class Numbers:
            def all(self):
                yield 1
                yield 2
        source = Numbers().all()
    """,
    "of __iter__": """
        class Numbers:
            def __iter__(self):
                yield 1
                yield 2
        source = iter(Numbers())
    """,
    "an expression": "source = (number for number in (1, 2))\n",
    "by another name": """
        def numbers():
            yield 1
            yield 2
        make = numbers
        source = make()
    """,
}


@pytest.mark.parametrize("program", KEPT.values(), ids=KEPT)
def test_a_generator_is_found_running(lab, program: str) -> None:
    text = lab.joined("\n", program, RACE)
    for switching in ("anywhere", "gil"):
        assert lab.endings(text, switching=switching) == [["error", "ok"], ["ok", "ok"]]


def test_a_generator_that_goes_on_is_found_running(lab) -> None:
    """Not only where it begins."""
    program = """
        def numbers():
            yield 1
            yield 2
            yield 3
        source = numbers()
        next(source)
    """
    assert lab.endings(lab.joined("\n", program, RACE)) == [["error", "ok"], ["ok", "ok"]]


USED_UP = {
    "sum(numbers())": 2,
    "[n for n in numbers()]": 20,
    "sum(n for n in (1, 2))": 2,
    "[*numbers()]": 1,
}


@pytest.mark.parametrize(("expression", "executions"), USED_UP.items())
def test_a_generator_that_nobody_keeps_has_no_such_point(
    lab, expression: str, executions: int
) -> None:
    program = """
        def numbers():
            yield 1
            yield 2
        def work():
            return {expression}
        def main():
            return together(work, work)
    """
    exploration = lab.explore(program.replace("{expression}", expression))
    assert (exploration.executions, exploration.exhaustive) == (executions, True)
