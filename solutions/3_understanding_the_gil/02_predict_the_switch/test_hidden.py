"""The same program with other numbers: where the GIL changes hands doesn't depend on them."""

import threading
import time

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, scenario, together


totals = st.sampled_from([0, 7, 99])


@scenario
def answers(submission):
    return dict(submission.LETTERS), dict(submission.LOSES)


def check_letters(name, possible):
    """Holds the letters that were predicted for a function against those that can be seen."""
    ((letters, _),) = explore(answers).values
    assert name in letters, f"LETTERS says nothing about {name}"
    predicted = set("".join(map(str, letters[name])).upper()) - set(" ,")
    for letter in "ABCD":
        if letter in possible:
            said = f"{name}, {letter}: the other thread can see this letter, and you say it can't"
        else:
            said = f"{name}, {letter}: nobody ever sees this letter, and you say that one can"
        assert (letter in predicted) == (letter in possible), said
    strange = sorted(predicted - set("ABCD"))
    assert not strange, f"{name}: there is no letter {strange[0] if strange else ''}"


@scenario
def plain(submission, total):
    class Desk:
        def __init__(self):
            self.at = "start"
            self.total = total
            self.fee = 2
            self.prices = {"tea": 3}

    def work():
        desk.at = "A"
        desk.total = desk.total * 2 - desk.fee
        desk.at = "B"
        desk.total += 1
        desk.at = "C"
        if desk.total > desk.fee:
            desk.total = 0
        desk.at = "D"
        desk.prices["tea"] += desk.fee
        desk.at = "end"

    desk = Desk()
    _, seen = together(work, lambda: desk.at)
    return seen


@scenario
def calls(submission, total):
    class Desk:
        def __init__(self):
            self.at = "start"
            self.total = total
            self.fee = 2

    def add_tax(desk):
        desk.total += 2

    def work():
        desk.at = "A"
        desk.total = int(desk.total) + 1
        desk.at = "B"
        desk.total = desk.total * 2 - desk.fee
        desk.at = "C"
        add_tax(desk)
        desk.at = "D"
        time.sleep(0)
        desk.at = "end"

    desk = Desk()
    _, seen = together(work, lambda: desk.at)
    return seen


@scenario
def loops(submission, total):
    class Desk:
        def __init__(self):
            self.at = "start"
            self.total = total
            self.fee = 2
            self.list = [1, 2]
            self.left = 2
            self.open = True

    def work():
        desk.at = "A"
        for price in desk.list:
            desk.total += price
        desk.at = "B"
        if desk.open:
            desk.total += 1
        desk.at = "C"
        while desk.left > 0:
            desk.left -= 1
        desk.at = "D"
        desk.first, desk.last = desk.list
        desk.at = "end"

    desk = Desk()
    _, seen = together(work, lambda: desk.at)
    return seen


@scenario
def unseen(submission, total):
    class Desk:
        def __init__(self):
            self.at = "start"
            self.total = total
            self.fee = 2
            self.list = [1, 2]
            self.prices = {"tea": 3}
            self.lock = threading.Lock()

        @property
        def gross(self):
            return self.total + self.fee

    def work():
        desk.at = "A"
        desk.total = desk.gross
        desk.at = "B"
        desk.sells = "tea" in desk.prices
        desk.at = "C"
        with desk.lock:
            desk.total += 1
        desk.at = "D"
        desk.list[0] += desk.fee
        desk.at = "end"

    desk = Desk()
    _, seen = together(work, lambda: desk.at)
    return seen


@scenario
def line(submission, number, total):
    class Desk:
        def __init__(self):
            self.total = total
            self.open = True
            self.prices = {"tea": total}

    def one():
        return 1

    def line_1():
        desk.total += 1

    def line_2():
        desk.total = int(desk.total) + 1

    def line_3():
        desk.total += one()

    def line_4():
        desk.total = one() + desk.total

    def line_5():
        desk.prices["tea"] = desk.prices.get("tea", 0) + 1

    def line_6():
        desk.total += 1 if desk.open else 0

    desk = Desk()
    chosen = (line_1, line_2, line_3, line_4, line_5, line_6)[number - 1]
    together(chosen, chosen)
    return desk.prices["tea"] if number == 5 else desk.total


def check_line(number, can_lose):
    """Holds what was predicted of a line against what can come of it."""
    ((_, loses),) = explore(answers).values
    assert number in loses, f"LOSES says nothing about line {number}"
    if can_lose:
        said = f"line {number}: an addition can be lost, and you say that none can"
    else:
        said = f"line {number}: no addition is ever lost, and you say that one can be"
    assert bool(loses[number]) == can_lose, said


@given(total=totals)
def test_plain_code(total):
    check_letters("plain", set(explore(plain, total, switching="gil").values))


@given(total=totals)
def test_calls(total):
    check_letters("calls", set(explore(calls, total, switching="gil").values))


@given(total=totals)
def test_loops(total):
    check_letters("loops", set(explore(loops, total, switching="gil").values))


@given(total=totals)
def test_calls_that_nobody_sees(total):
    check_letters("unseen", set(explore(unseen, total, switching="gil").values))


@given(number=st.integers(1, 6))
def test_inside_a_line(number):
    check_line(number, len(explore(line, number, 3, switching="gil").values) > 1)
