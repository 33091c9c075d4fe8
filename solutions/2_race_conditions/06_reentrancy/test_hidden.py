"""Compound calls are one step to everybody else, and no call waits for itself."""

from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 100  # executions per case; one lock around everything needs twelve at most

NAMES = ("ann", "ben", "cem", "dora")
name = st.sampled_from(NAMES)
team = st.sampled_from([("ann", "ben"), ("cem", "dora"), ("ann", "cem"), ("dora",)])


def answer(number, users, call):
    """What a call gives, and who holds a seat afterwards."""
    what, *args = call
    match what:
        case "users":
            return ("ok", tuple(sorted(users))), users
        case "take":
            free = args[0] not in users and len(users) < number
            return ("ok", free), users | set(args) if free else users
        case "give_back":
            if args[0] not in users:
                return ("error", "KeyError"), users
            return ("ok", None), users - set(args)
        case "hand_over":
            giver, taker = args
            if taker in users:
                return ("ok", False), users
            if giver not in users:
                return ("error", "KeyError"), users
            return ("ok", True), users - {giver} | {taker}
        case "take_for_team":
            [members] = args
            free = not users & set(members) and len(users) + len(members) <= number
            return ("ok", free), users | set(members) if free else users
    raise ValueError(what)


def in_order(number, start, calls):
    """What the calls give, one after the other, and who holds a seat in the end."""
    users, answers = frozenset(start), []
    for call in calls:
        given, users = answer(number, users, call)
        answers.append(given)
    return tuple(answers), tuple(sorted(users))


def endings(number, start, calls):
    """What the calls may give in a thread each: all that some order of them gives."""
    found = set()
    for order in permutations(range(len(calls))):
        answers, users = in_order(number, start, [calls[index] for index in order])
        by_call = dict(zip(order, answers, strict=True))
        found.add((tuple(by_call[index] for index in range(len(calls))), users))
    return found


@scenario
def at_the_same_time(submission, number, start, calls):
    """Each call in a thread of its own."""
    seats = submission.Seats(number)
    for user in start:
        seats.take(user)

    def make(what, *args):
        args = [list(arg) if isinstance(arg, tuple) else arg for arg in args]
        result = getattr(seats, what)(*args)
        return tuple(result) if what == "users" else result

    answers = together(*[lambda call=call: attempt(make, *call) for call in calls])
    return tuple(answers), tuple(seats.users())


from_ann = st.tuples(st.just("hand_over"), st.just("ann"), st.sampled_from(["ben", "cem"]))
looks = st.just(("users",))
takes = st.tuples(st.just("take"), st.sampled_from(["ben", "cem", "dora"]))


@example(calls=(("hand_over", "ann", "ben"), ("users",)))
@example(calls=(("hand_over", "ann", "ben"), ("hand_over", "ann", "cem")))
@given(calls=st.tuples(from_ann, st.one_of(looks, takes, from_ann)))
def test_a_hand_over_keeps_the_seat(calls):
    """The only seat there is: as soon as it is free for a moment, an order is broken."""
    allowed = endings(1, ("ann",), calls)
    values = explore(at_the_same_time, 1, ("ann",), calls, executions=BUDGET).values
    assert values <= allowed


teams = st.sampled_from([("take_for_team", ("ann", "ben")), ("take_for_team", ("ben", "cem"))])


@example(calls=(("take_for_team", ("ann", "ben")), ("take_for_team", ("cem", "dora"))))
@example(calls=(("take_for_team", ("ann", "ben")), ("users",)))
@given(calls=st.tuples(teams, st.one_of(looks, takes)))
def test_a_team_gets_all_or_nothing(calls):
    """Whoever looks finds a whole team or nobody of it, and the answer says which."""
    whole = [(call[1], index) for index, call in enumerate(calls) if call[0] == "take_for_team"]
    others = [call[1] for call in calls if call[0] == "take"]

    def is_whole(ending):
        answers, users = ending
        seen = [users, *[found for _, found in answers if isinstance(found, tuple)]]
        for members, index in whole:
            mine = [name for name in members if name not in others]
            if any(0 < len(set(mine) & set(found)) < len(mine) for found in seen):
                return False
            if answers[index] != ("ok", set(mine) <= set(users)):
                return False
        return True

    assert explore(at_the_same_time, 2, (), calls, executions=BUDGET).values.all(is_whole)


many = st.one_of(
    st.tuples(st.just("take"), name),
    st.tuples(st.just("take_for_team"), team),
)


@example(number=1, calls=(("take", "ann"), ("take", "ben")))
@given(number=st.integers(1, 2), calls=st.tuples(many, many))
def test_no_more_users_than_seats(number, calls):
    values = explore(at_the_same_time, number, (), calls, executions=BUDGET).values
    assert values.all(lambda ending: len(ending[1]) <= number)


@scenario
def one_after_the_other(submission, number, start, calls):
    """Each call when the one before it has come back, in a thread of its own too."""
    seats = submission.Seats(number)
    for user in start:
        seats.take(user)

    def make(what, *args):
        args = [list(arg) if isinstance(arg, tuple) else arg for arg in args]
        result = getattr(seats, what)(*args)
        return tuple(result) if what == "users" else result

    answers = [together(lambda call=call: attempt(make, *call))[0] for call in calls]
    return tuple(answers), tuple(seats.users())


call = st.one_of(
    st.tuples(st.just("take"), name),
    st.tuples(st.just("give_back"), name),
    st.tuples(st.just("hand_over"), name, name),
    st.tuples(st.just("take_for_team"), team),
)


@example(calls=(("give_back", "cem"), ("take", "cem"), ("users",)))
@example(calls=(("hand_over", "cem", "dora"), ("hand_over", "ann", "cem"), ("users",)))
@example(calls=(("take", "ben"), ("hand_over", "ann", "ben"), ("users",)))
@example(calls=(("take_for_team", ("ann", "ben")), ("take_for_team", ("cem", "dora"))))
@example(calls=(("take_for_team", ("ann",)), ("users",)))
@given(calls=st.lists(call, min_size=1, max_size=3).map(tuple))
def test_every_call_comes_back(calls):
    expected = in_order(2, ("ann",), calls)
    values = explore(one_after_the_other, 2, ("ann",), calls, executions=BUDGET).values
    assert values == {expected}
