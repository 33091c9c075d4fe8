"""What a box office promises. Run me: pytest exercises/ -k safe_by_accident

`switching="gil"` lets threads switch only where today's CPython hands over its GIL; without it the
switch may come anywhere, as it may on a free-threaded Python.
"""

from grader import explore, scenario, together


@scenario
def rush(submission, seats, buyers):
    office = submission.BoxOffice(seats)
    tickets = together(*[office.sell for _ in range(buyers)])
    numbers = sorted(ticket for ticket in tickets if ticket is not None)
    return tuple(numbers), office.left


def test_right_with_the_gil():
    assert explore(rush, 2, 2, switching="gil").values == {((1, 2), 0)}


def test_each_ticket_is_sold_once():
    assert explore(rush, 2, 2).values == {((1, 2), 0)}


def test_never_oversold():
    assert explore(rush, 1, 2).values == {((1,), 0)}


@scenario
def look_at_the_board(submission, seats):
    office = submission.BoxOffice(seats)
    seen, _, _ = together(lambda: office.left, office.sell, office.sell)
    return seen


def test_left_is_never_wrong():
    assert explore(look_at_the_board, 1).values <= {0, 1}
