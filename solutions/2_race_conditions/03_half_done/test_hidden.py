"""A booking is whole or nothing, for those beside it too, and an error leaves no trace."""

from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 100  # executions per case; one lock around everything needs fewer

START = (("nut", 2), ("bolt", 2))
MISTYPED = (("nut", 1), ("blot", 1))
TOO_MANY = (("bolt", 1), ("nut", -2), ("nut", -1))
TORN = (("nut", 1), ("torn page", 0), ("bolt", 1))

refused = st.sampled_from([MISTYPED, TOO_MANY, (("bolt", -3),)])
torn = st.sampled_from([TORN, (("torn page", 0),), (("nut", -1), ("bolt", 1), ("torn page", 0))])
fine = st.sampled_from([(("nut", 1),), (("nut", 1), ("bolt", 2)), (("bolt", 1), ("bolt", 1))])
line = st.tuples(st.sampled_from(["nut", "bolt"]), st.integers(-2, 1))
booking = st.lists(line, min_size=1, max_size=2).map(tuple)


def booked(pieces, lines):
    """What a booking makes of the stock, and what book() gives."""
    after = dict(pieces)
    for article, number in lines:
        if article == "torn page":
            return dict(pieces), ("error", "OSError")
        if article not in after:
            return dict(pieces), ("error", "UnknownArticleError")
        if after[article] + number < 0:
            return dict(pieces), ("error", "TooFewError")
        after[article] += number
    return after, ("ok", len(lines))


def endings(start, bookings):
    """Every (answers, stock) that some order of the bookings gives, one after the other."""
    found = []
    for order in permutations(range(len(bookings))):
        pieces, answers = dict(start), {}
        for index in order:
            pieces, answers[index] = booked(pieces, bookings[index])
        found.append((tuple(answers[index] for index in range(len(bookings))), pieces))
    return found


@scenario
def one_after_the_other(submission, start, bookings):
    """What each booking gives, and what the stock holds after each of them."""

    def read(lines):
        for article, pieces in lines:
            if article == "torn page":
                raise OSError("the page is torn")
            yield article, pieces

    stock = submission.Stock(dict(start))
    seen = []
    for lines in bookings:
        [answer] = together(lambda lines=lines: attempt(stock.book, read(lines)))
        seen.append((answer, stock.pieces()))
    return tuple(seen)


@given(broken=st.one_of(refused, torn), then=fine)
def test_it_works_on_after_an_error(broken, then):
    """Whatever the error has left: the next booking is booked on top of it."""
    values = explore(one_after_the_other, START, (broken, then), executions=BUDGET).values
    assert values.all(lambda seen: booked(seen[0][1], then) == (seen[1][1], seen[1][0]))


@given(broken=st.one_of(refused, torn))
def test_a_broken_booking_changes_nothing(broken):
    values = explore(one_after_the_other, START, (broken,), executions=BUDGET).values
    assert values.all(lambda seen: seen[0][1] == dict(START))


@scenario
def how_it_breaks_off(submission, start, lines):
    def read():
        for article, pieces in lines:
            if article == "torn page":
                raise OSError("the page is torn")
            yield article, pieces

    return attempt(submission.Stock(dict(start)).book, read())


@given(broken=st.one_of(refused, torn))
def test_the_error_comes_out(broken):
    _, error = booked(dict(START), broken)
    assert explore(how_it_breaks_off, START, broken, executions=BUDGET).values == {error}


@scenario
def a_look_from_beside(submission, start, lines):
    """What another thread sees of the stock, twice, while one books."""
    stock = submission.Stock(dict(start))
    seen, _ = together(
        lambda: (stock.pieces(), stock.pieces()),
        lambda: attempt(stock.book, iter(lines)),
    )
    return seen


@given(lines=st.one_of(refused, fine))
def test_nobody_sees_half_a_booking(lines):
    before, after = dict(START), booked(dict(START), lines)[0]
    values = explore(a_look_from_beside, START, lines, executions=BUDGET).values
    assert values.all(lambda seen: seen in ((before, before), (before, after), (after, after)))


@scenario
def side_by_side(submission, start, bookings):
    """What each booking gives, and what the stock holds in the end.

    Before that, somebody asks for the stock and empties the dictionary, which is their own.
    """
    stock = submission.Stock(dict(start))
    answers = together(
        *[lambda lines=lines: attempt(stock.book, iter(lines)) for lines in bookings]
    )
    stock.pieces().clear()
    return tuple(answers), stock.pieces()


@example(bookings=(MISTYPED, (("bolt", 2),)))
@example(bookings=((("nut", 1), ("bolt", -1)), (("bolt", -2),)))
@given(bookings=st.tuples(st.one_of(booking, refused), booking))
def test_no_booking_is_lost(bookings):
    allowed = endings(START, bookings)
    values = explore(side_by_side, START, bookings, executions=BUDGET).values
    assert values.all(lambda ending: ending in allowed)
