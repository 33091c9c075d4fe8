"""Where a thread may be switched with the GIL, it may be switched anywhere."""

from __future__ import annotations

import pytest

from tests.reality.explored import PROGRAMS, explore

# Two reads of a container by C code, with a function of the program called in between.
CALLED_BACK = {
    "the key of a sort": "numbers.sort(key=lambda number: number)",
    "the key of a greatest": "max(numbers, key=lambda number: number)",
    "the key of a least": "min(numbers, key=lambda number: -number)",
    "a map": "list(map(lambda number: number, numbers))",
    "a filter": "list(filter(lambda number: True, numbers))",
    "a loop over a filter": "[n for n in filter(lambda number: number > 1, numbers)]",
}
WRITES = """
    numbers = [1, 2]
    def change():
        numbers[0] = 8
        numbers[1] = 9
    def grow():
        numbers.append(0)
    def main():
        return together(lambda: attempt(lambda: {call}), {other})[0], numbers
"""


@pytest.mark.parametrize("name", PROGRAMS)
def test_anywhere_has_what_the_gil_has(name: str) -> None:
    assert explore(name, "gil").endings <= explore(name, "anywhere").endings


@pytest.mark.parametrize("other", ["change", "grow"])
@pytest.mark.parametrize("call", CALLED_BACK.values(), ids=CALLED_BACK)
def test_so_it_has_where_c_code_calls_back(lab, call: str, other: str) -> None:
    program = WRITES.format(call=call, other=other)
    anywhere = lab.endings(program, strategy="dpor")
    missing = [one for one in lab.endings(program, switching="gil") if one not in anywhere]
    assert missing == []
