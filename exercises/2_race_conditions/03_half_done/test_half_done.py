"""What the stock promises, on the smallest cases. Run me: pytest exercises/ -k half_done"""

from grader import attempt, explore, scenario, together


@scenario
def a_mistyped_line(submission):
    """What book() says to a wrong second line, and what the stock holds afterwards."""
    stock = submission.Stock({"nut": 3, "bolt": 3})
    refused = attempt(stock.book, [("nut", 2), ("blot", 1)])
    return refused, stock.pieces()


def test_it_works_on_after_an_error():
    """Whatever the stock holds: asking for it comes back."""
    assert explore(a_mistyped_line).values.all(lambda ending: True)


def test_a_broken_booking_changes_nothing():
    values = explore(a_mistyped_line).values
    assert values.all(lambda ending: ending[1] == {"nut": 3, "bolt": 3})


def test_the_error_comes_out():
    values = explore(a_mistyped_line).values
    assert values.all(lambda ending: ending[0] == ("error", "UnknownArticleError"))


@scenario
def one_books_one_looks(submission):
    stock = submission.Stock({"nut": 3, "bolt": 3})
    seen, _ = together(stock.pieces, lambda: stock.book([("nut", -1), ("bolt", 2)]))
    return seen


def test_nobody_sees_half_a_booking():
    before, after = {"nut": 3, "bolt": 3}, {"nut": 2, "bolt": 5}
    assert explore(one_books_one_looks).values.all(lambda seen: seen in (before, after))


@scenario
def two_book(submission):
    stock = submission.Stock({"nut": 3})
    booked = together(lambda: stock.book([("nut", 1)]), lambda: stock.book([("nut", -2)]))
    return tuple(booked), stock.pieces()


def test_no_booking_is_lost():
    assert explore(two_book).values.all(lambda ending: ending == ((1, 1), {"nut": 2}))
