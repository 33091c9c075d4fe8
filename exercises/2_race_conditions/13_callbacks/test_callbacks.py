"""What a setting promises, on the smallest cases. Run me: pytest exercises/ -k callbacks"""

from grader import attempt, explore, scenario, together


@scenario
def a_listener_waits_for_its_worker(submission):
    """The listener has another thread read the setting, and waits for it."""
    setting = submission.Setting("small")
    seen = []

    def listener(_):
        seen.extend(together(lambda: setting.value))

    setting.follow(listener)
    return setting.change("large"), tuple(seen)


def test_a_listener_may_do_what_it_likes():
    assert explore(a_listener_waits_for_its_worker).values == {(True, ("large",))}


@scenario
def the_same_change_twice(submission):
    """Two operators turn the same knob at the same time: only one of them changes anything."""
    setting = submission.Setting("small")
    told = []
    setting.follow(told.append)
    changed = together(lambda: setting.change("large"), lambda: setting.change("large"))
    return tuple(sorted(changed)), tuple(told)


def test_every_change_is_told_once():
    assert explore(the_same_change_twice).values == {((False, True), ("large",))}


@scenario
def two_modules_follow(submission):
    setting = submission.Setting("small")
    first, second = [], []
    together(lambda: setting.follow(first.append), lambda: setting.follow(second.append))
    setting.change("large")
    return tuple(first), tuple(second)


def test_nobody_is_forgotten():
    assert explore(two_modules_follow).values == {(("large",), ("large",))}


@scenario
def one_has_seen_enough(submission):
    """The first listener unfollows as soon as it is called; the second one is still there."""
    setting = submission.Setting("small")
    told = []

    def once(value):
        told.append(("once", value))
        setting.unfollow(once)

    setting.follow(once)
    setting.follow(lambda value: told.append(("always", value)))
    setting.change("medium")
    setting.change("large")
    return tuple(sorted(told))


def test_coming_and_going_disturbs_nobody():
    told = (("always", "large"), ("always", "medium"), ("once", "medium"))
    assert explore(one_has_seen_enough).values == {told}


@scenario
def a_listener_fails(submission):
    setting = submission.Setting("small")
    told = []

    def broken(value):
        raise OSError(value)

    setting.follow(broken)
    failed = attempt(setting.change, "medium")
    setting.unfollow(broken)
    setting.follow(told.append)
    together(lambda: setting.change("large"))
    return failed, tuple(told), setting.value


def test_an_error_comes_out_and_breaks_nothing():
    expected = (("error", "OSError"), ("large",), "large")
    assert explore(a_listener_fails).values == {expected}
