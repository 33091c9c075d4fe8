"""What the rounds promise, on the smallest cases. Run me: pytest exercises/ -k reusable_barrier"""

from grader import explore, scenario, together


@scenario
def two_strips_two_rounds(submission):
    """Each strip counts its rounds; after each round it tells how far the last one is."""
    done = [0, 0]
    rounds = submission.Rounds(2, lambda: None)

    def strip(me):
        last = []
        for _ in range(2):
            done[me] += 1
            rounds.wait()
            last.append(min(done))
        return tuple(last)

    return tuple(together(lambda: strip(0), lambda: strip(1)))


def test_nobody_runs_ahead():
    assert explore(two_strips_two_rounds, executions=200).values == {((1, 2), (1, 2))}


@scenario
def three_strips_one_round(submission):
    rounds = submission.Rounds(3, lambda: None)
    together(rounds.wait, rounds.wait, rounds.wait)
    return "all go on"


def test_everybody_goes_on():
    assert explore(three_strips_one_round, executions=200).values == {"all go on"}


@scenario
def what_is_between_the_rounds(submission):
    """Tells who has arrived when `between` is called, and how often each strip then sees it."""
    arrived = [False, False]
    calls = []
    rounds = submission.Rounds(2, lambda: calls.append(tuple(arrived)))

    def strip(me):
        arrived[me] = True
        rounds.wait()
        return len(calls)

    seen = together(lambda: strip(0), lambda: strip(1))
    return tuple(seen), tuple(calls)


def test_between_is_called_once():
    assert explore(what_is_between_the_rounds).values == {((1, 1), ((True, True),))}


@scenario
def one_strip_is_missing(submission):
    rounds = submission.Rounds(2, lambda: None)
    together(rounds.wait)
    return "went on alone"


def test_waiting_costs_nothing():
    """Whoever waits for a strip that never comes sleeps for ever, and that is right here."""
    kinds = {outcome.kind for outcome in explore(one_strip_is_missing).outcomes}
    assert kinds == {"deadlock"}
