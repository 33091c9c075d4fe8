"""What the warehouse promises, on the smallest cases. Run me: pytest exercises/ -k lock_order"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def opposite_moves(submission):
    left, right = submission.Shelf("left", 3), submission.Shelf("right", 3)
    moved = together(
        lambda: submission.move(left, right, 1),
        lambda: submission.move(right, left, 2),
    )
    return tuple(moved), left.stock, right.stock


def test_opposite_moves_finish():
    assert explore(opposite_moves).values == {((True, True), 4, 2)}


@scenario
def two_moves_from_one_shelf(submission):
    hall = submission.Shelf("hall", 3)
    left, right = submission.Shelf("left", 0), submission.Shelf("right", 0)
    moved = together(
        lambda: submission.move(hall, left, 2),
        lambda: submission.move(hall, right, 2),
    )
    return tuple(moved), hall.stock, left.stock, right.stock


def test_no_piece_is_lost():
    expected = {((True, False), 1, 2, 0), ((False, True), 1, 0, 2)}
    assert explore(two_moves_from_one_shelf).values <= expected


@scenario
def a_move_to_itself(submission):
    shelf = submission.Shelf("left", 3)
    return submission.move(shelf, shelf, 2), shelf.stock


def test_a_move_to_the_same_shelf_is_fine():
    assert explore(a_move_to_itself).values == {(True, 3)}


@scenario
def two_moves_share_a_shelf(submission):
    """Whoever drives finds out whether the other one is on the road too."""
    hall, left, right = (submission.Shelf(name, 2) for name in ("hall", "left", "right"))
    busy = threading.Lock()

    def drive():
        if not busy.acquire(blocking=False):
            raise RuntimeError("two fork-lifts at the same shelf")
        busy.release()

    together(
        lambda: submission.move(hall, left, 1, drive),
        lambda: submission.move(hall, right, 1, drive),
    )
    return hall.stock, left.stock, right.stock


def test_a_shelf_serves_one_at_a_time():
    assert explore(two_moves_share_a_shelf).values == {(0, 3, 3)}


@scenario
def two_moves_meet_on_the_road(submission):
    """Each driver waits for the other one on the road: possible only if both may drive at once."""
    meeting = threading.Barrier(2)
    north, south, east, west = (submission.Shelf(name, 3) for name in ("n", "s", "e", "w"))
    moved = together(
        lambda: submission.move(north, south, 1, meeting.wait),
        lambda: submission.move(east, west, 2, meeting.wait),
    )
    return tuple(moved), north.stock, south.stock, east.stock, west.stock


def test_other_shelves_go_on_meanwhile():
    assert explore(two_moves_meet_on_the_road).values == {((True, True), 2, 4, 1, 5)}


@scenario
def a_breakdown_and_what_follows(submission):
    def flat_tyre():
        raise OSError("flat tyre")

    left, right = submission.Shelf("left", 3), submission.Shelf("right", 3)
    breakdown = attempt(submission.move, left, right, 1, flat_tyre)
    stocks = left.stock, right.stock
    moved = together(lambda: submission.move(right, left, 2))
    return breakdown, stocks, moved[0], left.stock, right.stock


def test_a_breakdown_changes_nothing():
    expected = {(("error", "OSError"), (3, 3), True, 5, 1)}
    assert explore(a_breakdown_and_what_follows).values == expected
