"""Moves end, keep every piece, reserve both of their shelves and no other."""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 160  # executions per case; locks in a fixed order need fewer

stocks = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
job = st.tuples(
    st.sampled_from([(s, t) for s in range(3) for t in range(3) if s != t]), st.integers(1, 2)
).map(lambda drawn: (*drawn[0], drawn[1]))
jobs = st.lists(job, min_size=2, max_size=3).map(tuple)
opposite = st.builds(
    lambda to, fro: ((0, 1, to), (1, 0, fro)), st.integers(1, 2), st.integers(1, 2)
)
circle = ((0, 1, 1), (1, 2, 1), (2, 0, 1))
crossing = st.one_of(opposite, st.just(circle))


def endings(stocks, jobs):
    """Every (results, stocks) that some order of the jobs gives, one after the other."""
    found = set()

    def go_on(held, results):
        waiting = [index for index in range(len(jobs)) if index not in results]
        if not waiting:
            found.add((tuple(results[index] for index in range(len(jobs))), held))
        for index in waiting:
            source, target, pieces = jobs[index]
            after = list(held)
            moved = held[source] >= pieces
            if moved:
                after[source] -= pieces
                after[target] += pieces
            go_on(tuple(after), {**results, index: moved})

    go_on(stocks, {})
    return found


@scenario
def moves(submission, stocks, jobs):
    shelves = [submission.Shelf(name, stock) for name, stock in zip("abc", stocks, strict=True)]
    results = together(
        *[lambda s=s, t=t, n=n: submission.move(shelves[s], shelves[t], n) for s, t, n in jobs]
    )
    return tuple(results), tuple(shelf.stock for shelf in shelves)


@example(stock=1, jobs=circle)
@given(stock=st.integers(1, 2), jobs=crossing)
def test_opposite_moves_finish(stock, jobs):
    stocks = (stock, stock, stock)
    assert explore(moves, stocks, jobs, executions=BUDGET).values <= endings(stocks, jobs)


@given(stocks=stocks, jobs=jobs)
def test_no_piece_is_lost(stocks, jobs):
    assert explore(moves, stocks, jobs, executions=BUDGET).values <= endings(stocks, jobs)


@scenario
def moves_past_a_watchman(submission, hall_is_source):
    """Two moves share the hall; whoever drives finds out whether the other one does too."""
    hall, left, right = (submission.Shelf(name, 2) for name in ("hall", "left", "right"))
    busy = threading.Lock()

    def drive():
        if not busy.acquire(blocking=False):
            raise RuntimeError("two fork-lifts at the same shelf")
        busy.release()

    pairs = zip(hall_is_source, (left, right), strict=True)
    routes = [(hall, shelf) if out else (shelf, hall) for out, shelf in pairs]
    together(*[lambda route=route: submission.move(*route, 1, drive) for route in routes])
    return hall.stock, left.stock, right.stock


@scenario
def a_count_on_the_road(submission, same_way):
    """Two moves between the same two shelves; one of them counts what lies there as it drives."""
    left, right = submission.Shelf("left", 3), submission.Shelf("right", 3)
    source, target = (left, right) if same_way else (right, left)
    counted = []
    together(
        lambda: submission.move(left, right, 2),
        lambda: submission.move(
            source, target, 1, lambda: counted.append(left.stock + right.stock)
        ),
    )
    return tuple(counted)


@given(hall_is_source=st.tuples(st.booleans(), st.booleans()))
def test_a_shelf_serves_one_at_a_time(hall_is_source):
    """What a fork-lift carries itself may be off the shelf already; what another one does may not."""
    same_way = hall_is_source[0] == hall_is_source[1]
    counts = explore(a_count_on_the_road, same_way, executions=BUDGET).values
    assert counts <= {(6,), (5,)}, "a reserved shelf lacks the pieces of another move"
    left, right = (3 if out else 1 for out in hall_is_source)
    expected = (6 - left - right, left, right)
    assert explore(moves_past_a_watchman, hall_is_source, executions=BUDGET).values == {expected}


@scenario
def moves_to_itself(submission, stock, pieces, beside):
    shelf, other = submission.Shelf("a", stock), submission.Shelf("b", beside)
    same, _ = together(
        lambda: submission.move(shelf, shelf, pieces),
        lambda: submission.move(other, shelf, beside),
    )
    return same, shelf.stock, other.stock


@given(stock=st.integers(1, 2), pieces=st.integers(1, 3), beside=st.just(1))
def test_a_move_to_the_same_shelf_is_fine(stock, pieces, beside):
    allowed = {(pieces <= held, stock + beside, 0) for held in (stock, stock + beside)}
    assert explore(moves_to_itself, stock, pieces, beside, executions=BUDGET).values <= allowed


@scenario
def all_meet_on_the_road(submission, names):
    """Each fork-lift waits on the road for all the others: they must all be under way at once."""
    meeting = threading.Barrier(len(names) // 2)
    shelves = [submission.Shelf(name, 2) for name in names]
    pairs = zip(shelves[::2], shelves[1::2], strict=True)
    results = together(
        *[lambda pair=pair: submission.move(*pair, 1, meeting.wait) for pair in pairs]
    )
    return tuple(results), tuple(shelf.stock for shelf in shelves)


@given(names=st.sampled_from(["abcd", "dacb", "badc", "abcdef"]))
def test_other_shelves_go_on_meanwhile(names):
    pairs = len(names) // 2
    expected = ((True,) * pairs, (1, 3) * pairs)
    assert explore(all_meet_on_the_road, names, executions=BUDGET).values == {expected}


@scenario
def a_breakdown(submission, stock, same_way):
    def flat_tyre():
        raise OSError("flat tyre")

    left, right = submission.Shelf("left", stock), submission.Shelf("right", stock)
    source, target = (left, right) if same_way else (right, left)
    broken, moved = together(
        lambda: attempt(submission.move, left, right, 1, flat_tyre),
        lambda: submission.move(source, target, 1),
    )
    afterwards = submission.move(right, left, 1), submission.move(left, right, 1)
    return broken, moved, afterwards, left.stock, right.stock


@given(stock=st.integers(2, 3), same_way=st.booleans())
def test_a_breakdown_changes_nothing(stock, same_way):
    shift = -1 if same_way else 1
    expected = (("error", "OSError"), True, (True, True), stock + shift, stock - shift)
    assert explore(a_breakdown, stock, same_way, executions=BUDGET).values == {expected}
