"""A setting tells its changes: all, once, to everybody, and holds nothing back meanwhile."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 60  # executions per case


@scenario
def a_listener_acts(submission, act, elsewhere):
    """The first listener uses the setting itself, or has another thread do it and waits."""
    setting = submission.Setting(0)
    told, late = [], []

    def use():
        if act == "read":
            return setting.value
        if act == "change":
            return setting.change(2)
        if act == "follow":
            return setting.follow(late.append)
        return setting.unfollow(told.append)

    def listener(value):
        if value == 1:
            if elsewhere:
                together(use)
            else:
                use()

    setting.follow(listener)
    setting.follow(told.append)
    changed = setting.change(1), setting.change(3)
    return changed, tuple(sorted(told)), tuple(late)


WHAT_FOLLOWS = {
    "read": {((1, 3), ())},
    "change": {((1, 2, 3), ())},
    "follow": {((1, 3), (3,)), ((1, 3), (1, 3))},
    "unfollow": {((), ()), ((1,), ())},
}


@given(act=st.sampled_from(list(WHAT_FOLLOWS)), elsewhere=st.booleans())
def test_a_listener_may_do_what_it_likes(act, elsewhere):
    values = explore(a_listener_acts, act, elsewhere, executions=BUDGET).values
    assert values <= {((True, True), *ending) for ending in WHAT_FOLLOWS[act]}


@scenario
def changes(submission, values):
    """Each thread tells whether that was a change and, if so, whether it has been told by then."""
    setting = submission.Setting(0)
    told, also_told = [], []
    setting.follow(told.append)
    setting.follow(also_told.append)

    def change(value):
        changed = setting.change(value)
        return changed, value in told and value in also_told if changed else None

    results = together(*[lambda value=value: change(value) for value in values])
    return tuple(results), tuple(sorted(told)), tuple(sorted(also_told)), setting.value


def endings_of_changes(values):
    """Every ending that some order of the changes gives, one after the other."""
    found = set()
    for order in permutations(range(len(values))):
        now, told, results = 0, [], {}
        for index in order:
            changed = values[index] != now
            results[index] = (True, True) if changed else (False, None)
            if changed:
                now = values[index]
                told.append(now)
        told = tuple(sorted(told))
        found.add((tuple(results[index] for index in range(len(values))), told, told, now))
    return found


@scenario
def one_follows_beside_a_change(submission, value):
    """What holds when somebody has begun to follow, and what they have been told in the end."""
    setting = submission.Setting(0)
    told = []

    def follow():
        setting.follow(told.append)
        return setting.value

    held, _ = together(follow, lambda: setting.change(value))
    return held, tuple(told)


@given(values=st.sampled_from([(1,), (1, 1), (1, 2), (0, 1)]))
def test_every_change_is_told_once(values):
    allowed = endings_of_changes(values)
    assert explore(changes, values, executions=BUDGET).values <= allowed
    last = values[-1]
    joined = explore(one_follows_beside_a_change, last, executions=BUDGET).values
    in_time, late = (0, (last,)), {(last, (last,)), (last, ())}
    assert joined <= {in_time, *late}, "who followed before the change was not told, or not once"


@scenario
def comings_and_goings(submission, before, moves):
    """Who is told in the end, by name."""
    setting = submission.Setting(0)
    told = []
    listeners = {name: lambda _, name=name: told.append(name) for name in "abc"}
    for name in before:
        setting.follow(listeners[name])
    together(
        *[
            lambda move=move, name=name: getattr(setting, move)(listeners[name])
            for move, name in moves
        ]
    )
    setting.change(1)
    return tuple(sorted(told))


def endings_of_moves(before, moves):
    found = set()
    for order in permutations(moves):
        following = set(before)
        for move, name in order:
            (following.add if move == "follow" else following.discard)(name)
        found.add(tuple(sorted(following)))
    return found


MOVES = [
    ("", (("follow", "a"), ("follow", "b"))),
    ("", (("follow", "a"), ("follow", "a"))),
    ("a", (("unfollow", "a"), ("follow", "b"))),
    ("a", (("unfollow", "a"), ("unfollow", "a"))),
    ("ab", (("unfollow", "a"), ("unfollow", "b"))),
    ("a", (("unfollow", "b"), ("follow", "a"))),
]


@given(case=st.sampled_from(MOVES))
def test_nobody_is_forgotten(case):
    before, moves = case
    allowed = endings_of_moves(before, moves)
    assert explore(comings_and_goings, before, moves, executions=BUDGET).values <= allowed


@scenario
def one_leaves(submission, who, elsewhere):
    """Of three who follow, one unfollows as soon as it is told; who is told, and how often?"""
    setting = submission.Setting(0)
    told = []
    listeners = []

    def tell(name):
        told.append(name)
        if name == who and elsewhere:
            together(lambda: setting.unfollow(listeners[name]))
        elif name == who:
            setting.unfollow(listeners[name])

    for name in range(3):
        listeners.append(lambda _, name=name: tell(name))
        setting.follow(listeners[name])
    setting.change(1)
    setting.change(2)
    return tuple(sorted(told))


@given(who=st.integers(0, 2), elsewhere=st.booleans())
def test_coming_and_going_disturbs_nobody(who, elsewhere):
    told = tuple(sorted([0, 1, 2] * 2))
    expected = told[: 2 * who] + told[2 * who + 1 :]
    assert explore(one_leaves, who, elsewhere, executions=BUDGET).values == {expected}


@scenario
def a_listener_fails(submission, error, place):
    setting = submission.Setting(0)
    told = []

    def broken(value):
        raise ValueError(value) if error == "ValueError" else OSError(value)

    def working(value):
        told.append(value)

    for listener in (broken, working) if place == 0 else (working, broken):
        setting.follow(listener)
    failed = attempt(setting.change, 1)
    value = setting.value
    setting.unfollow(broken)
    told.clear()
    changed = together(lambda: setting.change(2), lambda: setting.change(3))
    return failed, value, tuple(changed), tuple(sorted(told))


@given(error=st.sampled_from(["ValueError", "OSError"]), place=st.integers(0, 1))
def test_an_error_comes_out_and_breaks_nothing(error, place):
    expected = (("error", error), 1, (True, True), (2, 3))
    assert explore(a_listener_fails, error, place, executions=BUDGET).values == {expected}
