"""More seats and buyers; tickets sold in a row; the board seen while tickets are sold."""

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, repeat, scenario, together


@scenario
def rush(submission, seats, per_buyer):
    office = submission.BoxOffice(seats)
    bought = together(*[repeat(office.sell, times) for times in per_buyer])
    tickets = [ticket for one in bought for ticket in one]
    numbers = sorted(ticket for ticket in tickets if ticket is not None)
    return tuple(numbers), tickets.count(None), office.left, office.sell()


def expected(seats, per_buyer):
    wanted = sum(per_buyer)
    sold = min(seats, wanted)
    one_more = sold + 1 if seats > sold else None
    return tuple(range(1, sold + 1)), wanted - sold, seats - sold, one_more


BUYERS = st.lists(st.integers(1, 2), min_size=2, max_size=2)


@given(per_buyer=BUYERS, spare=st.integers(0, 1))
def test_right_with_the_gil(per_buyer, spare):
    seats = sum(per_buyer) + spare
    run = explore(rush, seats, per_buyer, switching="gil", executions=500)
    assert run.values == {expected(seats, per_buyer)}


@given(per_buyer=BUYERS, spare=st.integers(0, 1))
def test_each_ticket_is_sold_once(per_buyer, spare):
    seats = sum(per_buyer) + spare
    run = explore(rush, seats, per_buyer, executions=500)
    assert run.values == {expected(seats, per_buyer)}


@given(seats=st.integers(0, 2), more=st.integers(1, 2))
def test_never_oversold(seats, more):
    per_buyer = [1] * (seats + more)
    run = explore(rush, seats, per_buyer, executions=500)
    assert run.values == {expected(seats, per_buyer)}


@scenario
def look_at_the_board(submission, seats, sales):
    office = submission.BoxOffice(seats)
    seen, _ = together(lambda: (office.left, office.left), repeat(office.sell, sales))
    return seen


@given(seats=st.integers(1, 2), sales=st.integers(1, 2))
def test_left_is_never_wrong(seats, sales):
    values = explore(look_at_the_board, seats, sales).values
    lowest = max(0, seats - sales)
    assert values.all(lambda seen: seats >= seen[0] >= seen[1] >= lowest)
