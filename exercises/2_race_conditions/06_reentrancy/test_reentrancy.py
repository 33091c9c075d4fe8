"""What the seats promise, on the smallest cases. Run me: pytest exercises/ -k reentrancy"""

from grader import attempt, explore, scenario, together


@scenario
def a_shift_change(submission):
    """Ann hands the only seat over to Ben, while Cem tries to get one."""
    seats = submission.Seats(1)
    seats.take("ann")
    handed, snatched = together(
        lambda: seats.hand_over("ann", "ben"),
        lambda: seats.take("cem"),
    )
    return handed, snatched, tuple(seats.users())


def test_a_hand_over_keeps_the_seat():
    assert explore(a_shift_change).values == {(True, False, ("ben",))}


@scenario
def a_team_and_another_user(submission):
    seats = submission.Seats(2)
    team, single = together(
        lambda: seats.take_for_team(["ann", "ben"]),
        lambda: seats.take("cem"),
    )
    return team, single, tuple(seats.users())


def test_a_team_gets_all_or_nothing():
    expected = {(True, False, ("ann", "ben")), (False, True, ("cem",))}
    assert explore(a_team_and_another_user).values <= expected


@scenario
def two_take_the_last_seat(submission):
    seats = submission.Seats(1)
    taken = together(lambda: seats.take("ann"), lambda: seats.take("ben"))
    return tuple(taken), tuple(seats.users())


def test_no_more_users_than_seats():
    expected = {((True, False), ("ann",)), ((False, True), ("ben",))}
    assert explore(two_take_the_last_seat).values <= expected


@scenario
def one_thread_alone(submission):
    seats = submission.Seats(2)
    answers = (
        seats.take("ann"),
        attempt(seats.give_back, "ben"),
        seats.hand_over("ann", "ben"),
        seats.take_for_team(["cem", "dora"]),
        seats.take_for_team(["cem"]),
    )
    return answers, tuple(seats.users())


def test_every_call_comes_back():
    expected = {((True, ("error", "KeyError"), True, False, True), ("ben", "cem"))}
    assert explore(one_thread_alone).values == expected
