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


def threads_of(calls):
    """A thread for each call; one that gives back for several users does so in as many calls."""
    return tuple(
        tuple((call[0], user) for user in call[1:]) if call[0] == "give_back" else (call,)
        for call in calls
    )


def endings(number, start, threads):
    """What the threads may find: all that some order of their calls gives."""
    found = set()
    turns = [index for index, calls in enumerate(threads) for _ in calls]
    for order in set(permutations(turns)):
        waiting = [list(calls) for calls in threads]
        answers, users = in_order(number, start, [waiting[index].pop(0) for index in order])
        by_thread = [[] for _ in threads]
        for index, given in zip(order, answers, strict=True):
            by_thread[index].append(given)
        found.add((tuple(map(tuple, by_thread)), users))
    return found


@scenario
def at_the_same_time(submission, number, start, threads):
    """What each thread's calls give, and who holds a seat in the end."""
    seats = submission.Seats(number)
    for user in start:
        seats.take(user)

    def make(what, *args):
        args = [list(arg) if isinstance(arg, tuple) else arg for arg in args]
        result = getattr(seats, what)(*args)
        return tuple(result) if what == "users" else result

    answers = together(
        *[lambda calls=calls: tuple([attempt(make, *call) for call in calls]) for calls in threads]
    )
    return tuple(answers), tuple(seats.users())


from_ann = st.tuples(st.just("hand_over"), st.just("ann"), st.sampled_from(["ben", "cem"]))
looks = st.just(("users",))
takes = st.tuples(st.just("take"), st.sampled_from(["ben", "cem", "dora"]))


@example(calls=(("hand_over", "ann", "ben"), ("users",)))
@example(calls=(("hand_over", "ann", "ben"), ("hand_over", "ann", "cem")))
@example(calls=(("hand_over", "ann", "ben"), ("give_back", "ann", "ben")))
@given(calls=st.tuples(from_ann, st.one_of(looks, takes, from_ann)))
def test_a_hand_over_keeps_the_seat(calls):
    """The only seat there is: as soon as it is free for a moment, an order is broken."""
    threads = threads_of(calls)
    values = explore(at_the_same_time, 1, ("ann",), threads, executions=BUDGET).values
    assert values <= endings(1, ("ann",), threads)


teams = st.sampled_from([("take_for_team", ("ann", "ben")), ("take_for_team", ("ben", "cem"))])


@example(calls=(("take_for_team", ("ann", "ben")), ("take_for_team", ("cem", "dora"))))
@example(calls=(("take_for_team", ("ann", "ben")), ("users",)))
@given(calls=st.tuples(teams, st.one_of(looks, takes)))
def test_a_team_gets_all_or_nothing(calls):
    """Whoever looks finds a whole team or nobody of it, and the answer says which."""
    whole = [(call[1], index) for index, call in enumerate(calls) if call[0] == "take_for_team"]
    others = [call[1] for call in calls if call[0] == "take"]

    def is_whole(ending):
        by_thread, users = ending
        answers = [answer for [answer] in by_thread]
        seen = [users, *[found for _, found in answers if isinstance(found, tuple)]]
        for members, index in whole:
            mine = [name for name in members if name not in others]
            if any(0 < len(set(mine) & set(found)) < len(mine) for found in seen):
                return False
            if answers[index] != ("ok", set(mine) <= set(users)):
                return False
        return True

    threads = threads_of(calls)
    assert explore(at_the_same_time, 2, (), threads, executions=BUDGET).values.all(is_whole)


many = st.one_of(
    st.tuples(st.just("take"), name),
    st.tuples(st.just("take_for_team"), team),
)


@example(number=1, calls=(("take", "ann"), ("take", "ben")))
@given(number=st.integers(1, 2), calls=st.tuples(many, many))
def test_no_more_users_than_seats(number, calls):
    threads = threads_of(calls)
    values = explore(at_the_same_time, number, (), threads, executions=BUDGET).values
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
